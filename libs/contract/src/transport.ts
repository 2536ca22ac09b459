/** Names shared by client and server outside of GraphQL: headers, cookies and paths. */
export const ACTOR_HEADER = 'tandem-actor';
/** The fingerprint of a file during its upload: if the file was changed, the upload is not resumed. */
export const FINGERPRINT_HEADER = 'tandem-fingerprint';

/** In every answer: the server's time in milliseconds since 1970. */
export const TIME_HEADER = 'tandem-time';

export type Actor = { kind: 'staff' } | { kind: 'seat'; sessionId: string };

export const formatActor = (actor: Actor): string => (actor.kind === 'staff' ? 'staff' : `seat:${actor.sessionId}`);

/** Null for anything that names no actor. */
export function parseActor(value: string | undefined): Actor | null {
  if (value === 'staff') return { kind: 'staff' };
  const sessionId = value?.match(/^seat:([A-Za-z0-9_-]{1,64})$/)?.[1];
  return sessionId ? { kind: 'seat', sessionId } : null;
}

export const PATHS = {
  graphql: '/graphql',
  livekit: '/livekit',
  console: '/console/',
  /** Where a colleague answers an invitation. */
  assist: (invitationId: string) => `/console/assist/${invitationId}`,
  join: (number: string) => `/j/${number}`,
  /** Where the content of a file is uploaded. */
  file: (id: string) => `/files/${id}`,
  fileLink: (id: string, token: string) => `/files/${id}/${token}`,
  invitation: (token: string) => `/i/${token}`,
  /** Where an account chooses its password. */
  welcome: (token: string) => `/console/welcome/${token}`,
  /** Where a new mail address of an account is confirmed. */
  address: (token: string) => `/console/address/${token}`,
  health: '/healthz',
  /** Answers whether an address leads to this installation. */
  addressCheck: '/.well-known/tandem-address',
  image: (id: string) => `/images/${id}`,
  font: (id: string) => `/fonts/${id}`,
  /** Where a site's own font is uploaded. */
  fonts: '/fonts',
  ca: '/ca.crt',
  reportsCsv: '/reports.csv',
} as const;
