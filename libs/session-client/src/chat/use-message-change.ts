import { TandemError } from '@tandem/client';
import { ref, shallowRef } from 'vue';
import type { Chat } from './use-chat';

/** Edits or deletes a message, one request at a time, and keeps the error of the last one. */
export function useMessageChange(chat: Chat, messageId: () => string) {
  const isBusy = ref(false);
  const error = shallowRef<TandemError | null>(null);

  /** @returns whether it worked */
  async function act(work: () => Promise<void>): Promise<boolean> {
    if (isBusy.value) return false;
    isBusy.value = true;
    error.value = null;
    try {
      await work();
      return true;
    } catch (cause) {
      error.value = cause instanceof TandemError ? cause : new TandemError('UNAVAILABLE');
      return false;
    } finally {
      isBusy.value = false;
    }
  }
  return {
    isBusy,
    error,
    edit: (text: string) => act(() => chat.edit(messageId(), text)),
    remove: () => act(() => chat.remove(messageId())),
  };
}
