import type { DashboardTab, Locale } from '@tandem/domain';
import { Arg, Ctx, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Failure, Needs, Public, staffOf, type Context } from '../../../platform/graphql/index.js';
import { LocaleEnum } from '../sites/index.js';
import type { ChangeProfile } from './change-profile.js';
import type { FollowAccount } from './follow-account.js';
import type { ShowMe } from './show-me.js';
import { DashboardLayoutInput, ProfileInput } from './users.inputs.js';
import { DashboardTabEnum, MeType } from './users.types.js';

@Resolver()
export class UsersResolver {
  constructor(
    private readonly showMe: ShowMe,
    private readonly profile: ChangeProfile,
    private readonly follow: FollowAccount,
  ) {}

  @Public()
  @Query(() => MeType, {
    nullable: true,
    description:
      'Public: null when nobody is signed in. Refused from a network that the site does not allow for staff.',
  })
  me(@Ctx() { viewer }: Context): Promise<MeType> | null {
    if (viewer.kind === 'anonymous' && viewer.because === 'NETWORK_NOT_ALLOWED') throw new Failure(viewer.because);
    return viewer.kind === 'staff' ? this.showMe(viewer.userId) : null;
  }

  @Needs('account.manage')
  @Subscription(() => MeType, {
    description: 'The viewer, and again whenever the account was changed, in another window or by somebody else.',
    subscribe: ({ context }: { context: Context }) => context.instanceOf(UsersResolver).follow(staffOf(context).userId),
  })
  myAccount(@Root() me: MeType): MeType {
    return me;
  }

  @Needs('account.manage')
  @Mutation(() => MeType)
  async finishGuide(@Ctx() context: Context): Promise<MeType> {
    await this.profile.finishGuide(staffOf(context).userId);
    return this.showMe(staffOf(context).userId);
  }

  @Needs('account.manage')
  @Mutation(() => MeType, { description: 'What customers see of the account.' })
  async setMyProfile(@Ctx() context: Context, @Arg('input', () => ProfileInput) input: ProfileInput): Promise<MeType> {
    await this.profile.setProfile(staffOf(context).userId, input);
    return this.showMe(staffOf(context).userId);
  }

  @Needs('account.manage')
  @Mutation(() => MeType)
  async setMyLocale(@Ctx() context: Context, @Arg('locale', () => LocaleEnum) locale: Locale): Promise<MeType> {
    await this.profile.setLocale(staffOf(context).userId, locale);
    return this.showMe(staffOf(context).userId);
  }

  @Needs('account.manage')
  @Mutation(() => MeType, { description: 'Each tab once.' })
  async setMyTabOrder(
    @Ctx() context: Context,
    @Arg('tabs', () => [DashboardTabEnum]) tabs: DashboardTab[],
  ): Promise<MeType> {
    await this.profile.setTabOrder(staffOf(context).userId, tabs);
    return this.showMe(staffOf(context).userId);
  }

  @Needs('account.manage')
  @Mutation(() => MeType, { description: 'Replaces the whole arrangement.' })
  async setMyDashboardLayout(
    @Ctx() context: Context,
    @Arg('input', () => DashboardLayoutInput) input: DashboardLayoutInput,
  ): Promise<MeType> {
    await this.profile.setDashboardLayout(staffOf(context).userId, input);
    return this.showMe(staffOf(context).userId);
  }
}
