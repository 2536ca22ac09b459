/**
 * Lifecycles as tables: for every state the states that may follow. No other code decides whether a state may change;
 * repos use `UPDATE … WHERE state IN (statesBefore(next))`, so that of two concurrent changes only one succeeds.
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
  /** Waits for admission by the primary CSR. */
  WAITING: ['SEATED', 'DECLINED', 'LEFT'],
  SEATED: ['LEFT', 'REPLACED', 'REMOVED'],
  /** Left voluntarily, or at the end of the session. */
  LEFT: [],
  /** The CSR gave the seat to another customer. */
  REPLACED: [],
  /** The primary CSR removed the participant. */
  REMOVED: [],
  DECLINED: [],
} as const satisfies Lifecycle<string>;
export type ParticipantState = keyof typeof PARTICIPANT_LIFECYCLE;

export const MAIL_LIFECYCLE = {
  /** No mail server is configured: the mail can be read here and handed over otherwise. */
  NOT_SENT: [],
  SENDING: ['DEFERRED', 'SENT', 'PERHAPS_DELIVERED', 'FAILED'],
  /** The mail server refuses temporarily, or is unreachable. It is retried. */
  DEFERRED: ['SENT', 'PERHAPS_DELIVERED', 'FAILED'],
  SENT: [],
  /**
   * The connection was lost after the whole mail was sent: its delivery is unknown, and sending it again might
   * duplicate it.
   */
  PERHAPS_DELIVERED: [],
  /** Refused, or given up. */
  FAILED: [],
} as const satisfies Lifecycle<string>;
export type MailState = keyof typeof MAIL_LIFECYCLE;

const ANSWERED = ['OPENED', 'JOINING', 'DECLINED', 'EXPIRED'] as const;
export const INVITATION_LIFECYCLE = {
  /** A link that the CSR hands over. */
  READY: ANSWERED,
  /**
   * Follows its mail; the invitation may be answered in each of these states, because the link may have arrived
   * otherwise.
   */
  NOT_SENT: ['SENDING', ...ANSWERED],
  SENDING: ['NOT_SENT', 'DEFERRED', 'SENT', 'PERHAPS_DELIVERED', 'FAILED', ...ANSWERED],
  DEFERRED: ['SENT', 'PERHAPS_DELIVERED', 'FAILED', ...ANSWERED],
  SENT: ANSWERED,
  PERHAPS_DELIVERED: ['SENDING', ...ANSWERED],
  /** The mail was refused or given up. May be retried. */
  FAILED: ['SENDING', ...ANSWERED],
  OPENED: ['JOINING', 'DECLINED', 'EXPIRED'],
  /** The token is spent; the guest is joining. */
  JOINING: ['JOINED', 'EXPIRED'],
  JOINED: [],
  /** The colleague has no time now. */
  DECLINED: [],
  EXPIRED: [],
} as const satisfies Lifecycle<string>;
export type InvitationState = keyof typeof INVITATION_LIFECYCLE;

export const CONSENT_LIFECYCLE = {
  /** The request is shown to its grantors. */
  ASKED: ['GRANTED', 'REFUSED', 'EXPIRED', 'WITHDRAWN'],
  /** Consent was given: the grant continues from here. */
  GRANTED: [],
  REFUSED: [],
  /** No answer means no. */
  EXPIRED: [],
  WITHDRAWN: [],
} as const satisfies Lifecycle<string>;
export type ConsentState = keyof typeof CONSENT_LIFECYCLE;

export const SHARE_LIFECYCLE = {
  /** The consent request is shown to the customer. */
  ASKED: ['GRANTED', 'REFUSED', 'EXPIRED', 'WITHDRAWN'],
  /** Consent was given; the browser's picker is open. */
  GRANTED: ['STARTING', 'FAILED', 'STOPPED'],
  /** A surface was selected and may be published; nobody sees it yet. */
  STARTING: ['LIVE', 'FAILED', 'STOPPED'],
  /** The media server receives the picture. */
  LIVE: ['STOPPED'],
  STOPPED: [],
  REFUSED: [],
  EXPIRED: [],
  WITHDRAWN: [],
  FAILED: [],
} as const satisfies Lifecycle<string>;
export type ShareState = keyof typeof SHARE_LIFECYCLE;

export const FILE_LIFECYCLE = {
  /** Offered; its content is uploaded, with any number of interruptions. */
  UPLOADING: ['CHECKING', 'REFUSED', 'WITHDRAWN', 'EXPIRED'],
  /** Complete; its type is checked, and a virus scanner is asked if there is one. */
  CHECKING: ['PUBLISHED', 'REFUSED', 'WITHDRAWN', 'EXPIRED'],
  PUBLISHED: ['WITHDRAWN', 'EXPIRED'],
  REFUSED: [],
  WITHDRAWN: [],
  /** Its retention time is over; or never completed. */
  EXPIRED: [],
} as const satisfies Lifecycle<string>;
export type FileState = keyof typeof FILE_LIFECYCLE;

/** The states from which `next` may be entered. */
export function statesBefore<S extends string>(lifecycle: Lifecycle<S>, next: S): S[] {
  return (Object.keys(lifecycle) as S[]).filter((state) => lifecycle[state].includes(next));
}

/** Whether no state follows. */
export function isFinal<S extends string>(lifecycle: Lifecycle<S>, state: S): boolean {
  return lifecycle[state].length === 0;
}
