import type { SessionStore } from '@tandem/session-client';

export type Outside = 'WAITING' | 'REMOVED' | 'DECLINED' | 'CLOSED';

/**
 * Why a colleague who helps is not inside: has to wait, or was taken out. CLOSED: was here, and is not let in again, because
 * the session has ended or the place was closed while the line was down.
 */
export function outsideOf({ me, error }: Pick<SessionStore, 'me' | 'error'>): Outside | null {
  const state = me?.state;
  if (state === 'WAITING' || state === 'REMOVED' || state === 'DECLINED') return state;
  return me && error?.code === 'NOT_FOUND' ? 'CLOSED' : null;
}
