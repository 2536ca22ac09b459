import { Field, ObjectType } from 'type-graphql';
import { Failure } from './failure.js';

const MAX_PAGE = 100;

@ObjectType('PageInfo')
export class PageInfoType {
  @Field(() => String, { nullable: true }) startCursor: string | null;
  @Field(() => String, { nullable: true }) endCursor: string | null;
  @Field(() => Boolean) hasNextPage: boolean;
  @Field(() => Boolean, { description: 'Lists are read forwards: true for every page that begins after a cursor.' })
  hasPreviousPage: boolean;
}

/** Cursor of a page in a list ordered by time and id. */
export interface Cursor {
  at: Date;
  id: string;
}

const encodeCursor = ({ at, id }: Cursor): string => Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

export function decodeCursor(cursor: string): Cursor {
  const refused = () => new Failure('BAD_INPUT', {}, [{ path: 'after', rule: 'INVALID' }]);
  if (cursor.length > 200) throw refused();
  const [time = '', id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const at = new Date(time);
  if (!id || Number.isNaN(at.getTime())) throw refused();
  return { at, id };
}

export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE)
    throw new Failure('BAD_INPUT', {}, [
      { path: 'first', rule: first > MAX_PAGE ? 'TOO_LONG' : 'INVALID', limit: MAX_PAGE },
    ]);
  return first;
}

/** The page arguments of a list. */
export interface AskedPage {
  size: number;
  after?: string | null | undefined;
}
export const pageInfo = (cursors: string[], hasNextPage: boolean, { after }: AskedPage): PageInfoType => ({
  startCursor: cursors[0] ?? null,
  endCursor: cursors.at(-1) ?? null,
  hasNextPage,
  hasPreviousPage: Boolean(after),
});

/** The rows of one page out of `size + 1` that were read; the extra one shows that there is a next page. */
export function toPage<Row, Node>(
  rows: Row[],
  asked: AskedPage,
  cursorOf: (row: Row) => Cursor,
  toNode: (row: Row) => Node,
) {
  const shown = rows.slice(0, asked.size);
  const edges = shown.map((row) => ({ cursor: encodeCursor(cursorOf(row)), node: toNode(row) }));
  const cursors = edges.map(({ cursor }) => cursor);
  return { edges, pageInfo: pageInfo(cursors, rows.length > asked.size, asked) };
}

/**
 * Prisma's condition for "after this row" in the order of `at`, then `id`. The redundant bound on `at` lets an index
 * start there: without it, a page in the middle of a million rows reads half of them.
 */
export function afterCursor(after: Cursor, direction: 'asc' | 'desc', columns: { at: string; id: string }) {
  const beyond = direction === 'desc' ? 'lt' : 'gt';
  return {
    [columns.at]: { [`${beyond}e`]: after.at },
    OR: [{ [columns.at]: { [beyond]: after.at } }, { [columns.at]: after.at, [columns.id]: { [beyond]: after.id } }],
  };
}
