import { fillReply, formatSessionNumber, type ReplyValues } from '@tandem/domain';
import type { SessionStore, Suggestions } from '@tandem/session-client';
import { computed, onMounted, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { CannedRepliesDocument, CountCannedReplyDocument } from '../../../gql/graphql';
import type { CannedReply } from './use-replies';

/** Canned replies as the composer suggests them: filled in for this session, those in the customer's language first. */
export function useSuggestedReplies(store: SessionStore): Suggestions {
  const { t } = useI18n();
  const replies = ref<CannedReply[]>([]);
  // without them one types as before; the next opening of the page asks again
  onMounted(() =>
    store.client.query(CannedRepliesDocument, {}).then(
      ({ cannedReplies }) => (replies.value = cannedReplies),
      () => undefined,
    ),
  );

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
    all: () => filled.value,
    used: (id) => void store.client.mutate(CountCannedReplyDocument, { id }).catch(() => undefined), // a count, no more
  };
}
