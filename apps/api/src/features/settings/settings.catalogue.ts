import { LIMITS, SESSION_MODES, type SessionMode } from '@tandem/domain';

/** Every setting of a site: its type and its default. A site's row is there only where the value was changed. */
export interface SettingValues {
  sessionMode: SessionMode;
  /** How many live sessions a CSR may lead in multi-session mode. */
  liveSessionsPerCsr: number;
}
export const SETTING_DEFAULTS: SettingValues = { sessionMode: 'MULTI', liveSessionsPerCsr: LIMITS.liveSessionsPerCsr };

const isValid: { [K in keyof SettingValues]: (value: unknown) => boolean } = {
  sessionMode: (value) => SESSION_MODES.includes(value as SessionMode),
  liveSessionsPerCsr: (value) => Number.isInteger(value) && (value as number) > 0,
};

/** Defaults, overlaid by the stored values that are (still) valid. */
export function mergeSettings(stored: { key: string; value: unknown }[]): SettingValues {
  const known = stored.filter(({ key, value }) => key in isValid && isValid[key as keyof SettingValues](value));
  return { ...SETTING_DEFAULTS, ...Object.fromEntries(known.map(({ key, value }) => [key, value])) };
}
