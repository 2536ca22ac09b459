import { LOCALES, SESSION_MODES } from './enums.js';
import { LIMITS } from './limits.js';

/** Who may decide a setting: the site, and then each member of staff for themselves unless the site has locked it. */
export const SETTING_SCOPES = ['SITE', 'USER'] as const;
export type SettingScope = (typeof SETTING_SCOPES)[number];

/** Where a setting stands on the screen. */
export const SETTING_GROUPS = ['SITE', 'SESSIONS', 'VIEWING', 'FILES'] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

export const SETTING_KINDS = ['SWITCH', 'NUMBER', 'CHOICE', 'TEXT', 'LIST'] as const;
export type SettingKind = (typeof SETTING_KINDS)[number];

export const SETTING_UNITS = ['SECONDS', 'MINUTES', 'DAYS', 'MEGABYTES'] as const;
export type SettingUnit = (typeof SETTING_UNITS)[number];

interface Common {
  group: SettingGroup;
  /** SITE alone unless it says more. */
  scopes?: readonly SettingScope[];
}
export interface SwitchSetting extends Common {
  kind: 'SWITCH';
  default: boolean;
}
export interface NumberSetting extends Common {
  kind: 'NUMBER';
  default: number;
  min: number;
  max: number;
  unit?: SettingUnit;
  /** 0 stands for never. */
  canBeOff?: boolean;
}
export interface ChoiceSetting extends Common {
  kind: 'CHOICE';
  default: string;
  choices: readonly string[];
}
export interface TextSetting extends Common {
  kind: 'TEXT';
  default: string;
  min: number;
  max: number;
  /** More than one line. */
  isLong?: boolean;
  /** A mail address, or nothing. */
  isAddress?: boolean;
}
/** Lines of text, each once. */
export interface ListSetting extends Common {
  kind: 'LIST';
  default: readonly string[];
  /** How many there may be. */
  items: number;
  /** How long each may be. */
  max: number;
}
export type SettingDefinition = SwitchSetting | NumberSetting | ChoiceSetting | TextSetting | ListSetting;
export type SettingValue = boolean | number | string | readonly string[];

const WEEK_MINUTES = 7 * 24 * 60;

/**
 * Every setting of a site. To add one: a line here; its name and its sentence of help in both languages in
 * `apps/csr-console/src/texts/settings`; where it counts, `(await settings.of(siteId)).yourKey`; and a test of what it
 * does, which sets it with `api.setting('yourKey', value)`. Screen, history, undo and lock are made from this table.
 */
export const SETTINGS = {
  siteName: { kind: 'TEXT', group: 'SITE', default: 'Tandem', min: 1, max: LIMITS.siteName },
  siteLocale: { kind: 'CHOICE', group: 'SITE', default: 'ko', choices: LOCALES },
  /** Where answers to mails go; nowhere in particular while it is empty. */
  mailReplyTo: { kind: 'TEXT', group: 'SITE', default: '', min: 0, max: LIMITS.email, isAddress: true },
  /** From where members of staff may sign in; from anywhere while it is empty. */
  staffNetworks: { kind: 'LIST', group: 'SITE', default: [], items: 50, max: 50 },
  sessionMode: { kind: 'CHOICE', group: 'SESSIONS', default: 'MULTI', choices: SESSION_MODES },
  /** How many live sessions a CSR may lead in multi-session mode. */
  liveSessionsPerCsr: { kind: 'NUMBER', group: 'SESSIONS', default: LIMITS.liveSessionsPerCsr, min: 1, max: 50 },
  /** No session starts without a tracking code. */
  isTrackingCodeRequired: { kind: 'SWITCH', group: 'SESSIONS', default: false },
  /** What a CSR may say a session is about, in the order of the list. */
  sessionTypes: { kind: 'LIST', group: 'SESSIONS', default: [], items: LIMITS.sessionTypes, max: LIMITS.sessionType },
  /** A session in which nothing has happened for this long ends. */
  idleEndMinutes: {
    kind: 'NUMBER',
    group: 'SESSIONS',
    default: 240,
    min: 2,
    max: WEEK_MINUTES,
    unit: 'MINUTES',
    canBeOff: true,
  },
  /** A session that nobody has joined ends after this long. */
  neverJoinedEndMinutes: {
    kind: 'NUMBER',
    group: 'SESSIONS',
    default: 60,
    min: 2,
    max: WEEK_MINUTES,
    unit: 'MINUTES',
    canBeOff: true,
  },
  /** Whoever joins agrees first to what the site asks. */
  isAgreementRequired: { kind: 'SWITCH', group: 'SESSIONS', default: false },
  /** A customer may have the conversation sent to a mail address. */
  isConversationMailed: { kind: 'SWITCH', group: 'SESSIONS', default: true },
  /** How a customer's screen is shown first. */
  firstView: {
    kind: 'CHOICE',
    group: 'VIEWING',
    default: 'FIT',
    choices: ['FIT', 'ACTUAL'],
    scopes: ['SITE', 'USER'],
  },
  /** The largest file that may be published. */
  fileMegabytes: {
    kind: 'NUMBER',
    group: 'FILES',
    default: LIMITS.fileMegabytes,
    min: 1,
    max: 1024 * 1024,
    unit: 'MEGABYTES',
  },
  /** How long a published file is kept. */
  fileRetentionDays: {
    kind: 'NUMBER',
    group: 'FILES',
    default: LIMITS.fileRetentionDays,
    min: 1,
    max: 3650,
    unit: 'DAYS',
  },
  /** Each direction is a right of its own. */
  canStaffSendFiles: { kind: 'SWITCH', group: 'FILES', default: true },
  canCustomersSendFiles: { kind: 'SWITCH', group: 'FILES', default: true },
  canPublishArchives: { kind: 'SWITCH', group: 'FILES', default: true },
  canPublishRecordings: { kind: 'SWITCH', group: 'FILES', default: true },
  /** Sorts of files that we don't know. */
  canPublishUnknown: { kind: 'SWITCH', group: 'FILES', default: true },
  canPublishPrograms: { kind: 'SWITCH', group: 'FILES', default: false },
} as const satisfies Record<string, SettingDefinition>;

export type SettingKey = keyof typeof SETTINGS;
export const SETTING_KEYS = Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]];

type ValueOf<D> = D extends { choices: readonly (infer C)[] }
  ? C
  : D extends { kind: 'NUMBER' }
    ? number
    : D extends { kind: 'SWITCH' }
      ? boolean
      : D extends { kind: 'LIST' }
        ? string[]
        : string;
/** The values in effect, each of its own type. */
export type SettingValues = { [K in SettingKey]: ValueOf<(typeof SETTINGS)[K]> };

export const definitionOf = (key: SettingKey): SettingDefinition => SETTINGS[key];

export const scopesOf = (key: SettingKey): readonly SettingScope[] => definitionOf(key).scopes ?? ['SITE'];

export const SETTING_DEFAULTS = Object.fromEntries(
  SETTING_KEYS.map((key) => [key, SETTINGS[key].default]),
) as unknown as SettingValues;
