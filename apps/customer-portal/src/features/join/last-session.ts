import { stored } from '@tandem/session-client';

/** The session that this browser holds a seat in, so that the join page can lead back to it. */
export const lastSession = stored<string | null>('tandem.lastSession', null);
export const rememberSession = (id: string): void => void (lastSession.value = id);
export const forgetSession = (id: string): void => {
  if (lastSession.value === id) lastSession.value = null;
};
