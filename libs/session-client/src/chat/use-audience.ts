import { isCustomerRole } from '@tandem/domain';
import { computed, reactive } from 'vue';
import { storedOf } from '../browser/session-storage';
import type { Message } from '../model/types';
import type { SessionStore } from '../session/use-session';

/** The recipients of a message. */
export interface SendTo {
  audience: Message['audience'];
  recipientId: string | null;
}
const AUDIENCES = ['EVERYONE', 'CSRS', 'PERSON'] as const;
const EVERYONE: SendTo = { audience: 'EVERYONE', recipientId: null };
const CSRS: SendTo = { audience: 'CSRS', recipientId: null };

/**
 * The recipients of the next message, remembered for this session. A chosen person who has left stays chosen, so that a
 * message to one person is never sent to everybody.
 */
export function useAudience(store: SessionStore) {
  const chosen = storedOf<SendTo>(store.id, 'to', EVERYONE);
  const mayWriteToAll = computed(() => store.ability('chatWithCustomer').isAllowed);
  const mayWriteToCsrs = computed(() => store.ability('chatAmongCsrs').isAllowed);
  const others = computed(() =>
    store.participants.filter(({ state, id }) => state === 'SEATED' && id !== store.me?.id),
  );
  const people = computed(() => others.value.filter(({ role }) => mayWriteToAll.value || !isCustomerRole(role)));
  /** A CSR who may not write to the customer writes to the CSRs, never to more people than chosen. */
  const to = computed((): SendTo =>
    chosen.value.audience === 'EVERYONE' && !mayWriteToAll.value && mayWriteToCsrs.value ? CSRS : chosen.value,
  );
  const recipient = computed(() => people.value.find(({ id }) => id === to.value.recipientId) ?? null);
  const isOffered = (audience: SendTo['audience']): boolean => {
    if (audience === 'PERSON') return people.value.length > (mayWriteToAll.value ? 1 : 0);
    return audience === 'CSRS' ? mayWriteToCsrs.value : mayWriteToAll.value || !mayWriteToCsrs.value;
  };

  return reactive({
    to,
    /** The participants to whom private messages are allowed. */
    people,
    recipient,
    /** The audiences that may be chosen now, always including the chosen one. */
    choices: computed(() => AUDIENCES.filter((audience) => audience === to.value.audience || isOffered(audience))),
    /** Whether the recipient is present. */
    isThere: computed(() => to.value.audience !== 'PERSON' || recipient.value !== null),
    choose(audience: SendTo['audience'], recipientId: string | null = null): void {
      const first = people.value[0]?.id ?? null;
      chosen.value = { audience, recipientId: audience === 'PERSON' ? (recipientId ?? first) : null };
    },
    /** Ids of the readers; null for everybody. Nobody else may learn that something is being typed. */
    readers(): string[] | null {
      const { audience, recipientId } = to.value;
      if (audience === 'EVERYONE') return null;
      if (audience === 'PERSON') return recipientId ? [recipientId] : [];
      return others.value.filter(({ role }) => !isCustomerRole(role)).map(({ id }) => id);
    },
  });
}
export type Audience = ReturnType<typeof useAudience>;
