import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Needs, type Context } from '../../../platform/graphql/index.js';
import type { ReplyQueries } from './replies.queries.js';
import { CannedReplyType, SaveCannedReplyInput } from './replies.types.js';
import type { SaveReply } from './save-reply.js';
import type { UseReply } from './use-reply.js';

interface ReplyUseCases {
  queries: ReplyQueries;
  save: SaveReply;
  use: UseReply;
}

@Resolver()
export class RepliesResolver {
  constructor(private readonly to: ReplyUseCases) {}

  @Needs('cannedReplies.use')
  @Query(() => [CannedReplyType], { description: "The site's and the viewer's own, by what is typed after the slash." })
  cannedReplies(@Ctx() context: Context): Promise<CannedReplyType[]> {
    return this.to.queries.list(context);
  }

  @Needs('cannedReplies.use')
  @Mutation(() => CannedReplyType, { description: "One's own; the site's needs cannedReplies.manage." })
  async saveCannedReply(
    @Ctx() context: Context,
    @Arg('input', () => SaveCannedReplyInput) input: SaveCannedReplyInput,
  ): Promise<CannedReplyType> {
    return this.to.queries.toType(await this.to.save(context, input));
  }

  @Needs('cannedReplies.use')
  @Mutation(() => CannedReplyType)
  async deleteCannedReply(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<CannedReplyType> {
    return this.to.queries.toType(await this.to.use.remove(context, id));
  }

  @Needs('cannedReplies.use')
  @Mutation(() => CannedReplyType, { description: 'Counts a use in a message.' })
  async countCannedReply(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<CannedReplyType> {
    return this.to.queries.toType(await this.to.use.count(context, id));
  }
}
