import type { Attention, Chat, SessionStore, Sharing } from '@tandem/session-client';
import { formatSessionNumber } from '@tandem/domain';
import { onScopeDispose, watchEffect } from 'vue';

/** The tab's title tells, from afar, what asks for attention: unread messages, somebody who waits, a live picture. */
export function useTitle(store: SessionStore, chat: Chat, sharing: Sharing, attention: Attention): void {
  watchEffect(() => {
    const count = chat.unread + store.waiting.length;
    const name = store.customer?.name ?? formatSessionNumber(store.session?.number ?? '');
    document.title = attention.title ?? `${count ? `(${count}) ` : ''}${sharing.live.length ? '● ' : ''}${name}`;
  });
  onScopeDispose(() => (document.title = 'Tandem'));
}
