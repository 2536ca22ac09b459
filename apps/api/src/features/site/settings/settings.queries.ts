import {
  definitionOf,
  scopesOf,
  SETTING_KEYS,
  type SettingKey,
  type SettingScope,
  type SettingValue,
} from '@tandem/domain';
import { versionOf } from '../../../platform/graphql/index.js';
import type { ChangesWish } from '../history/index.js';
import type { Users } from '../users/index.js';
import type { SettingHistory } from './change-setting.js';
import type { SettingsCache } from './settings-cache.js';
import type { SettingRow, SettingsRepo } from './settings.repo.js';
import type { SettingChangeConnection, SettingType } from './settings.types.js';
import { defaultOf, isSame } from './settings.values.js';

interface Deps {
  repo: SettingsRepo;
  known: SettingsCache;
  users: Users;
  history: SettingHistory;
}
interface Shown {
  value: SettingValue;
  inherited: SettingValue;
  scope: SettingScope | null;
  isLocked: boolean;
  row?: SettingRow;
}

function shape(key: SettingKey, { value, inherited, scope, isLocked, row }: Shown): Omit<SettingType, 'changedByName'> {
  const definition = definitionOf(key);
  const { kind, group } = definition;
  const isRanged = kind === 'NUMBER' || kind === 'TEXT';
  return {
    key,
    kind,
    group,
    value,
    version: versionOf(value),
    default: defaultOf(key),
    inherited,
    scope,
    scopes: scopesOf(key),
    isLocked,
    choices: kind === 'CHOICE' ? definition.choices : [],
    min: isRanged ? definition.min : null,
    max: isRanged || kind === 'LIST' ? definition.max : null,
    canBeOff: kind === 'NUMBER' && (definition.canBeOff ?? false),
    unit: kind === 'NUMBER' ? (definition.unit ?? null) : null,
    isLong: kind === 'TEXT' && (definition.isLong ?? false),
    changedAt: row?.changedAt ?? null,
  };
}

export function createSettingsQueries({ repo, known, users, history }: Deps) {
  async function namesOf(
    ids: (string | null | undefined)[],
  ): Promise<(id: string | null | undefined) => string | null> {
    const wanted = [...new Set(ids.filter((id) => id != null))];
    const byId = new Map((await users.listByIds(wanted)).map(({ id, name }) => [id, name]));
    return (id) => (id ? (byId.get(id) ?? null) : null);
  }

  async function ofSite(siteId: string): Promise<SettingType[]> {
    const [values, rows] = await Promise.all([known.of(siteId), known.rows(siteId)]);
    const byKey = new Map(rows.map((row) => [row.key, row]));
    const nameOf = await namesOf(rows.map(({ changedById }) => changedById));
    return SETTING_KEYS.map((key) => {
      const row = byKey.get(key);
      const value = values[key];
      const scope = isSame(value, defaultOf(key)) ? null : 'SITE';
      const shown = { value, inherited: defaultOf(key), scope, isLocked: row?.isLocked ?? false, row } as const;
      return { ...shape(key, shown), changedByName: nameOf(row?.changedById) };
    });
  }

  return {
    ofSite,
    async one(siteId: string, key: SettingKey): Promise<SettingType> {
      return (await ofSite(siteId)).find((setting) => setting.key === key)!;
    },
    /** The personal settings of an account, and the values in effect. */
    async ofUser(siteId: string, userId: string): Promise<SettingType[]> {
      const [site, mine, own] = await Promise.all([
        ofSite(siteId),
        known.ofUser(siteId, userId),
        repo.list(siteId, userId),
      ]);
      const ownKeys = new Set(own.map(({ key }) => key));
      return site
        .filter(({ scopes }) => scopes.includes('USER'))
        .map((setting): SettingType => {
          const isOwn = ownKeys.has(setting.key) && !setting.isLocked;
          const value = mine[setting.key];
          const unsigned = { changedAt: null, changedByName: null };
          return { ...setting, ...unsigned, value, inherited: setting.value, ...(isOwn && { scope: 'USER' as const }) };
        });
    },
    async changes(siteId: string, wish: ChangesWish): Promise<SettingChangeConnection> {
      const [values, rows] = await Promise.all([known.of(siteId), known.rows(siteId)]);
      const locked = new Set(rows.filter(({ isLocked }) => isLocked).map(({ key }) => key));
      const now = (key: string) => ({ value: values[key as SettingKey], isLocked: locked.has(key) });
      return history.list(siteId, wish, now, ({ subject, from, to, ...change }) => ({
        ...change,
        key: subject as SettingKey,
        from: from.value,
        to: to.value,
        wasLocked: from.isLocked,
        isLocked: to.isLocked,
      }));
    },
  };
}
export type SettingsQueries = ReturnType<typeof createSettingsQueries>;
