import { LOCALES, MAIL_KINDS, MAIL_VARIABLES, type Locale, type MailKind } from '@tandem/domain';
import { hasPermission, versionOf, type Viewer } from '../../../platform/graphql/index.js';
import type { ContentChangeConnection, ContentHistory } from '../../site/history/index.js';
import type { Users } from '../../site/users/index.js';
import { DEFAULT_WORDINGS } from './templates.defaults.js';
import { fromContent, subjectOf, toContent, wordsOf, type TemplateState } from './templates.content.js';
import type { TemplateId, TemplatesRepo } from './templates.repo.js';
import type { MailTemplateType } from './templates.types.js';

interface Deps {
  repo: TemplatesRepo;
  users: Users;
  history: ContentHistory;
}
export function createTemplateQueries({ repo, users, history }: Deps) {
  async function list(viewer: Viewer, siteId: string): Promise<MailTemplateType[]> {
    const rows = await repo.list(siteId);
    const people = await users.listByIds([...new Set(rows.map(({ changedById }) => changedById))]);
    const nameOf = new Map(people.map(({ id, name }) => [id, name]));
    const toType = (kind: MailKind, locale: Locale): MailTemplateType => {
      const row = rows.find((each) => each.kind === kind && each.locale === locale);
      const wording = DEFAULT_WORDINGS[kind][locale];
      const { subject, body, button } = row ?? wording;
      const isLocked = row?.isLocked ?? false;
      return {
        kind,
        locale,
        subject,
        body,
        button,
        version: versionOf(wordsOf(row ?? wording)),
        variables: MAIL_VARIABLES[kind],
        isDefault: subject === wording.subject && body === wording.body && button === wording.button,
        isLocked,
        mayChange: hasPermission(viewer, isLocked ? 'templates.lock' : 'templates.change'),
        changedAt: row?.changedAt ?? null,
        changedByName: row ? (nameOf.get(row.changedById) ?? null) : null,
      };
    };
    return MAIL_KINDS.flatMap((kind) => LOCALES.map((locale) => toType(kind, locale)));
  }
  return {
    list,
    async changes(
      viewer: Viewer,
      id: TemplateId,
      page: { first: number; after: string | null },
    ): Promise<ContentChangeConnection> {
      const now = (await repo.find(id)) ?? { ...DEFAULT_WORDINGS[id.kind][id.locale], isLocked: false };
      const isLocking = (from: TemplateState, to: TemplateState) => from.isLocked || to.isLocked;
      const mayUndo = (from: TemplateState, to: TemplateState) =>
        hasPermission(viewer, isLocking(from, to) ? 'templates.lock' : 'templates.change');
      return history.list(id.siteId, { subject: subjectOf(id), ...page }, toContent(now), (change) =>
        mayUndo(fromContent(change.from), fromContent(change.to)),
      );
    },
    async one(viewer: Viewer, { siteId, kind, locale }: TemplateId): Promise<MailTemplateType> {
      return (await list(viewer, siteId)).find((each) => each.kind === kind && each.locale === locale)!;
    },
  };
}
export type TemplateQueries = ReturnType<typeof createTemplateQueries>;
