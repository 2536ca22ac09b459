import { LIMITS, SESSION_MODES, type SessionMode } from '@tandem/domain';

/** Every setting of a site: its type and its default. A site's row is there only where the value was changed. */
export interface SettingValues {
  sessionMode: SessionMode;
  /** How many live sessions a CSR may lead in multi-session mode. */
  liveSessionsPerCsr: number;
  /** No session starts without a tracking code. */
  isTrackingCodeRequired: boolean;
  /** What a CSR may say a session is about, in the order of the list. */
  sessionTypes: string[];
  /** A session in which nothing has happened for this long ends; 0: never. */
  idleEndMinutes: number;
  /** A session that nobody has joined ends after this long; 0: never. */
  neverJoinedEndMinutes: number;
}
export const SETTING_DEFAULTS: SettingValues = {
  sessionMode: 'MULTI',
  liveSessionsPerCsr: LIMITS.liveSessionsPerCsr,
  isTrackingCodeRequired: false,
  sessionTypes: [],
  idleEndMinutes: 240,
  neverJoinedEndMinutes: 60,
};

const isTypeList = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= LIMITS.sessionTypes &&
  value.every((type) => typeof type === 'string' && type.trim() === type && type.length > 0) &&
  new Set(value).size === value.length;

/** Off, or long enough for a warning before; a week at most. */
const isMinutes = (value: unknown): boolean =>
  Number.isInteger(value) && (value === 0 || ((value as number) >= 2 && (value as number) <= 7 * 24 * 60));

export const isValid: { [K in keyof SettingValues]: (value: unknown) => boolean } = {
  sessionMode: (value) => SESSION_MODES.includes(value as SessionMode),
  liveSessionsPerCsr: (value) => Number.isInteger(value) && (value as number) > 0,
  isTrackingCodeRequired: (value) => typeof value === 'boolean',
  sessionTypes: isTypeList,
  idleEndMinutes: isMinutes,
  neverJoinedEndMinutes: isMinutes,
};

/** Defaults, overlaid by the stored values that are (still) valid. */
export function mergeSettings(stored: { key: string; value: unknown }[]): SettingValues {
  const known = stored.filter(({ key, value }) => key in isValid && isValid[key as keyof SettingValues](value));
  return { ...SETTING_DEFAULTS, ...Object.fromEntries(known.map(({ key, value }) => [key, value])) };
}
