import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { EventLog, EventRow } from '../../../platform/events/index.js';
import { Needs, NeedsSeat, NeedsSeatOr, type Context } from '../../../platform/graphql/index.js';
import type { Abilities } from './abilities.js';
import type { DescribeSession } from './describe-session.js';
import type { EventViews } from './event-views.js';
import type { LockSession } from './lock-session.js';
import type { SeatPort } from './seat.js';
import type { SessionAccess } from './session-access.js';
import type { SessionEvents } from './session-events.js';
import { sessionStream } from './sessions.events.js';
import type { SessionQueries } from './sessions.queries.js';
import type { SessionRow } from './sessions.repo.js';
import {
  AbilityType,
  DescribeSessionInput,
  EventStepType,
  SessionConnectionType,
  SessionEventType,
  SessionFilter,
  SessionOrderEnum,
  SessionType,
  StartOptionsType,
  StartSessionInput,
} from './sessions.types.js';
import type { createEndByCsr } from './end-session.js';
import { isStaffView } from './sessions.policy.js';
import type { StartSession } from './start-session.js';
import type { TimeLimits } from './time-limits.js';

export interface SessionUseCases {
  start: StartSession;
  startOptions: (siteId: string) => Promise<StartOptionsType>;
  endByCsr: ReturnType<typeof createEndByCsr>;
  keepOpen: TimeLimits['keepOpen'];
  lock: LockSession;
  describe: DescribeSession;
  access: SessionAccess;
  queries: SessionQueries;
  abilities: Abilities;
  views: EventViews;
  live: SessionEvents;
  events: EventLog;
  seats: () => SeatPort;
  pathOf: (number: string) => string;
}

@Resolver(() => SessionType)
export class SessionsResolver {
  constructor(private readonly use: SessionUseCases) {}

  @NeedsSeatOr('sessions.read')
  @Query(() => SessionType)
  async session(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<SessionRow> {
    const findSeat = () => this.use.seats().load(context, id);
    return (await this.use.access.toRead(context.viewer, context.site.id, id, findSeat)).session;
  }

  @Needs('sessions.list')
  @Query(() => SessionConnectionType)
  sessions(
    @Ctx() context: Context,
    @Arg('filter', () => SessionFilter, { nullable: true }) filter: SessionFilter | null,
    @Arg('orderBy', () => SessionOrderEnum, { defaultValue: 'STARTED_AT_DESC' }) orderBy: string,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<SessionConnectionType> {
    return this.use.queries.list(context, { filter, orderBy, first, after });
  }

  @Needs('sessions.start')
  @Mutation(() => SessionType, { description: 'The viewer leads it; an API token names the account that leads.' })
  startSession(
    @Ctx() context: Context,
    @Arg('input', () => StartSessionInput, { nullable: true }) input: StartSessionInput | null,
  ): Promise<SessionRow> {
    return this.use.start(context, input ?? {});
  }

  @Needs('sessions.start')
  @Query(() => StartOptionsType)
  startOptions(@Ctx() context: Context): Promise<StartOptionsType> {
    return this.use.startOptions(context.site.id);
  }

  @NeedsSeat()
  @Mutation(() => SessionType)
  endSession(@Ctx() context: Context, @Arg('sessionId', () => ID) sessionId: string): Promise<SessionRow> {
    return this.use.endByCsr(context, sessionId);
  }

  @NeedsSeat()
  @Mutation(() => SessionType, { description: 'Cancels the announced end. Any participant may call it.' })
  keepSessionOpen(@Ctx() context: Context, @Arg('sessionId', () => ID) sessionId: string): Promise<SessionRow> {
    return this.use.keepOpen(context, sessionId);
  }

  @NeedsSeat()
  @Mutation(() => SessionType, { description: 'While it is locked, everybody who joins waits for admission.' })
  lockSession(
    @Ctx() context: Context,
    @Arg('sessionId', () => ID) sessionId: string,
    @Arg('isLocked', () => Boolean) isLocked: boolean,
  ): Promise<SessionRow> {
    return this.use.lock(context, sessionId, isLocked);
  }

  @NeedsSeat()
  @Mutation(() => SessionType, { description: 'Replaces the whole description: omitted fields are removed.' })
  describeSession(
    @Ctx() context: Context,
    @Arg('input', () => DescribeSessionInput) input: DescribeSessionInput,
  ): Promise<SessionRow> {
    return this.use.describe(context, input);
  }

  @NeedsSeatOr('sessions.read')
  @Subscription(() => SessionEventType, {
    description:
      'The events after the given number, then new ones. For a seat of the session, or staff who may read it.',
    subscribe: ({ args, context }: { args: { sessionId: string; after: number }; context: Context }) =>
      context.instanceOf(SessionsResolver).use.live.subscribe(context, args.sessionId, args.after),
  })
  sessionEvents(
    @Root() event: EventRow,
    @Arg('sessionId', () => ID) _sessionId: string,
    @Arg('after', () => Int, { defaultValue: 0 }) _after: number,
  ): SessionEventType {
    return this.use.views.toView(event);
  }

  @NeedsSeatOr('sessions.read')
  @Query(() => EventStepType, {
    description:
      'Long polling for networks that block WebSockets: the next events after the given number, or none after some seconds. Call it again with lastSeq; meanwhile the seat counts as connected.',
  })
  async nextSessionEvents(
    @Ctx() context: Context,
    @Arg('sessionId', () => ID) sessionId: string,
    @Arg('after', () => Int) after: number,
  ): Promise<EventStepType> {
    const { events, ...step } = await this.use.live.step(context, sessionId, after);
    return { ...step, events: events.map((event) => this.use.views.toView(event)) };
  }

  @FieldResolver(() => String)
  joinUrl(@Ctx() { linkOrigin }: Context, @Root() { number }: SessionRow): string {
    return linkOrigin + this.use.pathOf(number);
  }

  @FieldResolver(() => String, { nullable: true })
  sessionType(@Ctx() { viewer }: Context, @Root() { sessionType }: SessionRow): string | null {
    return isStaffView(viewer) ? sessionType : null;
  }

  @FieldResolver(() => String, { nullable: true })
  trackingCode(@Ctx() { viewer }: Context, @Root() { trackingCode }: SessionRow): string | null {
    return isStaffView(viewer) ? trackingCode : null;
  }

  @FieldResolver(() => String)
  siteName(@Ctx() { site }: Context): string {
    return site.name;
  }

  @FieldResolver(() => Int, {
    description: 'The number of the newest event; ask sessionEvents for what comes after it.',
  })
  lastSeq(@Root() { id }: SessionRow): Promise<number> {
    return this.use.events.lastSeq(sessionStream(id));
  }

  @FieldResolver(() => [AbilityType])
  async abilities(@Ctx() context: Context, @Root() session: SessionRow): Promise<AbilityType[]> {
    return this.use.abilities.of(context, session, await this.use.seats().load(context, session.id));
  }
}
