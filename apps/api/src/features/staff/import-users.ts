import { LIMITS } from '@tandem/domain';
import { Failure, staffOf, type Context } from '../../platform/graphql/index.js';
import type { Roles } from '../roles/index.js';
import type { Users } from '../users/index.js';
import { columnsOf, readRows, toNewUsers, type ImportedRow } from './import-rows.js';
import type { InviteUser } from './invite-user.js';
import { decodeText, parseCsv, type CsvRow } from './read-csv.js';

const tooLarge = () =>
  new Failure('IMPORT_TOO_LARGE', { rows: LIMITS.importRows, kilobytes: LIMITS.importBytes / 1024 });

function rowsOf(file: string): CsvRow[] {
  const bytes = Buffer.from(file, 'base64');
  if (bytes.length > LIMITS.importBytes) throw tooLarge();
  const text = decodeText(bytes);
  const rows = text === null ? null : parseCsv(text);
  if (!rows) throw new Failure('IMPORT_UNREADABLE');
  if (rows.length > LIMITS.importRows + 1) throw tooLarge();
  return rows;
}

/** New members of staff out of a file: first only looked at, then invited, those whose lines are right. */
export function createImportUsers({ users, roles, invite }: { users: Users; roles: Roles; invite: InviteUser }) {
  return async function importUsers(
    context: Context,
    { file, isDryRun }: { file: string; isDryRun: boolean },
  ): Promise<ImportedRow[]> {
    const [head, ...rows] = rowsOf(file);
    const columns = columnsOf(head);
    if (!columns) throw new Failure('IMPORT_UNREADABLE');
    const emails = rows.map(({ cells }) => (cells[columns.email!] ?? '').toLowerCase());
    const known = await users.listByEmails(context.site.id, emails);
    const people = readRows(rows, {
      columns,
      taken: new Set(known.map(({ email }) => email)),
      permissions: staffOf(context).permissions,
      roles: await roles.all(context.site.id),
      locale: context.site.locale,
    });
    if (!isDryRun) await invite.all(context, toNewUsers(people));
    return people;
  };
}
export type ImportUsers = ReturnType<typeof createImportUsers>;
