/** The closed lists of the domain, shared by the schema, the database and the pages. */

export const LOCALES = ['ko', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The built-in roles of every site. Their permissions: `permissions.ts`. */
export const ROLES = [
  'OWNER',
  'ADMINISTRATOR',
  'READ_ONLY_ADMINISTRATOR',
  'SUPERVISOR',
  'CSR',
  'AUDITOR',
  'INTEGRATOR',
] as const;
export type Role = (typeof ROLES)[number];

/** The roles of a participant in one session. */
export const PARTICIPANT_ROLES = [
  'PRIMARY_CSR',
  'ASSISTANT',
  'GUEST_EXPERT',
  'SUPERVISOR',
  'PRIMARY_CUSTOMER',
  'SECONDARY_CUSTOMER',
] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

export const CUSTOMER_ROLES: readonly ParticipantRole[] = ['PRIMARY_CUSTOMER', 'SECONDARY_CUSTOMER'];
export const isCustomerRole = (role: ParticipantRole): boolean => CUSTOMER_ROLES.includes(role);

/**
 * As whom a later customer is admitted: the same person again, who reads what the earlier seat could read, or another
 * person, who reads from now on.
 */
export const ADMISSIONS = ['SAME_PERSON', 'ANOTHER_PERSON'] as const;
export type AdmittedAs = (typeof ADMISSIONS)[number];

/** Single-session mode: one customer at a time; multi-session mode: several. */
export const SESSION_MODES = ['SINGLE', 'MULTI'] as const;

export const SESSION_ORIGINS = ['OUTBOUND', 'INBOUND'] as const;
export type SessionOrigin = (typeof SESSION_ORIGINS)[number];

export const SESSION_END_REASONS = [
  'ENDED_BY_CSR',
  'CUSTOMER_LEFT',
  'IDLE',
  'NEVER_JOINED',
  /** The customer was called unexpectedly. */
  'REPORTED_BY_CUSTOMER',
] as const;
export type SessionEndReason = (typeof SESSION_END_REASONS)[number];

/** The audience of a chat message. A message to CSRs only is never sent to a customer's socket. */
export const CHAT_AUDIENCES = ['EVERYONE', 'PERSON', 'CSRS'] as const;
export type ChatAudience = (typeof CHAT_AUDIENCES)[number];

/** CONSOLE: a notification in the colleague's own console. */
export const TRANSCRIPT_FORMATS = ['TEXT', 'JSON'] as const;
export type TranscriptFormat = (typeof TRANSCRIPT_FORMATS)[number];

export const INVITATION_CHANNELS = ['EMAIL', 'LINK', 'CONSOLE'] as const;
export type InvitationChannel = (typeof INVITATION_CHANNELS)[number];

/** What is shared: a whole desktop or one application. */
export const SHARE_TARGETS = ['DESKTOP', 'APPLICATION'] as const;
export type ShareTarget = (typeof SHARE_TARGETS)[number];

/** REQUEST_VIEW: the customer's screen to the CSR. SHARE_VIEW: the CSR's screen to the customer. */
export const SHARE_ACTIONS = ['REQUEST_VIEW', 'SHARE_VIEW'] as const;
export type ShareAction = (typeof SHARE_ACTIONS)[number];

/**
 * How screens are sent, by the two session options: standard is the better image, sampling the better performance. The
 * first of each is its option's default, the others tune it.
 */
export const SHARE_OPTIONS = {
  STANDARD: ['STANDARD', 'BALANCED', 'MOTION'],
  SAMPLING: ['SAMPLING', 'SAMPLING_GREY'],
} as const;
export type ShareOption = keyof typeof SHARE_OPTIONS;
export const SHARE_MODES = [...SHARE_OPTIONS.STANDARD, ...SHARE_OPTIONS.SAMPLING] as const;
export type ShareMode = (typeof SHARE_MODES)[number];
export const shareOptionOf = (mode: ShareMode): ShareOption =>
  SHARE_OPTIONS.SAMPLING.some((other) => other === mode) ? 'SAMPLING' : 'STANDARD';

/** What the browser reports as shared (`MediaTrackSettings.displaySurface`). */
export const SURFACES = ['MONITOR', 'WINDOW', 'BROWSER_TAB', 'UNKNOWN'] as const;
export type Surface = (typeof SURFACES)[number];

export const SHARE_END_REASONS = [
  'STOPPED_BY_CUSTOMER',
  'STOPPED_BY_CSR',
  'STOPPED_IN_BROWSER',
  'GRANT_ENDED',
  'PUBLISHER_LEFT',
  'ROLE_CHANGED',
  'SESSION_ENDED',
  'NO_ANSWER',
  'REFUSED',
  'WITHDRAWN',
  'PICKER_CANCELLED',
  'PERMISSION_DENIED_BY_SYSTEM',
  'CAPTURE_FAILED',
  /** The publisher was allowed to publish, but not in the media room. */
  'MEDIA_NOT_CONNECTED',
] as const;
export type ShareEndReason = (typeof SHARE_END_REASONS)[number];

/** Why a consent request ended without consent. */
export const CONSENT_END_REASONS = [
  'REFUSED',
  'NO_ANSWER',
  'WITHDRAWN',
  'ROLE_CHANGED',
  'SEAT_CLOSED',
  'SESSION_ENDED',
] as const;
export type ConsentEndReason = (typeof CONSENT_END_REASONS)[number];

/** How long a consent lasts. */
export const GRANT_DURATIONS = ['ONCE', 'TEN_MINUTES', 'SESSION'] as const;
export type GrantDuration = (typeof GRANT_DURATIONS)[number];

export const GRANT_END_REASONS = [
  'REVOKED',
  'EXPIRED',
  'USED',
  'SEAT_CLOSED',
  'ROLE_CHANGED',
  'SESSION_ENDED',
] as const;
export type GrantEndReason = (typeof GRANT_END_REASONS)[number];

/** The tabs of the CSR dashboard in their default order; each CSR may reorder them. */
export const DASHBOARD_TABS = ['TOOLS', 'DESKTOP', 'APPLICATION', 'SESSION'] as const;
export type DashboardTab = (typeof DASHBOARD_TABS)[number];

export const API_TOKEN_SCOPES = ['reports:read', 'settings:read', 'users:read', 'sessions:start'] as const;
export type ApiTokenScope = (typeof API_TOKEN_SCOPES)[number];

/** The lifetime of an API token. */
export const API_TOKEN_LIVES = ['DAYS_30', 'DAYS_90', 'YEAR', 'NEVER'] as const;
export type ApiTokenLife = (typeof API_TOKEN_LIVES)[number];

export const DEVICE_KINDS = ['DESKTOP', 'PHONE', 'TABLET'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** The result of checking an address. */
export const ADDRESS_FINDINGS = [
  'LEADS_HERE',
  /** The name does not resolve. */
  'NO_SUCH_NAME',
  /** It resolves to a private network, which is never requested. */
  'NOT_PUBLIC',
  'NO_ANSWER',
  /** No certificate for this name, or an untrusted one. */
  'CERTIFICATE_WRONG',
  /** Another server answers. */
  'OTHER_SERVER',
] as const;
export type AddressFinding = (typeof ADDRESS_FINDINGS)[number];
