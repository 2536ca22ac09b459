import type { Attention, Chat, SessionStore, Sharing } from '@tandem/session-client';
import { formatSessionNumber } from '@tandem/domain';
import { onScopeDispose, watchEffect } from 'vue';

/** The browser tab's title shows what needs attention: unread messages, waiting participants, a live screen. */
export function useTitle(store: SessionStore, chat: Chat, sharing: Sharing, attention: Attention): void {
  watchEffect(() => {
    const count = chat.unread + store.waiting.length;
    const name = store.customer?.name ?? formatSessionNumber(store.session?.number ?? '');
    document.title = attention.title ?? `${count ? `(${count}) ` : ''}${sharing.live.length ? '● ' : ''}${name}`;
  });
  onScopeDispose(() => (document.title = 'Tandem'));
}
