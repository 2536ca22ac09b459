import { isEmail } from 'class-validator';
import {
  definitionOf,
  lineFrom,
  scopesOf,
  SETTING_DEFAULTS,
  SETTING_KEYS,
  textFrom,
  type SettingKey,
  type SettingValue,
  type SettingValues,
} from '@tandem/domain';
import type { FieldError } from '@tandem/contract';
import { isNetwork } from './networks.js';
import { ruleBroken } from '../../../platform/graphql/index.js';

/** The stored values of one key in both scopes. */
export interface StoredSetting {
  key: string;
  value: unknown;
  isLocked: boolean;
}

/** The error in a value of a setting; null when valid. */
export function valueBroken(key: SettingKey, value: unknown): Omit<FieldError, 'path'> | null {
  const definition = definitionOf(key);
  switch (definition.kind) {
    case 'SWITCH':
      return typeof value === 'boolean' ? null : { rule: 'INVALID' };
    case 'CHOICE':
      return definition.choices.includes(value as string) ? null : { rule: 'INVALID' };
    case 'NUMBER': {
      const { min, max, canBeOff } = definition;
      if (!Number.isInteger(value)) return { rule: 'INVALID' };
      if (value === 0 && canBeOff) return null;
      if ((value as number) < min) return { rule: 'TOO_SMALL', limit: min };
      return (value as number) > max ? { rule: 'TOO_LARGE', limit: max } : null;
    }
    case 'LIST': {
      const { items, max } = definition;
      if (!Array.isArray(value)) return { rule: 'INVALID' };
      if (value.length > items) return { rule: 'TOO_LARGE', limit: items };
      const broken = value.map((line) => ruleBroken(line, { min: 1, max, isLine: true })).find((rule) => rule !== null);
      if (broken) return { rule: broken, limit: max };
      const isRight = new Set(value).size === value.length && (key !== 'staffNetworks' || value.every(isNetwork));
      return isRight ? null : { rule: 'INVALID' };
    }
    case 'TEXT': {
      const { min, max, isLong } = definition;
      const rule = ruleBroken(value, { min, max, isLine: !isLong });
      if (rule) return { rule, limit: rule === 'TOO_LONG' ? max : min };
      return definition.isAddress && value !== '' && !isEmail(value) ? { rule: 'INVALID' } : null;
    }
  }
}

const isKey = (key: string): key is SettingKey => (SETTING_KEYS as string[]).includes(key);
const isUsable = ({ key, value }: StoredSetting) => isKey(key) && valueBroken(key, value) === null;

/** The values in effect: the defaults, overridden by stored values that are (still) valid. */
export function overlay(base: SettingValues, stored: readonly StoredSetting[]): SettingValues {
  const own = stored.filter(isUsable).map(({ key, value }) => [key, value] as const);
  return { ...base, ...Object.fromEntries(own) };
}

/** The same for one account: only what the site allows to be personal. */
export function overlayOwn(
  site: SettingValues,
  atSite: readonly StoredSetting[],
  own: readonly StoredSetting[],
): SettingValues {
  const locked = new Set(atSite.filter(({ isLocked }) => isLocked).map(({ key }) => key));
  return overlay(
    site,
    own.filter(({ key }) => isKey(key) && scopesOf(key).includes('USER') && !locked.has(key)),
  );
}

/** Normalised for storage: trimmed, without invisible characters; lists without empty and duplicate lines. */
export function tidied(key: SettingKey, value: SettingValue): SettingValue {
  const definition = definitionOf(key);
  const isLong = definition.kind === 'TEXT' && definition.isLong;
  if (typeof value === 'string') return isLong ? textFrom(value).trim() : lineFrom(value);
  if (typeof value !== 'object') return value;
  return [...new Set(value.map(lineFrom).filter(Boolean))];
}

export const isSame = (a: SettingValue, b: SettingValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a site has decided of a setting. */
export interface Standing {
  value: SettingValue;
  isLocked: boolean;
}
export const isSameStanding = (one: Standing, other: Standing): boolean =>
  isSame(one.value, other.value) && one.isLocked === other.isLocked;

export const defaultOf = (key: SettingKey): SettingValue => SETTING_DEFAULTS[key];
