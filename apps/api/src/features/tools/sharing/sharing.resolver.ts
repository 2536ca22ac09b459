import type { ShareEndReason, Surface } from '@tandem/domain';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { NeedsSeat, type Context } from '../../../platform/graphql/index.js';
import type { Consents } from '../../session/consents/index.js';
import { SessionType } from '../../session/sessions/index.js';
import type { RunShare } from './run-share.js';
import { AnswerShareInput, AskShareInput } from './sharing.inputs.js';
import type { SharingQueries } from './sharing.queries.js';
import { ShareEndReasonEnum, ShareType, SurfaceEnum } from './sharing.types.js';

interface SharingUseCases {
  consents: Consents;
  running: RunShare;
  queries: SharingQueries;
}

@Resolver(() => SessionType)
export class SharingResolver {
  constructor(private readonly use: SharingUseCases) {}

  @NeedsSeat()
  @Mutation(() => ShareType, {
    description: 'The CSR asks to see (REQUEST_VIEW) or to show (SHARE_VIEW).',
    deprecationReason: 'Use `askConsent`.',
  })
  async askShare(
    @Ctx() context: Context,
    @Arg('input', () => AskShareInput) { sessionId, action, target }: AskShareInput,
  ): Promise<ShareType> {
    return this.use.queries.byId((await this.use.consents.ask(context, { sessionId, kind: action, target })).id);
  }

  @NeedsSeat()
  @Mutation(() => ShareType, { deprecationReason: 'Use `withdrawConsentRequest`.' })
  async withdrawShare(@Ctx() context: Context, @Arg('shareId', () => ID) shareId: string): Promise<ShareType> {
    return this.use.queries.byId((await this.use.consents.answering.withdraw(context, shareId)).id);
  }

  @NeedsSeat()
  @Mutation(() => ShareType, { description: "The customer's answer.", deprecationReason: 'Use `answerConsent`.' })
  async answerShare(
    @Ctx() context: Context,
    @Arg('input', () => AnswerShareInput) { shareId, ...answer }: AnswerShareInput,
  ): Promise<ShareType> {
    await this.use.consents.answering.answer(context, { ...answer, requestId: shareId });
    return this.use.queries.byId(shareId);
  }

  @NeedsSeat()
  @Mutation(() => ShareType, {
    description: 'The customer needs more time: the deadline starts again.',
    deprecationReason: 'Use `extendConsentRequest`.',
  })
  async extendShareQuestion(@Ctx() context: Context, @Arg('shareId', () => ID) shareId: string): Promise<ShareType> {
    return this.use.queries.byId((await this.use.consents.answering.extend(context, shareId)).id);
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
    description: "The publisher's picker was closed without a choice. Nothing ends: the publisher may choose again.",
  })
  async reportNotChosen(@Ctx() context: Context, @Arg('shareId', () => ID) shareId: string): Promise<ShareType> {
    return this.use.queries.toShare(await this.use.running.notChosen(context, shareId));
  }

  @NeedsSeat()
  @Mutation(() => ShareType, {
    description: 'The publisher chooses nothing, capture failed, or its page is gone: the share ends.',
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

  @FieldResolver(() => [ShareType], { description: 'Newest first; for everybody who is seated, and staff.' })
  shares(@Ctx() context: Context, @Root() { id }: SessionType): Promise<ShareType[]> {
    return this.use.queries.shares(context, id);
  }
}
