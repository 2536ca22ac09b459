import { LIMITS } from '@tandem/domain';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { NeedsSeat, Public, type Context } from '../../../platform/graphql/index.js';
import type { EventLog } from '../../../platform/events/index.js';
import {
  EventActorType,
  isColleague,
  isSeated,
  isSelf,
  isStaffView,
  SessionEventType,
  sessionStream,
  SessionType,
  type EventViews,
  type Seat,
} from '../sessions/index.js';
import type { JoinSession } from './join-session.js';
import type { LeaveSession } from './leave-session.js';
import type { LetIn } from './let-in.js';
import { DeviceInput, JoinSessionInput, SeatPlaceEnum, type SeatPlace } from './participants.inputs.js';
import { PEOPLE_EVENTS } from './participants.events.js';
import type { ParticipantQueries } from './participants.queries.js';
import type { ParticipantRow } from './participants.repo.js';
import { DeviceType, JoinedSeatType, ParticipantType } from './participants.types.js';
import type { ReportDevice } from './report-device.js';

@Resolver(() => ParticipantType)
export class ParticipantsResolver {
  constructor(
    private readonly use: { join: JoinSession; letIn: LetIn; leave: LeaveSession; reportDevice: ReportDevice },
  ) {}

  @Public()
  @Mutation(() => JoinedSeatType, {
    description: 'Public. Spends the token, or counts a wrong number against the address. Sets the seat cookie.',
  })
  joinSession(
    @Ctx() context: Context,
    @Arg('input', () => JoinSessionInput) input: JoinSessionInput,
  ): Promise<JoinedSeatType> {
    return this.use.join(context, input);
  }

  @NeedsSeat()
  @Mutation(() => Boolean, { description: 'Anybody but the primary CSR, who ends it or transfers control first.' })
  async leaveSession(@Ctx() context: Context, @Arg('sessionId', () => ID) sessionId: string): Promise<boolean> {
    await this.use.leave(context, sessionId);
    return true;
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType, {
    description:
      'Admits a person who waits. A customer replaces the present one, or joins beside. A later customer reads from now on, unless the CSR names the earlier seat of the same person.',
  })
  seatParticipant(
    @Ctx() context: Context,
    @Arg('participantId', () => ID) id: string,
    @Arg('place', () => SeatPlaceEnum, { defaultValue: 'INSTEAD' }) place: SeatPlace,
    @Arg('sameAs', () => ID, {
      nullable: true,
      description:
        "A customer's earlier seat: the same person again, who takes its place and reads what it could read.",
    })
    sameAs: string | null,
  ): Promise<ParticipantRow> {
    return this.use.letIn.seat(context, id, { place, sameAs });
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType)
  declineParticipant(@Ctx() context: Context, @Arg('participantId', () => ID) id: string): Promise<ParticipantRow> {
    return this.use.letIn.decline(context, id);
  }

  @NeedsSeat()
  @Mutation(() => Int, { description: 'Declines every customer who waits at this moment. Returns their number.' })
  declineWaiting(@Ctx() context: Context, @Arg('sessionId', () => ID) sessionId: string): Promise<number> {
    return this.use.letIn.declineAll(context, sessionId);
  }

  @NeedsSeat()
  @Mutation(() => ParticipantType)
  reportDevice(
    @Ctx() context: Context,
    @Arg('sessionId', () => ID) sessionId: string,
    @Arg('device', () => DeviceInput) device: DeviceInput,
  ): Promise<ParticipantRow> {
    return this.use.reportDevice(context, sessionId, device);
  }

  @FieldResolver(() => DeviceType, { nullable: true, description: "Staff only, else null (and the viewer's own)." })
  device(@Ctx() { viewer }: Context, @Root() { id, device }: ParticipantRow): DeviceType | null {
    const isOwn = viewer.kind === 'seat' && viewer.participantId === id;
    return isStaffView(viewer) || isOwn ? device : null;
  }

  @FieldResolver(() => [ID], { description: 'Earlier seats of the same person, newest first. Staff only, else empty.' })
  continues(@Ctx() { viewer }: Context, @Root() { continues }: ParticipantRow): string[] {
    return isStaffView(viewer) ? continues : [];
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Of a person who waits: the closed seat of this session whose token the browser has. Staff only.',
  })
  formerId(@Ctx() { viewer }: Context, @Root() { formerId }: ParticipantRow): string | null {
    return isStaffView(viewer) ? formerId : null;
  }
}

@Resolver(() => SessionType)
export class SessionParticipantsResolver {
  constructor(
    private readonly queries: ParticipantQueries,
    private readonly log: { events: EventLog; views: EventViews },
  ) {}

  @FieldResolver(() => ParticipantType, {
    nullable: true,
    description: "The viewer's own seat; null for staff that only read.",
  })
  mySeat(@Ctx() context: Context, @Root() { id }: SessionType): Promise<ParticipantRow | null> {
    return this.queries.own(context, id);
  }

  @FieldResolver(() => [ParticipantType], {
    description: 'A customer sees participants, staff also people who wait or have left.',
  })
  async participants(@Ctx() context: Context, @Root() { id }: SessionType): Promise<ParticipantRow[]> {
    const [seat, rows] = await Promise.all([this.queries.seatOf(context, id), this.queries.bySession(context, id)]);
    return rows.filter((row) => maySee(row, seat));
  }

  @FieldResolver(() => [SessionEventType], {
    description:
      'Joins, leaves, changes of the lead, disconnections and returns: the newest of these events, in order.',
  })
  async peopleEvents(@Ctx() context: Context, @Root() { id }: SessionType): Promise<SessionEventType[]> {
    const { events, views } = this.log;
    const [seat, rows] = await Promise.all([
      this.queries.seatOf(context, id),
      events.newestOf(sessionStream(id), PEOPLE_EVENTS, LIMITS.peopleEvents),
    ]);
    return rows.filter((row) => views.isVisible(row, seat)).map(views.toView);
  }
}

function maySee(row: ParticipantRow, seat: Seat | null): boolean {
  if (!seat || row.id === seat.participantId || isColleague(seat)) return true;
  if (!isSeated(seat)) return row.state === 'SEATED' && !row.role.endsWith('CUSTOMER');
  if (row.state === 'SEATED' || isSelf(seat, row.id)) return true;
  // not visible: who had left before this person joined, and who was never let in
  return seat.readsFrom === 0 && row.seatedAt !== null;
}

@Resolver(() => EventActorType)
export class EventActorResolver {
  constructor(private readonly queries: ParticipantQueries) {}

  @FieldResolver(() => String, { nullable: true })
  async name(@Ctx() context: Context, @Root() { participantId }: EventActorType): Promise<string | null> {
    return participantId ? ((await this.queries.byId(context, participantId))?.name ?? null) : null;
  }
}
