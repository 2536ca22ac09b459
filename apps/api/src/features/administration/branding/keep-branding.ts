import type { Tx, Uses } from '../../../platform/index.js';
import type { Content, ContentHistory } from '../../site/history/index.js';
import type { Images } from '../../site/images/index.js';
import { AS_IT_COMES, fromContent, toContent, type BrandingState } from './branding.content.js';
import type { BrandingRepo } from './branding.repo.js';

interface Deps extends Uses<'db' | 'clock'> {
  repo: BrandingRepo;
  images: Images;
  history: ContentHistory;
}
interface By {
  siteId: string;
  changedById: string;
}
/** The subject of its changes: a site has one branding. */
export const THE_BRANDING = '';
const idsOf = (states: Content[], part: string) =>
  [...new Set(states.map((state) => state[part]))].filter((id) => typeof id === 'string');

/** Stores a branding and the change; images and fonts are kept as long as a change that uses them can be undone. */
export function createKeepBranding({ clock, repo, images, history }: Deps) {
  return async function keep(tx: Tx, { siteId, changedById }: By, next: BrandingState): Promise<void> {
    const from = toContent((await repo.find(siteId, tx)) ?? AS_IT_COMES);
    const to = toContent(next);
    const now = clock.now();
    await repo.put(tx, { ...next, siteId, changedById, changedAt: now });
    await history.add(tx, siteId, { subject: THE_BRANDING, from, to, changedById });
    const used = idsOf([to, ...(await history.states(tx, siteId, THE_BRANDING))], 'logo');
    await images.removeOthers(tx, { siteId, kind: 'LOGO', used, before: now });
  };
}
export type KeepBranding = ReturnType<typeof createKeepBranding>;

/** Reverts a change that is still in effect. */
export function createUndoBranding({ db, repo, history, lock, keep }: Deps & { lock: Lock; keep: KeepBranding }) {
  return (by: By, changeId: string): Promise<void> =>
    db.transaction(async (tx) => {
      await lock(tx, by.siteId);
      await history.undo(tx, by.siteId, changeId, {
        now: async () => toContent((await repo.find(by.siteId, tx)) ?? AS_IT_COMES),
        restore: (_, before) => keep(tx, by, fromContent(before)),
      });
    });
}
export type UndoBranding = ReturnType<typeof createUndoBranding>;
/** Serialises changes of the site's branding until the transaction ends. */
export type Lock = (tx: Tx, siteId: string) => Promise<void>;
