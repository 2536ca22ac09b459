import type { SeatRight } from '@tandem/domain';
import type { SessionStore } from '@tandem/session-client';
import { computed, reactive } from 'vue';
import { useAct } from '../../../kit/use-act';
import {
  LockSessionDocument,
  RemoveParticipantDocument,
  SetParticipantRightsDocument,
  SwapCustomerDocument,
  TakeControlDocument,
  TransferControlDocument,
} from '../../../gql/graphql';

/** The people of a session, and what the one who leads may do about them. What has changed comes with the events. */
export function useTeam(store: SessionStore) {
  const { act, isBusy, error } = useAct();
  const mutate: SessionStore['client']['mutate'] = (document, variables) => store.client.mutate(document, variables);
  const sessionId = store.id;
  const seated = computed(() => store.participants.filter(({ state }) => state === 'SEATED'));
  return reactive({
    isBusy,
    error,
    people: seated,
    assistants: computed(() => seated.value.filter(({ role }) => role === 'ASSISTANT')),
    may: (name: Parameters<SessionStore['ability']>[0]) => store.ability(name).isAllowed,
    setRights: (participantId: string, rights: SeatRight[]) =>
      act(() => mutate(SetParticipantRightsDocument, { participantId, rights })),
    remove: (participantId: string) => act(() => mutate(RemoveParticipantDocument, { participantId })),
    swap: (participantId: string) => act(() => mutate(SwapCustomerDocument, { participantId })),
    lock: (isLocked: boolean) => act(() => mutate(LockSessionDocument, { sessionId, isLocked })),
    transfer: (toId: string) => act(() => mutate(TransferControlDocument, { sessionId, toId })),
    take: () => act(() => mutate(TakeControlDocument, { sessionId })),
  });
}
export type Team = ReturnType<typeof useTeam>;
