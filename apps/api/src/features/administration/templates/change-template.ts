import { assertBasedOn, Failure, hasPermission, type Staff } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { ContentHistory } from '../../site/history/index.js';
import type { Sites } from '../../site/sites/index.js';
import { assertWording } from './compose-mail.js';
import { fromContent, idOf, subjectOf, toContent, wordsOf, type TemplateState } from './templates.content.js';
import { DEFAULT_WORDINGS, type Wording } from './templates.defaults.js';
import type { TemplateId, TemplatesRepo } from './templates.repo.js';

interface Deps extends Uses<'db' | 'clock'> {
  repo: TemplatesRepo;
  sites: Sites;
  history: ContentHistory;
}

/**
 * Changes the wording of a site's mails; every change is kept and can be undone. What an owner has locked only an owner
 * can change.
 */
export function createChangeTemplate({ db, clock, repo, sites, history }: Deps) {
  async function standing(tx: Tx, viewer: Staff, id: TemplateId): Promise<TemplateState> {
    const row = await repo.find(id, tx);
    if (row?.isLocked && !hasPermission(viewer, 'templates.lock')) throw new Failure('TEMPLATE_LOCKED');
    return row ?? { ...DEFAULT_WORDINGS[id.kind][id.locale], isLocked: false };
  }

  /** Stores the new wording, and the change. The default wording needs no row. */
  async function become(tx: Tx, { userId }: Staff, id: TemplateId, next: TemplateState): Promise<void> {
    const first = { ...DEFAULT_WORDINGS[id.kind][id.locale], isLocked: false };
    const from = toContent((await repo.find(id, tx)) ?? first);
    const { subject, body, button, isLocked } = next;
    const isFirst = !isLocked && subject === first.subject && body === first.body && button === first.button;
    const signed = { changedById: userId, changedAt: clock.now() };
    if (isFirst) await repo.remove(tx, id);
    else await repo.put(tx, { ...id, subject, body, button, isLocked, ...signed });
    await history.add(tx, id.siteId, { subject: subjectOf(id), from, to: toContent(next), changedById: userId });
  }
  const change = (
    viewer: Staff,
    id: TemplateId,
    wish: Partial<TemplateState>,
    basedOn?: string | null,
  ): Promise<void> =>
    db.transaction(async (tx) => {
      await sites.lock(tx, id.siteId);
      const now = await standing(tx, viewer, id);
      assertBasedOn(basedOn, wordsOf(now));
      await become(tx, viewer, id, { ...now, ...wish });
    });

  return {
    async word(
      viewer: Staff,
      id: TemplateId,
      { subject, body, button, basedOn }: Wording & { basedOn?: string | null },
    ): Promise<void> {
      const wording = { subject: subject.trim(), body: body.trim(), button: button.trim() };
      assertWording(id.kind, wording);
      await change(viewer, id, wording, basedOn);
    },
    /** Resets to the default wording. */
    reset: (viewer: Staff, id: TemplateId): Promise<void> => change(viewer, id, DEFAULT_WORDINGS[id.kind][id.locale]),
    lock: (viewer: Staff, id: TemplateId, isLocked: boolean): Promise<void> => change(viewer, id, { isLocked }),
    /** Reverts a change that is still in effect. @returns the restored wording */
    undo: (viewer: Staff, siteId: string, changeId: string): Promise<TemplateId> =>
      db.transaction(async (tx) => {
        await sites.lock(tx, siteId);
        const id = (subject: string) => idOf(siteId, subject);
        const subject = await history.undo(tx, siteId, changeId, {
          now: async (of) => toContent(await standing(tx, viewer, id(of))),
          async restore(of, content) {
            const before = fromContent(content);
            const { isLocked } = await standing(tx, viewer, id(of));
            if (before.isLocked !== isLocked && !hasPermission(viewer, 'templates.lock'))
              throw new Failure('TEMPLATE_LOCKED');
            assertWording(id(of).kind, before);
            await become(tx, viewer, id(of), before);
          },
        });
        return id(subject);
      }),
  };
}
export type ChangeTemplate = ReturnType<typeof createChangeTemplate>;
