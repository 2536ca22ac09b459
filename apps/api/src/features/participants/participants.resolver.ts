import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { NeedsSeat, Public, type Context } from '../../platform/graphql/index.js';
import { EventActorType, isCustomer, isSeated, isStaffView, SessionType, type Seat } from '../sessions/index.js';
import type { ChangeSeat } from './change-seat.js';
import type { JoinSession } from './join-session.js';
import { DeviceInput, JoinSessionInput } from './participants.inputs.js';
import type { ParticipantQueries } from './participants.queries.js';
import type { ParticipantRow } from './participants.repo.js';
import { DeviceType, JoinedSeatType, ParticipantType } from './participants.types.js';

@Resolver(() => ParticipantType)
export class ParticipantsResolver {
  constructor(
    private readonly join: JoinSession,
    private readonly change: ChangeSeat,
  ) {}

  @Public()
  @Mutation(() => JoinedSeatType, {
    description: 'Public. Spends the token, or counts a wrong number against the address. Sets the seat cookie.',
  })
  joinSession(
    @Ctx() context: Context,
    @Arg('input', () => JoinSessionInput) input: JoinSessionInput,
  ): Promise<JoinedSeatType> {
    return this.join(context, input);
  }

  @NeedsSeat()
  @Mutation(() => Boolean)
  async leaveSession(@Ctx() context: Context, @Arg('sessionId', () => ID) sessionId: string): Promise<boolean> {
    await this.change.leave(context, sessionId);
    return true;
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType, {
    description: 'Seats somebody who waits: as the customer, instead of the one who sits there now if there is one.',
  })
  seatParticipant(@Ctx() context: Context, @Arg('participantId', () => ID) id: string): Promise<ParticipantRow> {
    return this.change.seat(context, id);
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType)
  declineParticipant(@Ctx() context: Context, @Arg('participantId', () => ID) id: string): Promise<ParticipantRow> {
    return this.change.decline(context, id);
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType)
  reportDevice(
    @Ctx() context: Context,
    @Arg('sessionId', () => ID) sessionId: string,
    @Arg('device', () => DeviceInput) device: DeviceInput,
  ): Promise<ParticipantRow> {
    return this.change.reportDevice(context, sessionId, device);
  }

  @FieldResolver(() => DeviceType, { nullable: true, description: "Staff only, else null (and the viewer's own)." })
  device(@Ctx() { viewer }: Context, @Root() { id, device }: ParticipantRow): DeviceType | null {
    const isOwn = viewer.kind === 'seat' && viewer.participantId === id;
    return isStaffView(viewer) || isOwn ? device : null;
  }
}

@Resolver(() => SessionType)
export class SessionParticipantsResolver {
  constructor(private readonly queries: ParticipantQueries) {}

  @FieldResolver(() => ParticipantType, {
    nullable: true,
    description: "The viewer's own seat; null for staff that only read.",
  })
  mySeat(@Ctx() context: Context, @Root() { id }: SessionType): Promise<ParticipantRow | null> {
    return this.queries.own(context, id);
  }

  @FieldResolver(() => [ParticipantType], {
    description: 'A customer sees who is seated, staff also who waits or has left.',
  })
  async participants(@Ctx() context: Context, @Root() { id }: SessionType): Promise<ParticipantRow[]> {
    const [seat, rows] = await Promise.all([this.queries.seatOf(context, id), this.queries.bySession(context, id)]);
    return rows.filter((row) => maySee(row, seat));
  }
}

function maySee(row: ParticipantRow, seat: Seat | null): boolean {
  if (!seat || row.id === seat.participantId || (isSeated(seat) && !isCustomer(seat))) return true;
  if (!isSeated(seat)) return row.state === 'SEATED' && !row.role.endsWith('CUSTOMER');
  return row.state !== 'WAITING' && row.state !== 'DECLINED';
}

@Resolver(() => EventActorType)
export class EventActorResolver {
  constructor(private readonly queries: ParticipantQueries) {}

  @FieldResolver(() => String, { nullable: true })
  async name(@Ctx() context: Context, @Root() { participantId }: EventActorType): Promise<string | null> {
    return participantId ? ((await this.queries.byId(context, participantId))?.name ?? null) : null;
  }
}
