import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Needs, type Context } from '../../../platform/graphql/index.js';
import type { ChangeUser } from './change-user.js';
import type { ImportedUsers, ImportUsers } from './import-users.js';
import type { InviteUser } from './invite-user.js';
import type { StaffQueries } from './staff.queries.js';
import {
  ChangeUserInput,
  ImportedUsersType,
  ImportUsersInput,
  InvitedStaffType,
  InviteUserInput,
  SentUserLinkType,
  StaffConnection,
  StaffMemberType,
} from './staff.types.js';

export interface StaffUseCases {
  queries: StaffQueries;
  invite: InviteUser;
  change: ChangeUser;
  importUsers: ImportUsers;
}

@Resolver()
export class StaffResolver {
  constructor(private readonly use: StaffUseCases) {}

  @Needs('users.read')
  @Query(() => StaffConnection, { description: 'By name; `search` is a part of a name or an address.' })
  users(
    @Ctx() context: Context,
    @Arg('search', () => String, { defaultValue: '' }) search: string,
    @Arg('roleId', () => ID, { nullable: true }) roleId: string | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<StaffConnection> {
    return this.use.queries.page(context, { search, roleId, first, after });
  }

  @Needs('users.manage')
  @Mutation(() => InvitedStaffType, { description: 'Mails a link to choose a password.' })
  async inviteUser(
    @Ctx() context: Context,
    @Arg('input', () => InviteUserInput) input: InviteUserInput,
  ): Promise<InvitedStaffType> {
    const { user, url } = await this.use.invite.one(context, input);
    return { member: await this.use.queries.one(context, user.id), url };
  }

  @Needs('users.manage')
  @Mutation(() => StaffMemberType, { description: 'An account that loses permissions is signed out everywhere.' })
  async changeUser(
    @Ctx() context: Context,
    @Arg('input', () => ChangeUserInput) input: ChangeUserInput,
  ): Promise<StaffMemberType> {
    await this.use.change.change(context, input.id, input);
    return this.use.queries.one(context, input.id);
  }

  @Needs('users.manage')
  @Mutation(() => StaffMemberType, { description: 'Ends every sign-in; open sockets close within 2 s.' })
  async disableUser(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<StaffMemberType> {
    await this.use.change.disable(context, id);
    return this.use.queries.one(context, id);
  }

  @Needs('users.manage')
  @Mutation(() => StaffMemberType)
  async enableUser(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<StaffMemberType> {
    await this.use.change.enable(context, id);
    return this.use.queries.one(context, id);
  }

  @Needs('users.manage')
  @Mutation(() => SentUserLinkType, { description: 'The invitation again, or a link to choose a new password.' })
  async sendUserLink(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<SentUserLinkType> {
    const { url } = await this.use.change.sendLink(context, id);
    const member = await this.use.queries.one(context, id);
    // an own link would bypass the own password
    return { member, url: member.linkMail?.state === 'NOT_SENT' && !member.isSelf ? url : null };
  }

  @Needs('users.manage')
  @Mutation(() => Boolean, { description: 'Removes an account that nobody has used yet.' })
  async withdrawUser(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    await this.use.change.withdraw(context, id);
    return true;
  }

  @Needs('users.manage')
  @Mutation(() => ImportedUsersType, { description: 'Invites the valid rows, all or nothing.' })
  importUsers(
    @Ctx() context: Context,
    @Arg('input', () => ImportUsersInput) input: ImportUsersInput,
  ): Promise<ImportedUsers> {
    return this.use.importUsers(context, input);
  }
}
