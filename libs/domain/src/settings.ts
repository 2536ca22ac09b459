import { LOCALES, SESSION_MODES } from './enums.js';
import { LIMITS } from './limits.js';

/** The scopes of a setting: the site, and then each account for itself unless the site has locked it. */
export const SETTING_SCOPES = ['SITE', 'USER'] as const;
export type SettingScope = (typeof SETTING_SCOPES)[number];

/** The group of a setting on the settings page. */
export const SETTING_GROUPS = ['SITE', 'SESSIONS', 'VIEWING', 'FILES'] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

export const SETTING_KINDS = ['SWITCH', 'NUMBER', 'CHOICE', 'TEXT', 'LIST'] as const;
export type SettingKind = (typeof SETTING_KINDS)[number];

export const SETTING_UNITS = ['SECONDS', 'MINUTES', 'DAYS', 'MEGABYTES'] as const;
export type SettingUnit = (typeof SETTING_UNITS)[number];

interface Common {
  group: SettingGroup;
  /** SITE only, unless it lists more. */
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
  /** 0 means never. */
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
  /** Multi-line. */
  isLong?: boolean;
  /** A mail address, or empty. */
  isAddress?: boolean;
}
/** Unique lines of text. */
export interface ListSetting extends Common {
  kind: 'LIST';
  default: readonly string[];
  /** Maximum of lines. */
  items: number;
  /** Maximum length of a line. */
  max: number;
}
export type SettingDefinition = SwitchSetting | NumberSetting | ChoiceSetting | TextSetting | ListSetting;
export type SettingValue = boolean | number | string | readonly string[];

const WEEK_MINUTES = 7 * 24 * 60;

/**
 * Every setting of a site. To add one: a line here; its name and its sentence of help in both languages in
 * `apps/csr-console/src/texts/settings`; where it applies, `(await settings.of(siteId)).yourKey`; and a test of its
 * effect, which sets it with `api.setting('yourKey', value)`. Page, history, undo and lock are derived from this table.
 */
export const SETTINGS = {
  siteName: { kind: 'TEXT', group: 'SITE', default: 'Tandem', min: 1, max: LIMITS.siteName },
  siteLocale: { kind: 'CHOICE', group: 'SITE', default: 'ko', choices: LOCALES },
  /** The Reply-To of mails; none while it is empty. */
  mailReplyTo: { kind: 'TEXT', group: 'SITE', default: '', min: 0, max: LIMITS.email, isAddress: true },
  /** The networks from which staff may sign in; any while it is empty. */
  staffNetworks: { kind: 'LIST', group: 'SITE', default: [], items: 50, max: 50 },
  sessionMode: { kind: 'CHOICE', group: 'SESSIONS', default: 'MULTI', choices: SESSION_MODES },
  /** The number of live sessions that a CSR may lead in multi-session mode. */
  liveSessionsPerCsr: { kind: 'NUMBER', group: 'SESSIONS', default: LIMITS.liveSessionsPerCsr, min: 1, max: 50 },
  /** A tracking code is required to start a session. */
  isTrackingCodeRequired: { kind: 'SWITCH', group: 'SESSIONS', default: false },
  /** The subjects of a session that a CSR may choose, in the order of the list. */
  sessionTypes: { kind: 'LIST', group: 'SESSIONS', default: [], items: LIMITS.sessionTypes, max: LIMITS.sessionType },
  /** An idle session ends after this long. */
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
  /** Everybody who joins must accept the site's agreement first. */
  isAgreementRequired: { kind: 'SWITCH', group: 'SESSIONS', default: false },
  /** A customer may have the conversation mailed. */
  isConversationMailed: { kind: 'SWITCH', group: 'SESSIONS', default: true },
  /** The default mode of a customer's screen. */
  firstView: {
    kind: 'CHOICE',
    group: 'VIEWING',
    default: 'FIT',
    choices: ['FIT', 'ACTUAL'],
    scopes: ['SITE', 'USER'],
  },
  /** Maximum size of a file. */
  fileMegabytes: {
    kind: 'NUMBER',
    group: 'FILES',
    default: LIMITS.fileMegabytes,
    min: 1,
    max: 1024 * 1024,
    unit: 'MEGABYTES',
  },
  /** The retention time of a published file. */
  fileRetentionDays: {
    kind: 'NUMBER',
    group: 'FILES',
    default: LIMITS.fileRetentionDays,
    min: 1,
    max: 3650,
    unit: 'DAYS',
  },
  /** Each direction is a setting of its own. */
  canStaffSendFiles: { kind: 'SWITCH', group: 'FILES', default: true },
  canCustomersSendFiles: { kind: 'SWITCH', group: 'FILES', default: true },
  canPublishArchives: { kind: 'SWITCH', group: 'FILES', default: true },
  canPublishRecordings: { kind: 'SWITCH', group: 'FILES', default: true },
  /** File types that we don't know. */
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
