/** The mails and messages that a site may word itself. */
export const MAIL_KINDS = [
  'SESSION_INVITATION',
  'SESSION_MESSAGE',
  'COLLEAGUE_INVITATION',
  'EXPERT_INVITATION',
  'EXPERT_MESSAGE',
  'STAFF_INVITATION',
  'PASSWORD_LINK',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

const INVITATION = ['site', 'csr', 'guest', 'greeting', 'link', 'address', 'number', 'hours'] as const;

/** What is filled in, written `{name}` in a template. Every kind has a `link`; in a mail `{button}` is where it stands large. */
export const MAIL_VARIABLES = {
  SESSION_INVITATION: INVITATION,
  SESSION_MESSAGE: INVITATION,
  COLLEAGUE_INVITATION: INVITATION,
  EXPERT_INVITATION: INVITATION,
  EXPERT_MESSAGE: INVITATION,
  STAFF_INVITATION: ['site', 'inviter', 'name', 'link', 'email', 'days'],
  PASSWORD_LINK: ['site', 'name', 'link', 'email', 'minutes'],
} as const satisfies Record<MailKind, readonly string[]>;
export type MailVariables<K extends MailKind = MailKind> = Record<(typeof MAIL_VARIABLES)[K][number], string>;

/** A message is pasted by a person: it has neither a subject nor a button. */
export const isMessageKind = (kind: MailKind): boolean => kind.endsWith('_MESSAGE');
