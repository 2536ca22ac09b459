/**
 * Every expected failure, declared once. Clients switch over the code exhaustively; each has a sentence in both languages
 * in `libs/session-client/src/texts`. `params` of an error travel in `extensions.params`, refused input in `extensions.fields`.
 */
export const ERROR_CODES = [
  // anywhere
  'UNAUTHENTICATED', // nobody is signed in, or the seat's token is gone
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT', // extensions.fields: [{ path, rule, limit? }]
  'TOO_MANY_REQUESTS', // params.retryAfterSeconds
  'MESSAGE_TOO_LARGE',
  'INTERNAL', // a bug; params.id to read out
  'UNAVAILABLE', // a part is down for a moment; trying again helps
  // auth
  'SIGN_IN_FAILED',
  'SIGN_IN_LOCKED', // params.retryAfterSeconds
  'TOKEN_EXPIRED', // an integrator's, which was made for a time
  'NETWORK_NOT_ALLOWED', // the site lets its staff in from other networks only
  'PASSWORD_WRONG',
  'PASSWORD_TOO_WEAK',
  'PASSWORD_SAME', // the one that the account has
  'PASSWORD_GUESSABLE', // one of those that are tried first
  'PASSWORD_NAMES_YOU', // made of the person's address or name, of the site's or of the product's
  'PASSWORD_MUST_CHANGE',
  'FIRST_RUN_DONE', // what it asks is in the settings now
  // settings
  'SETTING_LOCKED', // the site has decided it for everybody
  'SETTING_CHANGED_MEANWHILE', // what was to be undone is not in effect any more
  // branding
  'CONTRAST_TOO_LOW', // params.ratio, params.needed, params.suggestion
  // addresses
  'HOST_NAME_INVALID',
  'HOST_NAME_TAKEN', // by this site, another one, or the installation itself
  'HOST_NAME_LIMIT', // params.limit
  'HOST_NAME_NOT_SEEN', // nothing has shown yet that it leads here
  // templates
  'TEMPLATE_VARIABLE_UNKNOWN', // params.variable
  'TEMPLATE_VARIABLE_IN_ADDRESS', // params.variable: what is filled in would be carried elsewhere
  'TEMPLATE_LINK_MISSING', // without it the mail leads nowhere
  'TEMPLATE_CONVERSATION_MISSING', // without it the mail says nothing
  'TEMPLATE_LOCKED', // an owner has locked it
  // staff
  'EMAIL_TAKEN',
  'ROLE_TOO_HIGH', // nobody grants, or takes away, what they don't have themselves
  'LAST_OWNER',
  'ROLE_GONE', // deleted meanwhile
  'ROLE_NAME_TAKEN', // params.name
  'ROLE_IN_USE', // params.count: of accounts that have it
  'ROLE_CHANGED_MEANWHILE', // what was to be undone is not in effect any more
  'ROLE_LIMIT', // params.limit
  'LOCKS_YOU_OUT', // the change would end the administration by who makes it
  'STAFF_LINK_OVER', // used, run out, or never given out
  'IMPORT_UNREADABLE', // no text, or without the columns that it needs
  'IMPORT_TOO_LARGE', // params.rows, params.kilobytes
  // images
  'IMAGE_TOO_LARGE', // params.kilobytes
  'IMAGE_REFUSED', // no image that we show, or one with something in it that could run
  'IMAGE_EMPTY', // params.parts: what was left out of an SVG, after which nothing of it is seen
  // fonts
  'FONT_TOO_LARGE', // params.megabytes
  'FONT_REFUSED', // no WOFF2 file, or a broken one
  // sessions
  'SESSION_ENDED',
  'SESSION_LIMIT', // params.limit
  'CUSTOMER_NOT_PRESENT',
  'TRACKING_CODE_REQUIRED',
  'SESSION_TYPE_UNKNOWN', // the site's list has changed meanwhile
  // people in a session
  'PARTICIPANT_NOT_PRESENT', // left meanwhile, or sits in another role
  'CONTROL_TAKEN', // params.name: who leads
  'NEVER_SIGNED_IN', // params.name: nobody would read that help is asked for
  // joining
  'SESSION_NUMBER_WRONG', // never tells whether it ended, expired or was never given out
  'JOIN_LOCKED', // params.retryAfterSeconds
  'ADDRESS_UNKNOWN', // params.address: where the site can be opened
  'DOOR_FULL', // params.limit: as many wait to be let in
  'INVITATION_SPENT',
  'INVITATION_EXPIRED',
  'INVITATION_UNKNOWN',
  'AGREEMENT_REQUIRED', // to what the site asks now
  'SEAT_CLOSED', // left, replaced or declined
  'ALREADY_ANSWERED',
  // chat
  'RECIPIENT_NOT_PRESENT',
  'MESSAGE_TOO_OLD', // to be changed or deleted
  'MESSAGE_DELETED',
  'LINK_NOT_ALLOWED', // no http or https address, or one with a name or password in it
  'CONVERSATION_CLOSED', // the session was over too long ago
  'CONVERSATION_NOT_MAILED', // the site doesn't
  'CONVERSATION_CODE_NEEDED', // it goes to another address than the invitation: its owner must want it
  'CONVERSATION_CODE_WRONG',
  'CONVERSATION_CODE_OVER', // too many wrong ones, or too late
  'CONVERSATION_NOT_SENT', // the mail server did not take it
  // canned replies
  'REPLY_SHORT_TAKEN', // params.short
  'REPLY_VARIABLE_UNKNOWN', // params.name
  'REPLY_LIMIT', // params.limit
  // media
  'MEDIA_HELD_ELSEWHERE',
  'MEDIA_UNAVAILABLE',
  // sharing
  'SHARE_NOT_SUPPORTED_BY_DEVICE',
  'CUSTOMER_ON_HOLD',
  'SHARE_ALREADY_RUNNING',
  'SHARE_ASKED_TOO_OFTEN', // params.retryAfterSeconds
  'SHARE_OVER', // the question or the share has ended meanwhile
  'GRANT_OVER',
  'VIEWERS_CHANGED', // somebody else would see it too than the customer was shown
  // files
  'FILE_DIRECTION_OFF', // the site lets files go in the other direction only, or in none
  'KEYS_UNAVAILABLE', // the service that guards the keys of files can't be asked
  'FILE_NAME_UNUSABLE', // nothing is left of it without what no file system takes
  'FILE_EMPTY',
  'FILE_TOO_LARGE', // params.limit in MB
  'FILE_TYPE_NOT_ALLOWED', // params.category
  'FILE_LIMIT', // params.limit
  'FILES_TOGETHER_TOO_LARGE', // params.limit in GB: of one session
  'FILE_CHANGED', // an unfinished upload under this name is of another file: params.fileId
  'FILE_REFUSED', // params.reason
  'FILE_NOT_READY',
  'FILE_GONE', // withdrawn or expired
  'LINK_EXPIRED',
  'STORAGE_FULL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface FieldError {
  /** Path inside the input, e.g. `text`. */
  path: string;
  rule: 'REQUIRED' | 'TOO_LONG' | 'TOO_SHORT' | 'TOO_LARGE' | 'TOO_SMALL' | 'INVALID';
  limit?: number;
}
export interface ErrorExtensions {
  code: ErrorCode;
  params?: Record<string, unknown>;
  fields?: FieldError[];
}

/** Why an ability is not there now; texts in both languages as for errors. */
export const ABILITY_REASONS = [
  'SESSION_ENDED',
  'CUSTOMER_NOT_PRESENT', // nobody has joined yet
  'CUSTOMER_LEFT',
  'NOT_YOUR_SEAT',
  'RIGHT_NOT_GIVEN', // the primary CSR has not ticked it
  'DEVICE_CANNOT_SHARE',
  'BROWSER_WITHOUT_MEDIA', // the customer's browser can neither send nor show sound and pictures
  'SHARE_ALREADY_RUNNING',
  'QUESTION_STANDS',
  'SHARE_BEGINS', // allowed; the picture is not there yet
  'CUSTOMER_ON_HOLD',
  'NO_ASSISTANT',
  'SOMEBODY_LEADS',
  'SITE_DOES_NOT', // a setting of the site
] as const;
export type AbilityReason = (typeof ABILITY_REASONS)[number];

/**
 * Close codes of the GraphQL socket beyond graphql-ws's own: the sign-in or the seat was ended by the server; the server
 * begins anew; there are so many sockets of this seat or account that this one had to go.
 */
export const CLOSE_CODES = { revoked: 4403, restarting: 1012, tooMany: 4429 } as const;
