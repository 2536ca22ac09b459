import { scopesOf, type Locale, type SettingKey, type SettingValue } from '@tandem/domain';
import { assertBasedOn, Failure } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { HistoryOf } from '../history/index.js';
import type { Sites } from '../sites/index.js';
import type { SettingsCache } from './settings-cache.js';
import type { SettingRow, SettingsRepo } from './settings.repo.js';
import { isWithin } from './networks.js';
import { defaultOf, isSame, isSameStanding, tidied, valueBroken, type Standing } from './settings.values.js';

interface Deps extends Uses<'db' | 'clock' | 'sockets'> {
  repo: SettingsRepo;
  sites: Sites;
  known: SettingsCache;
  history: SettingHistory;
}
export interface SettingWish {
  key: SettingKey;
  /** Null: back to the default. */
  value?: SettingValue | null;
  isLocked?: boolean | null;
  /** The version of the value that the new one is based on. */
  basedOn?: string | null;
}
export type SettingHistory = HistoryOf<Standing>;
interface By {
  siteId: string;
  userId: string;
  /** The network address of the request. */
  address: string;
}

function assertValue(key: SettingKey, value: SettingValue): void {
  const broken = valueBroken(key, value);
  if (broken) throw new Failure('BAD_INPUT', {}, [{ path: 'value', ...broken }]);
}

/**
 * The site's settings; every change is recorded with its author, and can be undone. Effective with the next request.
 */
export function createChangeSetting({ db, repo, sites, clock, known, sockets, history }: Deps) {
  async function standing(tx: Tx, siteId: string, key: SettingKey): Promise<Standing> {
    const row = (await repo.list(siteId, '', tx)).find((each) => each.key === key);
    const isLocked = row?.isLocked ?? false;
    const site = await sites.get(siteId, tx);
    if (key === 'siteName') return { value: site.name, isLocked };
    if (key === 'siteLocale') return { value: site.locale, isLocked };
    const isUsable = row && valueBroken(key, row.value) === null;
    return { value: isUsable ? row.value : defaultOf(key), isLocked };
  }

  async function store(tx: Tx, row: SettingRow): Promise<void> {
    const { siteId, key, value, isLocked } = row;
    if (key === 'siteName') await sites.update(tx, siteId, { name: value as string });
    else if (key === 'siteLocale') await sites.update(tx, siteId, { locale: value as Locale });
    else if (isSame(value, defaultOf(key as SettingKey)) && !isLocked) return repo.remove(tx, row);
    await repo.put(tx, row);
  }

  /** Stores the value and the change; unchanged values are not recorded. */
  async function put(
    tx: Tx,
    { siteId, userId, address }: By,
    key: SettingKey,
    wish: Partial<Standing>,
    before?: Standing,
  ): Promise<void> {
    const now = before ?? (await standing(tx, siteId, key));
    const after = { ...now, ...wish };
    if (key === 'staffNetworks' && !isWithin(after.value as readonly string[], address))
      throw new Failure('LOCKS_YOU_OUT');
    if (isSameStanding(now, after)) return;
    await store(tx, { siteId, ownerId: '', key, ...after, changedById: userId, changedAt: clock.now() });
    await history.add(tx, siteId, { subject: key, from: now, to: after, changedById: userId });
  }

  return {
    /** For use inside another change; call `tell` after its commit. */
    put,
    tell: known.forget,
    async forSite(by: By, { key, value, isLocked, basedOn }: SettingWish): Promise<void> {
      const next = value === null ? defaultOf(key) : value === undefined ? undefined : tidied(key, value);
      if (next !== undefined) assertValue(key, next);
      if (isLocked && !scopesOf(key).includes('USER'))
        throw new Failure('BAD_INPUT', {}, [{ path: 'isLocked', rule: 'INVALID' }]);
      await db.transaction(async (tx) => {
        await sites.lock(tx, by.siteId);
        const before = await standing(tx, by.siteId, key);
        if (next !== undefined && !isSame(next, before.value)) assertBasedOn(basedOn, before.value);
        const wish = { ...(next !== undefined && { value: next }), ...(isLocked != null && { isLocked }) };
        await put(tx, by, key, wish, before);
      });
      known.forget();
      if (key === 'staffNetworks') sockets.reopen();
    },

    /** @returns the restored key */
    async undo(by: By, changeId: string): Promise<SettingKey> {
      const key = await db.transaction(async (tx) => {
        await sites.lock(tx, by.siteId);
        return history.undo(tx, by.siteId, changeId, {
          now: (key) => standing(tx, by.siteId, key as SettingKey),
          async restore(key, before) {
            assertValue(key as SettingKey, before.value);
            await put(tx, by, key as SettingKey, before);
          },
        });
      });
      known.forget();
      if (key === 'staffNetworks') sockets.reopen();
      return key as SettingKey;
    },

    /** A personal setting of an account; null resets it to the site's value. */
    async forUser({ siteId, userId }: By, key: SettingKey, wished: SettingValue | null): Promise<void> {
      const value = wished === null ? null : tidied(key, wished);
      if (!scopesOf(key).includes('USER')) throw new Failure('BAD_INPUT', {}, [{ path: 'key', rule: 'INVALID' }]);
      if (value !== null) assertValue(key, value);
      await db.transaction(async (tx) => {
        const row = { siteId, ownerId: userId, key };
        if ((await standing(tx, siteId, key)).isLocked) throw new Failure('SETTING_LOCKED');
        if (value === null) await repo.remove(tx, row);
        else await repo.put(tx, { ...row, value, isLocked: false, changedById: userId, changedAt: clock.now() });
      });
    },
  };
}
export type ChangeSetting = ReturnType<typeof createChangeSetting>;
