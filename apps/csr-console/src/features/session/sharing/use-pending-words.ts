import type { SessionStore, Share, Sharing } from '@tandem/session-client';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';

interface Words {
  title: string;
  lead?: string;
}

/** What an open request waits for, in the words of its reader: they depend on the requester and on whose screen it is. */
export function usePendingWords(given: () => { share: Share; store: SessionStore; sharing: Sharing }) {
  const { t } = useI18n();

  function own({ notChosenAt, target }: Share, name: string, isPicking: boolean): Words {
    if (isPicking) return { title: t('pending.own.picking'), lead: t('pending.own.pickingLead', { name }) };
    return notChosenAt
      ? { title: t('pending.own.notChosen'), lead: t('pending.own.notChosenLead', { name }) }
      : { title: t('pending.own.ready', { name }), lead: t(`pending.own.readyLead.${target}`) };
  }
  function granted(share: Share): Words {
    const names = { name: share.customer.name, publisher: share.publisher.name };
    if (share.action === 'REQUEST_VIEW') return { title: t('pending.picking', names) };
    return { title: t(share.notChosenAt ? 'pending.notChosenShow' : 'pending.pickingShow', names) };
  }

  return computed((): Words => {
    const { share, store, sharing } = given();
    const { state, action, askedBy, publisher, customer, target } = share;
    const { name } = customer;
    const isMe = ({ id }: { id: string }) => id === store.me?.id;
    if (state === 'ASKED') {
      const key = `pending.${isMe(askedBy) ? 'asked' : 'askedBy'}.${action}`;
      return { title: t(key, { name, csr: askedBy.name, target: t(`target.${target}`) }) };
    }
    if (state === 'STARTING')
      return {
        title: isMe(publisher) ? t('pending.startingOwn', { name }) : t('pending.starting', { name: publisher.name }),
      };
    return sharing.toPick?.id === share.id ? own(share, name, sharing.isPicking) : granted(share);
  });
}
