import { fillReply, formatSessionNumber, type ReplyValues } from '@tandem/domain';
import type { SessionStore, Suggestions } from '@tandem/session-client';
import { computed, onMounted, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { CannedRepliesDocument, CountCannedReplyDocument } from '../../../gql/graphql';
import type { CannedReply } from './use-replies';

export interface SuggestedReplies extends Suggestions {
  /** Asks for them again. */
  load(): Promise<void>;
}

/** Canned replies as the composer suggests them: filled in for this session, those in the customer's language first. */
export function useSuggestedReplies(store: SessionStore): SuggestedReplies {
  const { t } = useI18n();
  const replies = ref<CannedReply[]>([]);
  // without them one types as before; their button asks again
  const load = () =>
    store.client.query(CannedRepliesDocument, {}).then(
      ({ cannedReplies }) => void (replies.value = cannedReplies),
      () => undefined,
    );
  onMounted(load);

  const values = computed((): ReplyValues => ({
    'customer.name': store.customer?.name ?? t('labels.customer'),
    'csr.name': store.me?.name ?? '',
    'site.name': store.session?.siteName ?? '',
    'session.number': formatSessionNumber(store.session?.number ?? ''),
  }));
  const inTheirLanguage = ({ locale }: CannedReply) => Number(locale === store.customer?.locale);
  const filled = computed(() =>
    [...replies.value]
      .sort((a, b) => inTheirLanguage(b) - inTheirLanguage(a) || b.useCount - a.useCount)
      .map((reply) => ({ ...reply, text: fillReply(reply.text, values.value) })),
  );
  return {
    load,
    all: () => filled.value,
    used: (id) => void store.client.mutate(CountCannedReplyDocument, { id }).catch(() => undefined), // a count, no more
  };
}
