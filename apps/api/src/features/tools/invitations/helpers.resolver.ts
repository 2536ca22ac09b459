import { Arg, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Needs, NeedsSeat, staffOf, type Context } from '../../../platform/graphql/index.js';
import { JoinedSeatType } from '../../session/participants/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { Users } from '../../site/users/index.js';
import type { AnswerInvitation } from './answer-invitation.js';
import { ColleagueInvitationType, ColleagueType, InviteColleagueInput, InviteExpertInput } from './helpers.types.js';
import { InvitationLinkType, InvitationType } from './invitations.types.js';
import type { InviteHelper } from './invite-helper.js';
import type { PendingInvitations } from './pending-invitations.js';

export interface HelperUseCases {
  users: Users;
  roles: Roles;
  invite: InviteHelper;
  answering: AnswerInvitation;
  pending: PendingInvitations;
}

/** Inviting colleagues and guest experts, and their answers. */
@Resolver()
export class HelpersResolver {
  constructor(private readonly use: HelperUseCases) {}

  @Needs('sessions.take')
  @Query(() => [ColleagueType], {
    description:
      'The accounts that may assist in a session: those at their console first, those that never signed in last.',
  })
  async colleagues(@Ctx() context: Context): Promise<ColleagueType[]> {
    const { userId } = staffOf(context);
    const active = await this.use.users.listActive(context.site.id);
    return (await this.use.roles.whoMay(context.site.id, active, 'sessions.take'))
      .filter(({ id }) => id !== userId)
      .map(({ id, name, email, firstSignInAt }) => ({
        id,
        name,
        email,
        isReachable: this.use.pending.isReachable(id),
        hasSignedIn: firstSignInAt !== null,
      }))
      .sort(
        (a, b) =>
          Number(b.isReachable) - Number(a.isReachable) ||
          Number(b.hasSignedIn) - Number(a.hasSignedIn) ||
          a.name.localeCompare(b.name),
      );
  }

  @NeedsSeat()
  @Mutation(() => InvitationType, {
    description: 'A notification in the console of the colleague, and optionally a mail.',
  })
  inviteColleague(
    @Ctx() context: Context,
    @Arg('input', () => InviteColleagueInput) input: InviteColleagueInput,
  ): Promise<InvitationType> {
    return this.use.invite.colleague(context, input);
  }

  @NeedsSeat()
  @Mutation(() => InvitationLinkType, {
    description:
      'A one-time link for a guest expert: for this session only, without an account. Sent by mail if an address is given.',
  })
  inviteExpert(
    @Ctx() context: Context,
    @Arg('input', () => InviteExpertInput) input: InviteExpertInput,
  ): Promise<InvitationLinkType> {
    return this.use.invite.expert(context, input);
  }

  @Needs('sessions.take')
  @Mutation(() => JoinedSeatType, { description: 'The colleague joins. A second call returns the same seat.' })
  acceptInvitation(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<JoinedSeatType> {
    return this.use.answering.accept(context, id);
  }

  @Needs('sessions.take')
  @Mutation(() => Boolean, { description: 'No time now.' })
  async declineInvitation(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    await this.use.answering.decline(context, id);
    return true;
  }

  @Needs('sessions.take')
  @Subscription(() => [ColleagueInvitationType], {
    description: 'The open invitations of the viewer, and again whenever they change.',
    subscribe: ({ context }: { context: Context }) => context.instanceOf(HelpersResolver).use.pending.follow(context),
  })
  myInvitations(@Root() pending: ColleagueInvitationType[]): ColleagueInvitationType[] {
    return pending;
  }
}
