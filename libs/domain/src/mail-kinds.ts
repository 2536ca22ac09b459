/** The mails and messages whose wording a site can change. */
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

/** A mail with the site's wording, one with a fixed wording, or a test mail. */
export const OUTGOING_KINDS = [...MAIL_KINDS, 'CONVERSATION_CODE', 'TEST'] as const;
export type OutgoingKind = (typeof OUTGOING_KINDS)[number];

/** Why a mail was not delivered (yet); each with a text in both languages. */
export const MAIL_FAILURES = [
  /** A permanent refusal by the mail server. */
  'MAIL_REFUSED',
  /** A temporary refusal. */
  'MAIL_DEFERRED',
  'MAIL_UNREACHABLE',
  /** It refuses our user name or password, or offers no TLS to send them. */
  'MAIL_SIGN_IN',
  /** The address has reached its hourly limit. */
  'MAIL_BUDGET',
  /** Its link or its session expired first. */
  'MAIL_OVERTAKEN',
] as const;
export type MailFailure = (typeof MAIL_FAILURES)[number];

const INVITATION = ['site', 'csr', 'guest', 'greeting', 'link', 'address', 'number', 'hours'] as const;

/** Variables, written `{name}` in a template. `{button}` is replaced by the mail's link as a button. */
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
/** The required variables of a text. */
export const heartOf = (kind: MailKind): 'link' | 'conversation' => (kind === 'CONVERSATION' ? 'conversation' : 'link');
/** Mails with a button. */
export const hasButton = (kind: MailKind): boolean => !isMessageKind(kind) && heartOf(kind) === 'link';
