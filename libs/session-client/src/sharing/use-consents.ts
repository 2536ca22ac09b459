import { LIMITS, SHARE_ACTIONS } from '@tandem/domain';
import type { TandemError } from '@tandem/client';
import { computed, reactive } from 'vue';
import {
  AnswerConsentDocument,
  type AnswerConsentInput,
  AskConsentDocument,
  type ConsentKind,
  ExtendConsentRequestDocument,
  RevokeGrantDocument,
  type ShareTarget,
  WithdrawConsentRequestDocument,
} from '../gql/graphql';
import type { Grant } from '../model/types';
import { useNow } from '../browser/use-now';
import type { SessionStore } from '../session/use-session';

const CLOCK_INTERVAL_MS = 500;

/** The consent requests and grants of a session. */
export function useConsents(store: SessionStore) {
  const { client } = store;
  const now = useNow(CLOCK_INTERVAL_MS);
  const question = computed(() => store.consentRequests[0] ?? null);
  const isMe = ({ id }: { id: string }) => id === store.me?.id;
  // the server's clock is known up to the duration of a request: never show more than the whole limit
  const secondsUntil = (due: string) =>
    Math.min(LIMITS.consentAnswer / 1000, Math.max(0, Math.ceil((Date.parse(due) - now.value) / 1000)));
  /** A grant for one share is shown by that share. */
  const isShownByShare = ({ duration, kind }: Grant) =>
    duration === 'ONCE' && SHARE_ACTIONS.some((action) => action === kind);

  return reactive({
    /** The open request. */
    question,
    /** The open request, if the viewer must answer it. */
    toAnswer: computed(() =>
      question.value?.grantors.some(isMe) && !question.value.allowedBy.some(isMe) ? question.value : null,
    ),
    /** Seconds until the request expires, which means no. */
    secondsLeft: computed(() => (question.value?.dueAt ? secondsUntil(question.value.dueAt) : null)),
    /** The viewer's own grants, which can be revoked. */
    standing: computed(() =>
      store.grants.filter((grant) => !grant.endedAt && grant.grantors.some(isMe) && !isShownByShare(grant)),
    ),
    /** @throws TandemError, as all below */
    ask: (kind: ConsentKind, target: ShareTarget | null = null) =>
      client.mutate(AskConsentDocument, { input: { sessionId: store.id, kind, target } }),
    withdraw: (requestId: string) => client.mutate(WithdrawConsentRequestDocument, { requestId }),
    /** @returns why it was not accepted: the request is over, or there are viewers whom `viewerIds` does not name */
    answer: (input: AnswerConsentInput): Promise<'OVER' | 'VIEWERS_CHANGED' | null> =>
      client.mutate(AnswerConsentDocument, { input }).then(
        () => null,
        ({ code }: TandemError) => (code === 'VIEWERS_CHANGED' ? code : 'OVER'),
      ),
    extend: (requestId: string) => client.mutate(ExtendConsentRequestDocument, { requestId }),
    revoke: (grantId: string) => client.mutate(RevokeGrantDocument, { grantId }),
  });
}
export type Consents = ReturnType<typeof useConsents>;
