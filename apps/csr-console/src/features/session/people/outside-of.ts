import type { SessionStore } from '@tandem/session-client';

export type Outside = 'WAITING' | 'REMOVED' | 'DECLINED' | 'CLOSED';

/**
 * Why an assistant is not in the session: waiting for admission, or removed. CLOSED: was in it and can't return, because the
 * session ended or the seat was closed while the page was disconnected.
 */
export function outsideOf({ me, error }: Pick<SessionStore, 'me' | 'error'>): Outside | null {
  const state = me?.state;
  if (state === 'WAITING' || state === 'REMOVED' || state === 'DECLINED') return state;
  return me && error?.code === 'NOT_FOUND' ? 'CLOSED' : null;
}
