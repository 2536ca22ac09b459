/**
 * Every expected failure, declared once. Clients switch over the code exhaustively; each has a sentence in both
 * languages in `libs/session-client/src/texts`. Parameters of an error are in `extensions.params`, invalid fields in
 * `extensions.fields`.
 */
export const ERROR_CODES = [
  // anywhere
  'UNAUTHENTICATED', // not signed in, or the seat's token is invalid
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT', // extensions.fields: [{ path, rule, limit? }]
  'TOO_MANY_REQUESTS', // params.retryAfterSeconds
  'MESSAGE_TOO_LARGE',
  'CHANGED_MEANWHILE', // somebody has changed it since the `basedOn` of the change
  'INTERNAL', // a bug; params.id identifies it in the log
  'UNAVAILABLE', // a component is unavailable for a moment; a retry may succeed
  // auth
  'SIGN_IN_FAILED',
  'SIGN_IN_LOCKED', // params.retryAfterSeconds
  'TOKEN_EXPIRED', // an API token that has expired
  'NETWORK_NOT_ALLOWED', // the site restricts its staff to other networks
  'PASSWORD_WRONG',
  'PASSWORD_TOO_WEAK',
  'PASSWORD_SAME', // the current password of the account
  'PASSWORD_GUESSABLE', // a commonly used password
  'PASSWORD_NAMES_YOU', // derived from the person's address or name, the site's name or the product's
  'PASSWORD_MUST_CHANGE',
  'FIRST_RUN_DONE', // its values are in the settings now
  // settings
  'SETTING_LOCKED', // the site has locked it
  'SETTING_CHANGED_MEANWHILE', // the change to undo is not in effect any more
  // branding
  'CONTRAST_TOO_LOW', // params.ratio, params.needed, params.suggestion
  // addresses
  'HOST_NAME_INVALID',
  'HOST_NAME_TAKEN', // by this site, another one, or the installation itself
  'HOST_NAME_LIMIT', // params.limit
  'HOST_NAME_NOT_SEEN', // it was not verified that it leads here
  // templates
  'TEMPLATE_VARIABLE_UNKNOWN', // params.variable
  'TEMPLATE_VARIABLE_IN_ADDRESS', // params.variable: its value would be sent to another host
  'TEMPLATE_LINK_MISSING', // a required link is missing
  'TEMPLATE_CONVERSATION_MISSING', // a required text is missing
  'TEMPLATE_LOCKED', // an owner has locked it
  // staff
  'EMAIL_TAKEN',
  'ROLE_TOO_HIGH', // nobody can grant or revoke permissions that they lack
  'LAST_OWNER',
  'ROLE_GONE', // deleted in the meantime
  'ROLE_NAME_TAKEN', // params.name
  'ROLE_IN_USE', // params.count: accounts with the role
  'ROLE_CHANGED_MEANWHILE', // the change to undo is not in effect any more
  'ROLE_LIMIT', // params.limit
  'LOCKS_YOU_OUT', // the administrator would lose their own permission
  'STAFF_LINK_OVER', // used, expired, or unknown
  'IMPORT_UNREADABLE', // not a text, or required columns are missing
  'IMPORT_TOO_LARGE', // params.rows, params.kilobytes
  // images
  'IMAGE_TOO_LARGE', // params.kilobytes
  'IMAGE_REFUSED', // an unsupported format, or active content
  'IMAGE_EMPTY', // params.parts: dropped elements of an SVG, without which nothing is visible
  // fonts
  'FONT_TOO_LARGE', // params.megabytes
  'FONT_REFUSED', // no WOFF2 file, or an invalid one
  // sessions
  'SESSION_ENDED',
  'SESSION_LIMIT', // params.limit
  'CUSTOMER_NOT_PRESENT',
  'TRACKING_CODE_REQUIRED',
  'SESSION_TYPE_UNKNOWN', // the site's list has changed in the meantime
  // people in a session
  'PARTICIPANT_NOT_PRESENT', // left in the meantime, or has another role
  'CONTROL_TAKEN', // params.name: the primary CSR
  'NEVER_SIGNED_IN', // params.name: the colleague has never signed in, and would not see the invitation
  // joining
  'SESSION_NUMBER_WRONG', // never reveals whether it ended, expired or never existed
  'JOIN_LOCKED', // params.retryAfterSeconds
  'ADDRESS_UNKNOWN', // params.address: the site's own address
  'DOOR_FULL', // params.limit: of those who wait, of newcomers from one address, or of an hour; params.retryAfterSeconds
  'INVITATION_SPENT',
  'INVITATION_EXPIRED',
  'INVITATION_UNKNOWN',
  'AGREEMENT_REQUIRED', // of the site's current agreement
  'SEAT_CLOSED', // left, was replaced or declined
  'ALREADY_ANSWERED',
  // chat
  'RECIPIENT_NOT_PRESENT',
  'MESSAGE_TOO_OLD', // to change or delete it
  'MESSAGE_DELETED',
  'LINK_NOT_ALLOWED', // no http or https URL, or one with a user name or password
  'CONVERSATION_CLOSED', // the session ended too long ago
  'CONVERSATION_NOT_MAILED', // disabled by the site
  'CONVERSATION_CODE_NEEDED', // the address differs from the invitation's: its owner must confirm it
  'CONVERSATION_CODE_WRONG',
  'CONVERSATION_CODE_OVER', // too many wrong attempts, or expired
  'CONVERSATION_NOT_SENT', // the mail server refused it
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
  'SHARE_OVER', // the request or the share has ended in the meantime
  'GRANT_OVER',
  'CONSENT_HAS_NO_DURATION', // this kind is always for one use of the requester
  'VIEWERS_CHANGED', // a viewer would be added whom the customer was not shown
  // files
  'FILE_DIRECTION_OFF', // the site allows files in the other direction only, or none
  'KEYS_UNAVAILABLE', // the key management service is unavailable
  'FILE_NAME_UNUSABLE', // nothing is left after removing characters that file systems refuse
  'FILE_EMPTY',
  'FILE_TOO_LARGE', // params.limit in MB
  'FILE_TYPE_NOT_ALLOWED', // params.category
  'FILE_LIMIT', // params.limit
  'FILES_TOGETHER_TOO_LARGE', // params.limit in GB: of one session
  'FILE_CHANGED', // an unfinished upload with this name has different content: params.fileId
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

/** Why an ability is not available now; texts in both languages as for errors. */
export const ABILITY_REASONS = [
  'SESSION_ENDED',
  'CUSTOMER_NOT_PRESENT', // nobody has joined yet
  'CUSTOMER_LEFT',
  'NOT_YOUR_SEAT',
  'RIGHT_NOT_GIVEN', // the primary CSR has not given the right
  'DEVICE_CANNOT_SHARE',
  'BROWSER_WITHOUT_MEDIA', // the customer's browser supports neither sending nor showing audio and video
  'SHARE_ALREADY_RUNNING',
  'QUESTION_STANDS',
  'SHARE_BEGINS', // consent was given; the picture has not arrived yet
  'CUSTOMER_ON_HOLD',
  'NO_ASSISTANT',
  'SOMEBODY_LEADS',
  'SITE_DOES_NOT', // a setting of the site
] as const;
export type AbilityReason = (typeof ABILITY_REASONS)[number];

/**
 * Close codes of the GraphQL socket beyond graphql-ws's own: the sign-in or the seat was ended by the server; the
 * server restarts; the seat or account has too many sockets.
 */
export const CLOSE_CODES = { revoked: 4403, restarting: 1012, tooMany: 4429 } as const;
