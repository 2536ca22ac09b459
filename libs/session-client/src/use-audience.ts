import { isCustomerRole } from '@tandem/domain';
import { computed, reactive } from 'vue';
import { stored } from './stored';
import type { Message } from './types';
import type { SessionStore } from './use-session';

/** Whom a message is for. */
export interface SendTo {
  audience: Message['audience'];
  recipientId: string | null;
}
const EVERYONE: SendTo = { audience: 'EVERYONE', recipientId: null };

/**
 * Whom the next message is for: chosen once, kept for this session. Somebody who was chosen and has left stays chosen, so
 * that nothing meant for one is sent to all.
 */
export function useAudience(store: SessionStore) {
  const to = stored<SendTo>(`tandem.to.${store.id}`, EVERYONE);
  const people = computed(() =>
    store.participants.filter(({ state, id }) => state === 'SEATED' && id !== store.me?.id),
  );
  const isOnStaff = computed(() => store.me !== null && !isCustomerRole(store.me.role));
  const recipient = computed(() => people.value.find(({ id }) => id === to.value.recipientId) ?? null);

  return reactive({
    to,
    /** The others in the session. */
    people,
    recipient,
    /** Circles that may be chosen now; the chosen one is among them in any case. */
    choices: computed((): SendTo['audience'][] =>
      (['EVERYONE', 'CSRS', 'PERSON'] as const).filter(
        (audience) =>
          audience === 'EVERYONE' ||
          audience === to.value.audience ||
          (audience === 'CSRS' ? isOnStaff.value : people.value.length > 1),
      ),
    ),
    /** Whether what is sent now would find whom it is for. */
    isThere: computed(() => to.value.audience !== 'PERSON' || recipient.value !== null),
    choose(audience: SendTo['audience'], recipientId: string | null = null): void {
      to.value = { audience, recipientId: audience === 'PERSON' ? (recipientId ?? people.value[0]?.id ?? null) : null };
    },
    /** Who would read it; null for everybody. Nobody else may learn that something is being written. */
    readers(): string[] | null {
      const { audience, recipientId } = to.value;
      if (audience === 'EVERYONE') return null;
      if (audience === 'PERSON') return recipientId ? [recipientId] : [];
      return people.value.filter(({ role }) => !isCustomerRole(role)).map(({ id }) => id);
    },
  });
}
export type Audience = ReturnType<typeof useAudience>;
