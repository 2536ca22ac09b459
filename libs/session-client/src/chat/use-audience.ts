import { isCustomerRole } from '@tandem/domain';
import { computed, reactive } from 'vue';
import { storedOf } from '../browser/session-storage';
import type { Message } from '../model/types';
import type { SessionStore } from '../session/use-session';

/** Whom a message is for. */
export interface SendTo {
  audience: Message['audience'];
  recipientId: string | null;
}
const AUDIENCES = ['EVERYONE', 'CSRS', 'PERSON'] as const;
const EVERYONE: SendTo = { audience: 'EVERYONE', recipientId: null };
const CSRS: SendTo = { audience: 'CSRS', recipientId: null };

/**
 * Whom the next message is for: chosen once, kept for this session. Somebody who was chosen and has left stays chosen, so
 * that nothing meant for one is sent to all.
 */
export function useAudience(store: SessionStore) {
  const chosen = storedOf<SendTo>(store.id, 'to', EVERYONE);
  const mayWriteToAll = computed(() => store.ability('chatWithCustomer').isAllowed);
  const mayWriteToCsrs = computed(() => store.ability('chatAmongCsrs').isAllowed);
  const others = computed(() =>
    store.participants.filter(({ state, id }) => state === 'SEATED' && id !== store.me?.id),
  );
  const people = computed(() => others.value.filter(({ role }) => mayWriteToAll.value || !isCustomerRole(role)));
  /** Who may not write to the customer writes among the representatives: never to more than was chosen. */
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
    /** Whom one may write to alone. */
    people,
    recipient,
    /** Circles that may be chosen now; the chosen one is among them in any case. */
    choices: computed(() => AUDIENCES.filter((audience) => audience === to.value.audience || isOffered(audience))),
    /** Whether what is sent now would find whom it is for. */
    isThere: computed(() => to.value.audience !== 'PERSON' || recipient.value !== null),
    choose(audience: SendTo['audience'], recipientId: string | null = null): void {
      const first = people.value[0]?.id ?? null;
      chosen.value = { audience, recipientId: audience === 'PERSON' ? (recipientId ?? first) : null };
    },
    /** Who would read it; null for everybody. Nobody else may learn that something is being written. */
    readers(): string[] | null {
      const { audience, recipientId } = to.value;
      if (audience === 'EVERYONE') return null;
      if (audience === 'PERSON') return recipientId ? [recipientId] : [];
      return others.value.filter(({ role }) => !isCustomerRole(role)).map(({ id }) => id);
    },
  });
}
export type Audience = ReturnType<typeof useAudience>;
