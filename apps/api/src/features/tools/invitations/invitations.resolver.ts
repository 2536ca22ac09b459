import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { NeedsSeat, Public, type Context } from '../../../platform/graphql/index.js';
import { SessionType } from '../../session/sessions/index.js';
import type { InvitationQueries } from './invitations.queries.js';
import {
  CreateInvitationLinkInput,
  InvitationLinkType,
  InvitationPreviewType,
  InvitationType,
  InviteByEmailInput,
} from './invitations.types.js';
import type { Invite } from './invite.js';
import type { UseInvitation } from './use-invitation.js';

@Resolver(() => SessionType)
export class InvitationsResolver {
  constructor(
    private readonly invite: Invite,
    private readonly using: UseInvitation,
    private readonly queries: InvitationQueries,
  ) {}

  @NeedsSeat()
  @Mutation(() => InvitationType)
  inviteByEmail(
    @Ctx() context: Context,
    @Arg('input', () => InviteByEmailInput) input: InviteByEmailInput,
  ): Promise<InvitationType> {
    return this.invite.byEmail(context, input);
  }

  @NeedsSeat()
  @Mutation(() => InvitationLinkType)
  createInvitationLink(
    @Ctx() context: Context,
    @Arg('input', () => CreateInvitationLinkInput) input: CreateInvitationLinkInput,
  ): Promise<InvitationLinkType> {
    return this.invite.byLink(context, input);
  }

  @NeedsSeat()
  @Mutation(() => InvitationType)
  retryInvitation(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<InvitationType> {
    return this.invite.retry(context, id);
  }

  @Public()
  @Mutation(() => InvitationPreviewType, {
    description:
      'Public. Does not spend the token. Marks the invitation as opened only after an action by a person, because link scanners open the page too.',
  })
  openInvitation(
    @Ctx() context: Context,
    @Arg('token', () => String) token: string,
    @Arg('isByPerson', () => Boolean, { defaultValue: false }) isByPerson: boolean,
  ): Promise<InvitationPreviewType> {
    return this.using.open(context, token, isByPerson);
  }

  @FieldResolver(() => [InvitationType], { description: 'Staff only, else empty.' })
  invitations(@Ctx() context: Context, @Root() { id }: SessionType): Promise<InvitationType[]> {
    return this.queries.forStaff(context, id);
  }
}
