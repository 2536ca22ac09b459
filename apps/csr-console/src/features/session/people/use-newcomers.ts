import { isCustomerRole, isSameName } from '@tandem/domain';
import { operations, type Participant, type SessionStore } from '@tandem/session-client';
import { computed } from 'vue';
import { useAct } from '../../../kit/use-act';

export type Place = 'INSTEAD' | 'BESIDE';

/** The people in the waiting room, earlier customers of the session, and the primary CSR's answers. */
export function useNewcomers(store: SessionStore) {
  const { act, isBusy, error } = useAct();
  const waiting = computed(() => (store.ability('seatParticipant').isAllowed ? store.waiting : []));
  /** Customers who sit or sat here; of one person's seats the newest. */
  const earlier = computed(() => {
    const continued = new Set(store.participants.flatMap((person) => person.continues));
    return store.participants.filter(
      (person) => isCustomerRole(person.role) && person.seatedAt !== null && !continued.has(person.id),
    );
  });
  const isCustomer = (person: Participant) => isCustomerRole(person.role);

  return {
    waiting,
    error,
    isBusy,
    /** Somebody else is the one who is helped. */
    isRival: (person: Participant) => isCustomer(person) && store.customer !== null,
    customers: computed(() => waiting.value.filter(isCustomer)),
    /** Whom a newcomer may turn out to be, at that place: who sits elsewhere is not asked about. */
    choicesFor: (person: Participant, place: Place): Participant[] =>
      isCustomer(person)
        ? earlier.value.filter(
            ({ role, state }) => !(place === 'BESIDE' && state === 'SEATED' && role === 'PRIMARY_CUSTOMER'),
          )
        : [],
    /** Who was called the same, and whose browser it is. */
    namesakeOf: ({ name }: Participant) => earlier.value.find((other) => isSameName(other.name, name)) ?? null,
    formerOf: ({ formerId }: Participant) => earlier.value.find(({ id }) => id === formerId) ?? null,
    seat: (participantId: string, place: Place, sameAs: string | null) =>
      act(() => store.client.mutate(operations.SeatParticipantDocument, { participantId, place, sameAs })),
    decline: (participantId: string) =>
      act(() => store.client.mutate(operations.DeclineParticipantDocument, { participantId })),
    declineAll: () => act(() => store.client.mutate(operations.DeclineWaitingDocument, { sessionId: store.id })),
  };
}
export type Newcomers = ReturnType<typeof useNewcomers>;
