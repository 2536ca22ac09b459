import { SHARE_OPTIONS, shareOptionOf, type ShareMode, type ShareOption } from '@tandem/domain';
import { canSendGrey } from '@tandem/media';
import { operations, type SessionStore, type Sharing } from '@tandem/session-client';
import { computed, reactive } from 'vue';

/** How screens are sent in this session: one of the two session options, and how it is tuned. */
export function useShareMode(store: SessionStore, sharing: Sharing) {
  const mode = computed((): ShareMode => store.session?.shareMode ?? 'STANDARD');
  const option = computed(() => shareOptionOf(mode.value));
  const choose = (next: ShareMode) =>
    store.client.mutate(operations.SetShareModeDocument, { sessionId: store.id, mode: next });

  /** Whose browser sends colours though none are wanted. */
  const colourfulName = computed((): string | null => {
    if (mode.value !== 'SAMPLING_GREY') return null;
    const publisher = sharing.live[0]?.publisher ?? store.customer;
    if (!publisher) return null;
    if (publisher.id === store.me?.id) return canSendGrey() ? null : publisher.name;
    const device = store.participants.find(({ id }) => id === publisher.id)?.device;
    return device?.canSendGrey === false ? publisher.name : null;
  });
  return reactive({
    mode,
    option,
    /** What the chosen option can be tuned to. */
    modes: computed((): readonly ShareMode[] => SHARE_OPTIONS[option.value]),
    colourfulName,
    choose,
    /** How it is tuned stays when it is chosen already. */
    chooseOption: (next: ShareOption) => (next === option.value ? Promise.resolve() : choose(next)),
  });
}
export type ShareModes = ReturnType<typeof useShareMode>;
