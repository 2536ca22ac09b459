import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Needs, NeedsSeat, type Context } from '../../../platform/graphql/index.js';
import { MailFateType } from '../../site/mail/index.js';
import type { ConcernQueries } from './concerns.queries.js';
import type { ConcernRow } from './concerns.repo.js';
import { ConcernConnectionType, ConcernType } from './concerns.types.js';
import type { HandleConcern } from './handle-concern.js';
import type { ReportConcern } from './report-concern.js';

interface ConcernUseCases {
  report: ReportConcern;
  handle: HandleConcern;
  queries: ConcernQueries;
}

@Resolver(() => ConcernType)
export class ConcernsResolver {
  constructor(private readonly use: ConcernUseCases) {}

  @NeedsSeat()
  @Mutation(() => Boolean, {
    description:
      'The customer was called unexpectedly: ends the session for everyone immediately and notifies administrators.',
  })
  async reportUnexpectedCall(@Ctx() context: Context, @Arg('sessionId', () => ID) sessionId: string): Promise<boolean> {
    await this.use.report(context, sessionId);
    return true;
  }

  @Needs('concerns.read')
  @Query(() => ConcernConnectionType, { description: 'Newest first.' })
  concerns(
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<ConcernConnectionType> {
    return this.use.queries.list(context, first, after);
  }

  @Needs('concerns.handle')
  @Mutation(() => ConcernType)
  handleConcern(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<ConcernRow> {
    return this.use.handle(context, id);
  }

  @FieldResolver(() => String)
  sessionNumber(@Ctx() context: Context, @Root() concern: ConcernRow): Promise<string> {
    return this.use.queries.numberOf(context, concern);
  }

  @FieldResolver(() => String)
  async customerName(@Ctx() context: Context, @Root() { reporterId }: ConcernRow): Promise<string> {
    return (await this.use.queries.personOf(context, reporterId)) ?? '';
  }

  @FieldResolver(() => String, { nullable: true })
  csrName(@Ctx() context: Context, @Root() { csrId }: ConcernRow): Promise<string | null> {
    return this.use.queries.personOf(context, csrId);
  }

  @FieldResolver(() => [MailFateType], { description: 'The delivery states of the mails to administrators.' })
  mails(@Ctx() context: Context, @Root() concern: ConcernRow): Promise<MailFateType[]> {
    return this.use.queries.mailsOf(context, concern);
  }

  @FieldResolver(() => String, { nullable: true })
  handledByName(@Ctx() context: Context, @Root() concern: ConcernRow): Promise<string | null> {
    return this.use.queries.handlerOf(context, concern);
  }
}
