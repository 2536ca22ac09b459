import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Needs, staffOf, type Context } from '../../../platform/graphql/index.js';
import { SetUpType } from './setup.types.js';
import type { ShowSetUp } from './show-set-up.js';

@Resolver()
export class SetupResolver {
  constructor(
    private readonly show: ShowSetUp,
    private readonly putAway: (userId: string, isAway: boolean) => Promise<void>,
  ) {}

  @Needs('owners.manage')
  @Query(() => SetUpType, { description: 'For owners: what the installation still needs.' })
  setUp(@Ctx() context: Context): Promise<SetUpType> {
    return this.show(staffOf(context).userId);
  }

  @Needs('owners.manage')
  @Mutation(() => SetUpType, { description: 'For this account only, until it is shown again.' })
  async putSetUpAway(
    @Ctx() context: Context,
    @Arg('isAway', () => Boolean, { defaultValue: true, description: 'False shows the list again.' }) isAway: boolean,
  ): Promise<SetUpType> {
    await this.putAway(staffOf(context).userId, isAway);
    return this.show(staffOf(context).userId);
  }
}
