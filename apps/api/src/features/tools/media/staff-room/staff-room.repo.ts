import type { Database, Prisma, Tx } from '../../../../platform/db/index.js';
import type { MediaRoomRow } from '../rooms/media.repo.js';

export type StaffSeatRow = Prisma.StaffSeatModel;

export function createStaffRoomRepo({ client }: Database) {
  return {
    findRoom: (sessionId: string, tx?: Tx): Promise<MediaRoomRow | null> =>
      (tx ?? client).staffRoom.findUnique({ where: { sessionId } }),
    findRoomByName: (room: string): Promise<MediaRoomRow | null> => client.staffRoom.findUnique({ where: { room } }),
    listOpenRooms: (): Promise<MediaRoomRow[]> => client.staffRoom.findMany({ where: { closedAt: null } }),
    async createRoom(tx: Tx, row: MediaRoomRow): Promise<void> {
      await tx.staffRoom.create({ data: row });
    },
    async closeRoom(tx: Tx, sessionId: string, closedAt: Date): Promise<void> {
      await tx.staffRoom.updateMany({ where: { sessionId }, data: { closedAt } });
      await tx.staffSeat.updateMany({ where: { sessionId }, data: { closedAt } });
    },
    findSeat: (participantId: string): Promise<StaffSeatRow | null> =>
      client.staffSeat.findUnique({ where: { participantId } }),
    /** Gives the call to a window, with a new ticket. */
    async hold(
      tx: Tx,
      hold: Pick<StaffSeatRow, 'participantId' | 'sessionId' | 'windowId' | 'ticketId'>,
    ): Promise<void> {
      const fresh = { ...hold, ticketUsedAt: null, isTicketSpent: false, closedAt: null };
      await tx.staffSeat.upsert({ where: { participantId: hold.participantId }, create: fresh, update: fresh });
    },
    async useTicket(participantId: string, ticketId: string, ticketUsedAt: Date): Promise<void> {
      await client.staffSeat.updateMany({
        where: { participantId, ticketId, ticketUsedAt: null },
        data: { ticketUsedAt },
      });
    },
    async spendTicket(participantId: string, ticketId: string): Promise<void> {
      await client.staffSeat.updateMany({ where: { participantId, ticketId }, data: { isTicketSpent: true } });
    },
  };
}
export type StaffRoomRepo = ReturnType<typeof createStaffRoomRepo>;
