import { keep, readKept, stored } from '@tandem/session-client';

/** The session that this browser holds a seat in, so that the join page can lead back to it. */
export const lastSession = stored<string | null>('tandem.lastSession', null);
/** The session that this tab has shown. */
const HERE = 'tandem.here';
export function rememberSession(id: string): void {
  lastSession.value = id;
  keep(HERE, id, 'session');
}
export const wasHere = (id: string): boolean => readKept(HERE, 'session') === id;
export const forgetSession = (id: string): void => {
  if (lastSession.value === id) lastSession.value = null;
};
