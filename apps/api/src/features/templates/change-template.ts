import { hasPermission, Failure, type Staff } from '../../platform/graphql/index.js';
import type { Platform, Tx } from '../../platform/index.js';
import { assertWording } from './compose-mail.js';
import { DEFAULT_WORDINGS, type Wording } from './templates.defaults.js';
import type { TemplateRow, TemplatesRepo } from './templates.repo.js';

type TemplateId = Pick<TemplateRow, 'siteId' | 'kind' | 'locale'>;

/** How a site words its mails. What an owner has locked only an owner changes. */
export function createChangeTemplate({ db, clock, repo }: Platform & { repo: TemplatesRepo }) {
  async function standing(tx: Tx, viewer: Staff, id: TemplateId): Promise<Wording & { isLocked: boolean }> {
    const row = await repo.find(id, tx);
    if (row?.isLocked && !hasPermission(viewer, 'templates.lock')) throw new Failure('TEMPLATE_LOCKED');
    return row ?? { ...DEFAULT_WORDINGS[id.kind][id.locale], isLocked: false };
  }
  const signed = (viewer: Staff) => ({ changedById: viewer.userId, changedAt: clock.now() });

  return {
    async word(viewer: Staff, id: TemplateId, { subject, body, button }: Wording): Promise<void> {
      const wording = { subject: subject.trim(), body: body.trim(), button: button.trim() };
      assertWording(id.kind, wording);
      await db.transaction(async (tx) => {
        const { isLocked } = await standing(tx, viewer, id);
        await repo.put(tx, { ...id, ...wording, isLocked, ...signed(viewer) });
      });
    },
    /** Back to how it is worded in the code. */
    async reset(viewer: Staff, id: TemplateId): Promise<void> {
      await db.transaction(async (tx) => {
        const { isLocked } = await standing(tx, viewer, id);
        if (isLocked)
          await repo.put(tx, { ...id, ...DEFAULT_WORDINGS[id.kind][id.locale], isLocked, ...signed(viewer) });
        else await repo.remove(tx, id);
      });
    },
    async lock(viewer: Staff, id: TemplateId, isLocked: boolean): Promise<void> {
      await db.transaction(async (tx) => {
        const { subject, body, button } = await standing(tx, viewer, id);
        await repo.put(tx, { ...id, subject, body, button, isLocked, ...signed(viewer) });
      });
    },
  };
}
export type ChangeTemplate = ReturnType<typeof createChangeTemplate>;
