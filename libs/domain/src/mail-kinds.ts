/** The mails and messages that a site may word itself. */
export const MAIL_KINDS = [
  'SESSION_INVITATION',
  'SESSION_MESSAGE',
  'COLLEAGUE_INVITATION',
  'EXPERT_INVITATION',
  'EXPERT_MESSAGE',
  'STAFF_INVITATION',
  'PASSWORD_LINK',
  'ADDRESS_CONFIRM',
  'ADDRESS_CHANGED',
  'CONVERSATION',
  'CONCERN_REPORT',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** A mail that a site words, one that is always worded the same, or a try of a wording. */
export const OUTGOING_KINDS = [...MAIL_KINDS, 'CONVERSATION_CODE', 'TEST'] as const;
export type OutgoingKind = (typeof OUTGOING_KINDS)[number];

/** Why a mail is not there yet, or never will be; each with a text in both languages. */
export const MAIL_FAILURES = [
  /** The mail server said no, for good. */
  'MAIL_REFUSED',
  /** It wants us to wait. */
  'MAIL_DEFERRED',
  'MAIL_UNREACHABLE',
  /** It does not know our user name or password, or offers no TLS to send them by. */
  'MAIL_SIGN_IN',
  /** The address has had many mails within the hour. */
  'MAIL_BUDGET',
  /** Its link or its session was over first. */
  'MAIL_OVERTAKEN',
] as const;
export type MailFailure = (typeof MAIL_FAILURES)[number];

const INVITATION = ['site', 'csr', 'guest', 'greeting', 'link', 'address', 'number', 'hours'] as const;

/** What is filled in, written `{name}` in a template. `{button}` is where a mail's link stands large. */
export const MAIL_VARIABLES = {
  SESSION_INVITATION: INVITATION,
  SESSION_MESSAGE: INVITATION,
  COLLEAGUE_INVITATION: INVITATION,
  EXPERT_INVITATION: INVITATION,
  EXPERT_MESSAGE: INVITATION,
  STAFF_INVITATION: ['site', 'inviter', 'name', 'link', 'email', 'days'],
  PASSWORD_LINK: ['site', 'name', 'link', 'email', 'minutes'],
  ADDRESS_CONFIRM: ['site', 'name', 'newEmail', 'link', 'hours'],
  ADDRESS_CHANGED: ['site', 'name', 'newEmail', 'link'],
  CONVERSATION: ['site', 'greeting', 'number', 'conversation'],
  CONCERN_REPORT: ['site', 'name', 'customer', 'csr', 'number', 'at', 'link'],
} as const satisfies Record<MailKind, readonly string[]>;
export type MailVariables<K extends MailKind = MailKind> = Record<(typeof MAIL_VARIABLES)[K][number], string>;

/** A message is pasted by a person: it has neither a subject nor a button. */
export const isMessageKind = (kind: MailKind): boolean => kind.endsWith('_MESSAGE');
/** What a text is sent for, and can't do without. */
export const heartOf = (kind: MailKind): 'link' | 'conversation' => (kind === 'CONVERSATION' ? 'conversation' : 'link');
/** A mail whose link stands large. */
export const hasButton = (kind: MailKind): boolean => !isMessageKind(kind) && heartOf(kind) === 'link';
