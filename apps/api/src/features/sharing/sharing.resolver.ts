import type { ShareEndReason, Surface } from '@tandem/domain';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { NeedsSeat, type Context } from '../../platform/graphql/index.js';
import { SessionType } from '../sessions/index.js';
import type { AnswerShare } from './answer-share.js';
import type { AskShare } from './ask-share.js';
import type { RevokeGrant } from './revoke-grant.js';
import type { RunShare } from './run-share.js';
import { AnswerShareInput, AskShareInput } from './sharing.inputs.js';
import type { SharingQueries } from './sharing.queries.js';
import { GrantType, ShareEndReasonEnum, ShareType, SurfaceEnum } from './sharing.types.js';

interface SharingUseCases {
  ask: AskShare;
  answering: AnswerShare;
  running: RunShare;
  revoke: RevokeGrant;
  queries: SharingQueries;
}

@Resolver(() => SessionType)
export class SharingResolver {
  constructor(private readonly use: SharingUseCases) {}

  @NeedsSeat()
  @Mutation(() => ShareType, { description: 'The CSR asks to see (REQUEST_VIEW) or to show (SHARE_VIEW).' })
  async askShare(@Ctx() context: Context, @Arg('input', () => AskShareInput) input: AskShareInput): Promise<ShareType> {
    return this.use.queries.toShare(await this.use.ask(context, input));
  }

  @NeedsSeat()
  @Mutation(() => ShareType)
  async withdrawShare(@Ctx() context: Context, @Arg('shareId', () => ID) shareId: string): Promise<ShareType> {
    return this.use.queries.toShare(await this.use.running.withdraw(context, shareId));
  }

  @NeedsSeat()
  @Mutation(() => ShareType, { description: "The customer's answer." })
  async answerShare(
    @Ctx() context: Context,
    @Arg('input', () => AnswerShareInput) input: AnswerShareInput,
  ): Promise<ShareType> {
    return this.use.queries.toShare(await this.use.answering.answer(context, input));
  }

  @NeedsSeat()
  @Mutation(() => ShareType, { description: 'The customer asks for more time: the clock starts again.' })
  async extendShareQuestion(@Ctx() context: Context, @Arg('shareId', () => ID) shareId: string): Promise<ShareType> {
    return this.use.queries.toShare(await this.use.answering.extend(context, shareId));
  }

  @NeedsSeat()
  @Mutation(() => ShareType, {
    description: "The publisher's picker is closed and a surface is chosen: only now may the screen be published.",
  })
  async startShare(
    @Ctx() context: Context,
    @Arg('shareId', () => ID) shareId: string,
    @Arg('surface', () => SurfaceEnum) surface: Surface,
  ): Promise<ShareType> {
    return this.use.queries.toShare(await this.use.running.start(context, shareId, surface));
  }

  @NeedsSeat()
  @Mutation(() => ShareType, {
    description: "The publisher's picker was cancelled, capture failed, or its page is gone.",
  })
  async failShare(
    @Ctx() context: Context,
    @Arg('shareId', () => ID) shareId: string,
    @Arg('reason', () => ShareEndReasonEnum) reason: ShareEndReason,
  ): Promise<ShareType> {
    return this.use.queries.toShare(await this.use.running.fail(context, shareId, reason));
  }

  @NeedsSeat()
  @Mutation(() => ShareType)
  async stopShare(
    @Ctx() context: Context,
    @Arg('shareId', () => ID) shareId: string,
    @Arg('isByBrowser', () => Boolean, { defaultValue: false }) isByBrowser: boolean,
  ): Promise<ShareType> {
    return this.use.queries.toShare(await this.use.running.stop(context, shareId, isByBrowser));
  }

  @NeedsSeat()
  @Mutation(() => GrantType, { description: 'The customer takes a standing consent back; what runs on it stops.' })
  async revokeGrant(@Ctx() context: Context, @Arg('grantId', () => ID) grantId: string): Promise<GrantType> {
    return this.use.queries.toGrant(await this.use.revoke(context, grantId));
  }

  @FieldResolver(() => [ShareType], { description: 'Newest first; for everybody who is seated, and staff.' })
  shares(@Ctx() context: Context, @Root() { id }: SessionType): Promise<ShareType[]> {
    return this.use.queries.shares(context, id);
  }

  @FieldResolver(() => [GrantType], { description: 'Newest first; for customers and outside experts their own.' })
  grants(@Ctx() context: Context, @Root() { id }: SessionType): Promise<GrantType[]> {
    return this.use.queries.grants(context, id);
  }
}
