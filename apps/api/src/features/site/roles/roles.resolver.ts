import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Needs, VERSION, versionOf, type Context } from '../../../platform/graphql/index.js';
import { MeType, type UserRow } from '../users/index.js';
import { stateOf, type ChangeRole } from './change-role.js';
import type { SiteRole } from './find-roles.js';
import type { RoleQueries } from './roles.queries.js';
import { RoleChangeConnection, RoleType, SaveRoleInput } from './roles.types.js';

@Resolver(() => RoleType)
export class RolesResolver {
  constructor(
    private readonly queries: RoleQueries,
    private readonly change: ChangeRole,
  ) {}

  @Needs('users.read')
  @Query(() => [RoleType], { description: 'Those that every site has, then its own by name.' })
  roles(@Ctx() context: Context): Promise<SiteRole[]> {
    return this.queries.all(context);
  }

  @Needs('users.read')
  @Query(() => RoleChangeConnection, { description: 'Changes of custom roles, newest first.' })
  roleChanges(
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<RoleChangeConnection> {
    return this.queries.changes(context, first, after);
  }

  @Needs('roles.manage')
  @Mutation(() => RoleType, {
    description: 'Effective immediately for accounts with the role. Nobody can grant permissions that they lack.',
  })
  async saveRole(@Ctx() context: Context, @Arg('input', () => SaveRoleInput) input: SaveRoleInput): Promise<SiteRole> {
    return this.queries.one(context, await this.change.save(context, input));
  }

  @Needs('roles.manage')
  @Mutation(() => Boolean, { description: 'Accounts with this role get the other one.' })
  async deleteRole(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('moveToId', () => ID, { nullable: true }) moveToId: string | null,
  ): Promise<boolean> {
    await this.change.remove(context, id, moveToId);
    return true;
  }

  @Needs('roles.manage')
  @Mutation(() => Boolean, { description: 'Restores the role before that change.' })
  async undoRoleChange(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    await this.change.undo(context, id);
    return true;
  }

  @FieldResolver(() => String, VERSION)
  version(@Root() role: SiteRole): string {
    return versionOf(stateOf(role));
  }

  @FieldResolver(() => Boolean, {
    description: 'The viewer may assign it: nobody can grant permissions that they lack.',
  })
  isGrantable(@Ctx() context: Context, @Root() role: SiteRole): boolean {
    return this.queries.isGrantable(context, role);
  }

  @FieldResolver(() => Boolean, { description: 'The viewer may change and delete it.' })
  mayChange(@Ctx() context: Context, @Root() role: SiteRole): boolean {
    return this.queries.mayChange(context, role);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Of accounts that have it, for who may see them.' })
  userCount(@Ctx() context: Context, @Root() role: SiteRole): Promise<number | null> {
    return this.queries.userCount(context, role);
  }
}

@Resolver(() => MeType)
export class MyRoleResolver {
  constructor(private readonly queries: RoleQueries) {}

  @FieldResolver(() => RoleType)
  role(@Root() me: UserRow): Promise<SiteRole> {
    return this.queries.of(me);
  }

  @FieldResolver(() => [String], { description: 'The permissions of the account.' })
  async permissions(@Root() me: UserRow): Promise<readonly string[]> {
    return (await this.queries.of(me)).permissions;
  }
}
