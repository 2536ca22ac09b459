/**
 * Lifecycles as tables: for every state the states that may follow. No other place decides whether a status may change;
 * repos move a row with `UPDATE … WHERE state IN (statesBefore(next))`, so that two acts at once can't both win.
 */
export type Lifecycle<S extends string> = Readonly<Record<S, readonly S[]>>;

export const SESSION_LIFECYCLE = {
  /** Started; no customer has entered yet. */
  OPEN: ['ACTIVE', 'ENDED'],
  /** A customer has entered. Stays so while people come and go. */
  ACTIVE: ['ENDED'],
  ENDED: [],
} as const satisfies Lifecycle<string>;
export type SessionState = keyof typeof SESSION_LIFECYCLE;

export const PARTICIPANT_LIFECYCLE = {
  /** Waits for the CSR to be let in. */
  WAITING: ['SEATED', 'DECLINED', 'LEFT'],
  SEATED: ['LEFT', 'REPLACED', 'REMOVED'],
  /** Went by own will, or with the end of the session. */
  LEFT: [],
  /** The CSR gave the seat to somebody else. */
  REPLACED: [],
  /** The primary CSR took the seat away. */
  REMOVED: [],
  DECLINED: [],
} as const satisfies Lifecycle<string>;
export type ParticipantState = keyof typeof PARTICIPANT_LIFECYCLE;

export const MAIL_LIFECYCLE = {
  /** No mail server is set: it stays here, to be read and to be handed over by other ways. */
  NOT_SENT: [],
  SENDING: ['DEFERRED', 'SENT', 'PERHAPS_DELIVERED', 'FAILED'],
  /** Not taken yet: the mail server wants us to wait, or can't be reached. It is tried again. */
  DEFERRED: ['SENT', 'PERHAPS_DELIVERED', 'FAILED'],
  SENT: [],
  /** The line broke after the whole mail was on its way: nobody knows, and a second one might be one too many. */
  PERHAPS_DELIVERED: [],
  /** Refused, or given up. */
  FAILED: [],
} as const satisfies Lifecycle<string>;
export type MailState = keyof typeof MAIL_LIFECYCLE;

const ANSWERED = ['OPENED', 'JOINING', 'DECLINED', 'EXPIRED'] as const;
export const INVITATION_LIFECYCLE = {
  /** A link that its maker hands over. */
  READY: ANSWERED,
  /** As its mail; whoever got the link another way may answer in each of these. */
  NOT_SENT: ['SENDING', ...ANSWERED],
  SENDING: ['NOT_SENT', 'DEFERRED', 'SENT', 'PERHAPS_DELIVERED', 'FAILED', ...ANSWERED],
  DEFERRED: ['SENT', 'PERHAPS_DELIVERED', 'FAILED', ...ANSWERED],
  SENT: ANSWERED,
  PERHAPS_DELIVERED: ['SENDING', ...ANSWERED],
  /** The mail was refused or given up. May be tried again. */
  FAILED: ['SENDING', ...ANSWERED],
  OPENED: ['JOINING', 'DECLINED', 'EXPIRED'],
  /** The token is spent; the guest is on the way to the seat. */
  JOINING: ['JOINED', 'EXPIRED'],
  JOINED: [],
  /** The colleague has no time now. */
  DECLINED: [],
  EXPIRED: [],
} as const satisfies Lifecycle<string>;
export type InvitationState = keyof typeof INVITATION_LIFECYCLE;

export const CONSENT_LIFECYCLE = {
  /** The question stands in front of whoever has to answer it. */
  ASKED: ['GRANTED', 'REFUSED', 'EXPIRED', 'WITHDRAWN'],
  /** Allowed: what follows from it is the grant's. */
  GRANTED: [],
  REFUSED: [],
  /** Silence is no. */
  EXPIRED: [],
  WITHDRAWN: [],
} as const satisfies Lifecycle<string>;
export type ConsentState = keyof typeof CONSENT_LIFECYCLE;

export const SHARE_LIFECYCLE = {
  /** The question stands in front of the customer. */
  ASKED: ['GRANTED', 'REFUSED', 'EXPIRED', 'WITHDRAWN'],
  /** Consent is there; the browser's own picker has still to be answered. */
  GRANTED: ['STARTING', 'FAILED', 'STOPPED'],
  /** A surface is chosen and may be published; nobody has seen it yet. */
  STARTING: ['LIVE', 'FAILED', 'STOPPED'],
  /** The media server has the picture. */
  LIVE: ['STOPPED'],
  STOPPED: [],
  REFUSED: [],
  EXPIRED: [],
  WITHDRAWN: [],
  FAILED: [],
} as const satisfies Lifecycle<string>;
export type ShareState = keyof typeof SHARE_LIFECYCLE;

export const FILE_LIFECYCLE = {
  /** Offered; its bytes come, with as many interruptions as it takes. */
  UPLOADING: ['CHECKING', 'REFUSED', 'WITHDRAWN', 'EXPIRED'],
  /** Whole; its type is looked at, and a virus scanner is asked where there is one. */
  CHECKING: ['PUBLISHED', 'REFUSED', 'WITHDRAWN', 'EXPIRED'],
  PUBLISHED: ['WITHDRAWN', 'EXPIRED'],
  REFUSED: [],
  WITHDRAWN: [],
  /** Kept as long as the site keeps files; or never finished. */
  EXPIRED: [],
} as const satisfies Lifecycle<string>;
export type FileState = keyof typeof FILE_LIFECYCLE;

/** The states from which `next` may be entered. */
export function statesBefore<S extends string>(lifecycle: Lifecycle<S>, next: S): S[] {
  return (Object.keys(lifecycle) as S[]).filter((state) => lifecycle[state].includes(next));
}

/** States that nothing follows. */
export function isFinal<S extends string>(lifecycle: Lifecycle<S>, state: S): boolean {
  return lifecycle[state].length === 0;
}
