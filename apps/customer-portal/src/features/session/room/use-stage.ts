import type { SessionStore } from '@tandem/session-client';
import { computed } from 'vue';
import { wasHere } from '../../join/last-session';

export type OverReason = 'ended' | 'idle' | 'reported' | 'left' | 'replaced' | 'removed' | 'declined' | 'lost' | 'gone';
export type Stage = { kind: 'connecting' } | { kind: 'waiting' } | { kind: 'room' } | { kind: 'over'; why: OverReason };

const BY_STATE: Record<string, OverReason> = {
  LEFT: 'left',
  REPLACED: 'replaced',
  REMOVED: 'removed',
  DECLINED: 'declined',
};

/** Ends that want another last word than thanks. */
const BY_END: Record<string, OverReason> = { IDLE: 'idle', REPORTED_BY_CUSTOMER: 'reported' };

/** Advice after an unexpected call, for the customers whom it may concern. */
function whyEnded({ session, me }: SessionStore): OverReason {
  const why = BY_END[session?.endReason ?? ''] ?? 'ended';
  return why === 'reported' && me?.role === 'GUEST_EXPERT' ? 'ended' : why;
}

/** The server doesn't let this page in: it never was, or it was and, as far as can be known here, its place is lost. */
function whyRefused({ id, me, error }: SessionStore): OverReason {
  if (error?.code === 'SEAT_CLOSED') return me ? 'removed' : 'left';
  return error?.code !== 'INTERNAL' && (me || wasHere(id)) ? 'lost' : 'gone';
}

/** Which of the four pages of a session the customer is on. */
export function useStage(store: SessionStore) {
  return computed((): Stage => {
    if (store.session?.state === 'ENDED' || store.error?.code === 'SESSION_ENDED')
      return { kind: 'over', why: whyEnded(store) };
    const closed = store.me && BY_STATE[store.me.state];
    if (closed) return { kind: 'over', why: closed };
    if (store.error) return { kind: 'over', why: whyRefused(store) };
    if (!store.me) return { kind: 'connecting' };
    return { kind: store.me.state === 'WAITING' ? 'waiting' : 'room' };
  });
}
