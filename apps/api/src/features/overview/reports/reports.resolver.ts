import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { secondsBetween, type Clock } from '../../../platform/clock/index.js';
import { Needs, type Context } from '../../../platform/graphql/index.js';
import { ChatMessageType, ConversationMailType, type Chat } from '../../tools/chat/index.js';
import { NoteType, type Notes } from '../../tools/notes/index.js';
import { ParticipantType, type Participants } from '../../session/participants/index.js';
import { SessionEventType } from '../../session/sessions/index.js';
import { customersAmong } from './customers-among.js';
import type { ReportQueries } from './reports.queries.js';
import {
  SessionReportConnectionType,
  SessionReportFilter,
  SessionReportOrderEnum,
  SessionReportType,
} from './reports.types.js';

const TRANSCRIPT = 1000;

interface ReportSources {
  queries: ReportQueries;
  participants: Participants;
  chat: Chat;
  notes: Notes;
  clock: Clock;
}

@Resolver(() => SessionReportType)
export class ReportsResolver {
  constructor(private readonly from: ReportSources) {}

  @Needs('reports.read')
  @Query(() => SessionReportType)
  sessionReport(@Ctx() context: Context, @Arg('sessionId', () => ID) sessionId: string): Promise<SessionReportType> {
    return this.from.queries.find(context, sessionId);
  }

  @Needs('reports.read')
  @Query(() => SessionReportConnectionType)
  sessionReports(
    @Ctx() context: Context,
    @Arg('filter', () => SessionReportFilter, { nullable: true }) filter: SessionReportFilter | null,
    @Arg('orderBy', () => SessionReportOrderEnum, { defaultValue: 'STARTED_AT_DESC' }) orderBy: string,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<SessionReportConnectionType> {
    return this.from.queries.list(context, { filter, orderBy, first, after });
  }

  @FieldResolver(() => Int, { description: 'From start to end, or to now.' })
  durationSeconds(@Root() { startedAt, endedAt }: SessionReportType): number {
    return secondsBetween(startedAt, endedAt ?? this.from.clock.now());
  }

  @FieldResolver(() => String, { description: 'Who started it.' })
  async csrName(@Ctx() context: Context, @Root() { csrId }: SessionReportType): Promise<string> {
    return (await this.from.participants.queries.byId(context, csrId))?.name ?? '';
  }

  @FieldResolver(() => [String], { description: 'Everybody who led it, in order, each once.' })
  async csrNames(@Ctx() context: Context, @Root() report: SessionReportType): Promise<string[]> {
    const { participants, queries } = this.from;
    const rows = await Promise.all((await queries.leaders(report)).map((id) => participants.queries.byId(context, id)));
    const people = new Map(rows.flatMap((row) => (row ? [[row.userId ?? row.id, row.name] as const] : [])));
    return [...people.values()];
  }

  @FieldResolver(() => [String], { description: 'Each person once.' })
  async customerNames(@Ctx() context: Context, @Root() { sessionId }: SessionReportType): Promise<string[]> {
    const people = await this.from.participants.queries.bySession(context, sessionId);
    return customersAmong(people).map((row) => row.name);
  }

  @FieldResolver(() => [ParticipantType])
  participants(@Ctx() context: Context, @Root() { sessionId }: SessionReportType): Promise<ParticipantType[]> {
    return this.from.participants.queries.bySession(context, sessionId);
  }

  @FieldResolver(() => [SessionEventType], { description: 'Every event of the session in order.' })
  timeline(
    @Root() { sessionId }: SessionReportType,
    @Arg('first', () => Int, { defaultValue: 500 }) first: number,
    @Arg('after', () => Int, { defaultValue: 0 }) after: number,
  ): Promise<SessionEventType[]> {
    return this.from.queries.timeline(sessionId, first, after);
  }

  @FieldResolver(() => NoteType, { nullable: true, description: 'The shared note of the CSRs.' })
  note(@Ctx() context: Context, @Root() { sessionId }: SessionReportType): Promise<NoteType | null> {
    return this.from.notes.queries.shared(context, sessionId);
  }

  @FieldResolver(() => [NoteType], { description: "The viewer's own private note; for auditors everybody's." })
  privateNotes(@Ctx() context: Context, @Root() { sessionId }: SessionReportType): Promise<NoteType[]> {
    return this.from.notes.queries.privateOnes(context, sessionId);
  }

  @FieldResolver(() => Boolean, { description: 'The session is over, and the viewer may go on with its note.' })
  async mayWriteNote(@Ctx() { viewer }: Context, @Root() { sessionId }: SessionReportType): Promise<boolean> {
    return (await this.from.notes.mayAfterwards(viewer, sessionId)).shared;
  }

  @FieldResolver(() => Boolean, { description: 'The same for a private note of the viewer.' })
  async mayWritePrivateNote(@Ctx() { viewer }: Context, @Root() { sessionId }: SessionReportType): Promise<boolean> {
    return (await this.from.notes.mayAfterwards(viewer, sessionId)).own;
  }

  @FieldResolver(() => [ChatMessageType])
  transcript(@Ctx() context: Context, @Root() { sessionId }: SessionReportType): Promise<ChatMessageType[]> {
    return this.from.chat.queries.listForViewer(context, sessionId, { last: TRANSCRIPT, isRecord: true });
  }

  @FieldResolver(() => [ConversationMailType], { description: 'When customers had the conversation mailed.' })
  conversationMails(@Root() { sessionId }: SessionReportType): Promise<ConversationMailType[]> {
    return this.from.chat.queries.mailsOf(sessionId);
  }
}
