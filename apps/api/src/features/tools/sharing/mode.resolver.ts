import type { ShareMode } from '@tandem/domain';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { NeedsSeat, type Context } from '../../../platform/graphql/index.js';
import { SessionType } from '../../session/sessions/index.js';
import type { ChangeMode } from './change-mode.js';
import type { SharingQueries } from './sharing.queries.js';
import { ShareModeEnum } from './sharing.types.js';

@Resolver(() => SessionType)
export class ShareModeResolver {
  constructor(
    private readonly change: ChangeMode,
    private readonly queries: SharingQueries,
  ) {}

  @NeedsSeat()
  @Mutation(() => SessionType, { description: 'Effective immediately for running shares, and for later ones.' })
  setShareMode(
    @Ctx() context: Context,
    @Arg('sessionId', () => ID) sessionId: string,
    @Arg('mode', () => ShareModeEnum) mode: ShareMode,
  ): Promise<SessionType> {
    return this.change(context, sessionId, mode);
  }

  @FieldResolver(() => ShareModeEnum, { description: 'How screens are sent in this session.' })
  shareMode(@Root() { id }: SessionType): Promise<ShareMode> {
    return this.queries.modeOf(id);
  }
}
