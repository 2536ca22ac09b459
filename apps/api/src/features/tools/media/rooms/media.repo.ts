import { Prisma, table, type Database, type Tx } from '../../../../platform/db/index.js';

export type MediaSeatRow = Prisma.MediaSeatModel;
export type MediaRoomRow = Prisma.MediaRoomModel;

const SEATS = table<MediaSeatRow>('media_seat', Prisma.MediaSeatScalarFieldEnum).select(
  'WHERE participant_id = ANY ($1)',
);

export function createMediaRepo({ client, sql }: Database) {
  return {
    findRoom: (sessionId: string, tx?: Tx): Promise<MediaRoomRow | null> =>
      (tx ?? client).mediaRoom.findUnique({ where: { sessionId } }),
    findRoomByName: (room: string): Promise<MediaRoomRow | null> => client.mediaRoom.findUnique({ where: { room } }),
    async createRoom(tx: Tx, row: MediaRoomRow): Promise<void> {
      await tx.mediaRoom.create({ data: row });
    },
    listOpenRooms: (): Promise<MediaRoomRow[]> => client.mediaRoom.findMany({ where: { closedAt: null } }),
    findSeat: (participantId: string, tx?: Tx): Promise<MediaSeatRow | null> =>
      (tx ?? client).mediaSeat.findUnique({ where: { participantId } }),
    listSeats: (ids: readonly string[]): Promise<MediaSeatRow[]> => sql(SEATS, [ids]),
    /** Seats whose microphone or camera is on. */
    listOn: (tx: Tx, sessionId: string): Promise<MediaSeatRow[]> =>
      tx.mediaSeat.findMany({
        where: { sessionId, closedAt: null, OR: [{ isMicrophoneOn: true }, { isCameraOn: true }] },
      }),
    /** Gives the media of a seat to a window, with a new ticket. */
    async hold(
      tx: Tx,
      hold: Pick<MediaSeatRow, 'participantId' | 'sessionId' | 'windowId' | 'ticketId' | 'heldAt'>,
    ): Promise<void> {
      const fresh = { ...hold, ticketUsedAt: null, isTicketSpent: false, closedAt: null };
      await tx.mediaSeat.upsert({ where: { participantId: hold.participantId }, create: fresh, update: fresh });
    },
    async useTicket(participantId: string, ticketId: string, ticketUsedAt: Date): Promise<void> {
      await client.mediaSeat.updateMany({
        where: { participantId, ticketId, ticketUsedAt: null },
        data: { ticketUsedAt },
      });
    },
    /** Marks the ticket as used, so that it can't be used again. A newer one is unaffected. */
    async spendTicket(participantId: string, ticketId: string): Promise<void> {
      await client.mediaSeat.updateMany({ where: { participantId, ticketId }, data: { isTicketSpent: true } });
    },
    /** Rights may be set before the seat joins media: the row is created if missing. */
    async setRights(
      tx: Tx,
      seat: Pick<MediaSeatRow, 'participantId' | 'sessionId' | 'heldAt'>,
      change: Partial<Pick<MediaSeatRow, 'isCameraOn' | 'isMicrophoneOn' | 'isScreenAllowed'>>,
    ) {
      const { participantId } = seat;
      const create = { ...seat, windowId: '', ticketId: '', ...change };
      await tx.mediaSeat.upsert({ where: { participantId }, create, update: change });
    },
    async change(tx: Tx, participantId: string, change: Partial<MediaSeatRow>): Promise<void> {
      await tx.mediaSeat.updateMany({ where: { participantId }, data: change });
    },
    /** Invalidates unused tickets. */
    async spendUnused(tx: Tx, sessionId: string): Promise<void> {
      await tx.mediaSeat.updateMany({ where: { sessionId, isTicketSpent: false }, data: { isTicketSpent: true } });
    },
    async closeSeat(tx: Tx, participantId: string, closedAt: Date): Promise<void> {
      const off = { isCameraOn: false, isMicrophoneOn: false, isScreenAllowed: false, cameraShownToIds: [] };
      await tx.mediaSeat.updateMany({ where: { participantId }, data: { closedAt, ...off } });
    },
    async closeRoom(tx: Tx, sessionId: string, closedAt: Date): Promise<void> {
      await tx.mediaRoom.updateMany({ where: { sessionId }, data: { closedAt } });
      const off = { isCameraOn: false, isMicrophoneOn: false, isScreenAllowed: false, cameraShownToIds: [] };
      await tx.mediaSeat.updateMany({ where: { sessionId }, data: { closedAt, ...off } });
    },
  };
}
export type MediaRepo = ReturnType<typeof createMediaRepo>;
