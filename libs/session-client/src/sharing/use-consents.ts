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

const TICK = 500;

/** What people are asked to allow in a session, and what they have allowed. */
export function useConsents(store: SessionStore) {
  const { client } = store;
  const now = useNow(TICK);
  const question = computed(() => store.consentRequests[0] ?? null);
  const isMe = ({ id }: { id: string }) => id === store.me?.id;
  // the server's clock is known within the way of an answer: what is shown never goes beyond what was promised
  const secondsUntil = (due: string) =>
    Math.min(LIMITS.consentAnswer / 1000, Math.max(0, Math.ceil((Date.parse(due) - now.value) / 1000)));
  /** One for once to see a screen is seen by its share. */
  const isSeenElsewhere = ({ duration, kind }: Grant) =>
    duration === 'ONCE' && SHARE_ACTIONS.some((action) => action === kind);

  return reactive({
    /** The one that waits for an answer. */
    question,
    /** The one that waits for mine. */
    toAnswer: computed(() =>
      question.value?.grantors.some(isMe) && !question.value.allowedBy.some(isMe) ? question.value : null,
    ),
    /** Seconds until silence becomes no. */
    secondsLeft: computed(() => (question.value?.dueAt ? secondsUntil(question.value.dueAt) : null)),
    /** What I have allowed and can take back. */
    standing: computed(() =>
      store.grants.filter((grant) => !grant.endedAt && grant.grantors.some(isMe) && !isSeenElsewhere(grant)),
    ),
    /** @throws TandemError, as all below */
    ask: (kind: ConsentKind, target: ShareTarget | null = null) =>
      client.mutate(AskConsentDocument, { input: { sessionId: store.id, kind, target } }),
    withdraw: (requestId: string) => client.mutate(WithdrawConsentRequestDocument, { requestId }),
    /** @returns how it was not taken: it is over, or somebody else would see it too than `viewerIds` names */
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
