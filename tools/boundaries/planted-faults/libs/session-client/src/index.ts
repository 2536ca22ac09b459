export const sessionclient = 'session-client';
