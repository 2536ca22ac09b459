import { accountAddressFrom, LIMITS, type TextEncoding } from '@tandem/domain';
import { Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { Users } from '../../site/users/index.js';
import { decode, encodingOf, otherKind } from './decode-text.js';
import { columnsOf } from './import-columns.js';
import { readRows, toNewUsers, type ImportedRow } from './import-rows.js';
import type { InviteUser } from './invite-user.js';
import { parseCsv, type CsvRow } from './read-csv.js';

export interface ImportWish {
  file: string;
  isDryRun: boolean;
  /** None: detected. */
  encoding?: TextEncoding | null;
}
export interface ImportedUsers {
  encoding: TextEncoding;
  rows: ImportedRow[];
}

/** How much of a row is shown when no columns were found. */
const SHOWN = 200;
const tooLarge = () =>
  new Failure('IMPORT_TOO_LARGE', { rows: LIMITS.importRows, kilobytes: LIMITS.importBytes / 1024 });
type Reason = 'WORKBOOK' | 'WEB_PAGE' | 'NO_TEXT' | 'EMPTY' | 'OPEN_QUOTE' | 'NO_COLUMNS';
const unreadable = (reason: Reason, params: object = {}) => new Failure('IMPORT_UNREADABLE', { reason, ...params });

function read(bytes: Buffer, encoding: TextEncoding): CsvRow[] {
  const text = decode(bytes, encoding);
  if (text.includes('\0')) throw unreadable('NO_TEXT', { encoding });
  const rows = parseCsv(text, LIMITS.importRows + 2);
  if (!rows) throw unreadable('OPEN_QUOTE', { encoding });
  if (rows.length === 0) throw unreadable('EMPTY', { encoding });
  if (rows.length > LIMITS.importRows + 1) throw tooLarge();
  return rows;
}

/** Imports accounts from a file: first a preview, then invitations for the valid rows. */
export function createImportUsers({ users, roles, invite }: { users: Users; roles: Roles; invite: InviteUser }) {
  return async function importUsers(context: Context, wish: ImportWish): Promise<ImportedUsers> {
    const bytes = Buffer.from(wish.file, 'base64');
    if (bytes.length > LIMITS.importBytes) throw tooLarge();
    const kind = otherKind(bytes);
    if (kind) throw unreadable(kind);
    const encoding = wish.encoding ?? encodingOf(bytes);
    const [head, ...lines] = read(bytes, encoding);
    const columns = columnsOf(head);
    if (!columns) throw unreadable('NO_COLUMNS', { encoding, found: head!.cells.join(', ').slice(0, SHOWN) });
    const emails = lines.map((row) => accountAddressFrom(columns(row).email));
    const known = await users.listByEmails(context.site.id, emails);
    const rows = readRows(lines, {
      columns,
      taken: new Set(known.map(({ email }) => email)),
      permissions: staffOf(context).permissions,
      roles: await roles.all(context.site.id),
      locale: context.site.locale,
    });
    if (!wish.isDryRun) await invite.all(context, toNewUsers(rows));
    return { encoding, rows };
  };
}
export type ImportUsers = ReturnType<typeof createImportUsers>;
