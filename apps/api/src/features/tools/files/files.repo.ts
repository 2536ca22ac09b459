import { FILE_LIFECYCLE, isFinal, statesBefore, type FileState } from '@tandem/domain';
import { Prisma, table, type Database, type Tx } from '../../../platform/db/index.js';

type Sizeless = Omit<Prisma.PublishedFileModel, 'size'>;
/** As it is read: Prisma and the driver differ in what a large number is. */
type StoredFile = Sizeless & { size: bigint | string };
export type FileRow = Sizeless & { size: number };
export type LinkRow = Prisma.FileLinkModel;

const toRow = (row: StoredFile): FileRow => ({ ...row, size: Number(row.size) });
const FINAL = (Object.keys(FILE_LIFECYCLE) as FileState[]).filter((state) => isFinal(FILE_LIFECYCLE, state));
const AT_ONCE = 100;
/** The id of an advisory lock. */
const ROOM_LOCK = 7_236_101n;

const files = table<StoredFile>('published_file', Prisma.PublishedFileScalarFieldEnum);
const BY_ID = files.select('WHERE id = $1');
const BY_IDS = files.select('WHERE id = ANY ($1)');
const BY_SESSION = files.select('WHERE session_id = $1 ORDER BY offered_at, id');

export function createFilesRepo({ client, sql }: Database) {
  const on = (tx?: Tx) => tx?.sql ?? sql;
  const list = async (where: object, tx?: Tx): Promise<FileRow[]> =>
    (await (tx ?? client).publishedFile.findMany({ where, orderBy: [{ offeredAt: 'asc' }, { id: 'asc' }] })).map(toRow);
  return {
    async create(tx: Tx, row: FileRow): Promise<void> {
      await tx.publishedFile.create({ data: { ...row, size: BigInt(row.size) } });
    },
    async find(id: string, tx?: Tx): Promise<FileRow | null> {
      const [row] = await on(tx)(BY_ID, [id]);
      return row ? toRow(row) : null;
    },
    listByIds: async (ids: readonly string[]) => (await sql(BY_IDS, [ids])).map(toRow),
    listBySession: async (sessionId: string, tx?: Tx) => (await on(tx)(BY_SESSION, [sessionId])).map(toRow),
    listUnfinished: (tx: Tx, sessionId: string, senderId: string) =>
      list({ sessionId, senderId, state: 'UPLOADING' }, tx),
    /** Serialises reservations of storage until the transaction ends. */
    async lockRoom(tx: Tx): Promise<void> {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ROOM_LOCK})`;
    },
    /** All unfinished uploads, of every site, the largest first. */
    async listPromised(tx: Tx): Promise<{ ref: string | null; size: number }[]> {
      const rows = await tx.publishedFile.findMany({
        where: { state: 'UPLOADING' },
        select: { ref: true, size: true },
        orderBy: { size: 'desc' },
      });
      return rows.map(({ ref, size }) => ({ ref, size: Number(size) }));
    },
    /** Bytes of a session's files that are stored or promised. */
    async bytesOf(tx: Tx, sessionId: string): Promise<number> {
      const where = { sessionId, state: { notIn: FINAL } };
      return Number((await tx.publishedFile.aggregate({ where, _sum: { size: true } }))._sum.size ?? 0);
    },
    count: (tx: Tx, sessionId: string): Promise<number> => tx.publishedFile.count({ where: { sessionId } }),
    /** @returns whether the lifecycle allowed it */
    async move(tx: Tx, id: string, state: FileState, change: Partial<Omit<FileRow, 'size'>>): Promise<boolean> {
      const { count } = await tx.publishedFile.updateMany({
        where: { id, state: { in: statesBefore(FILE_LIFECYCLE, state) } },
        data: { ...change, state },
      });
      return count === 1;
    },
    async update(id: string, change: Partial<Omit<FileRow, 'size' | 'state'>>, tx?: Tx): Promise<void> {
      await (tx ?? client).publishedFile.updateMany({ where: { id }, data: change });
    },
    async listToExpire(now: Date): Promise<FileRow[]> {
      const rows = await client.publishedFile.findMany({
        where: { expiresAt: { lte: now }, state: { in: ['UPLOADING', 'CHECKING', 'PUBLISHED'] } },
        take: AT_ONCE,
      });
      return rows.map(toRow);
    },
    async listToPurge(): Promise<FileRow[]> {
      const rows = await client.publishedFile.findMany({
        where: { state: { in: FINAL }, purgedAt: null },
        take: AT_ONCE,
      });
      return rows.map(toRow);
    },
    async listToCheck(now: Date): Promise<FileRow[]> {
      const rows = await client.publishedFile.findMany({
        where: { state: 'CHECKING', checkDueAt: { lte: now } },
        take: AT_ONCE,
      });
      return rows.map(toRow);
    },
    countKept: (sessionId: string): Promise<number> =>
      client.publishedFile.count({ where: { sessionId, purgedAt: null } }),
    async createLink(row: LinkRow): Promise<void> {
      await client.fileLink.create({ data: row });
    },
    async findLink(tokenHash: Uint8Array<ArrayBuffer>): Promise<LinkRow | null> {
      return client.fileLink.findUnique({ where: { tokenHash } });
    },
    /** @returns whether this was its first use */
    async useLink(tx: Tx, id: string, usedAt: Date): Promise<boolean> {
      return (await tx.fileLink.updateMany({ where: { id, usedAt: null }, data: { usedAt } })).count === 1;
    },
    async dropLinks(before: Date): Promise<void> {
      await client.fileLink.deleteMany({ where: { expiresAt: { lte: before } } });
    },
  };
}
export type FilesRepo = ReturnType<typeof createFilesRepo>;
