import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Needs, Public, staffOf, type Context } from '../../../platform/graphql/index.js';
import { MeType, type Users } from '../users/index.js';
import type { ApiTokens } from './api-tokens.js';
import { ChangePasswordInput, CreateApiTokenInput, SignInInput } from './auth.inputs.js';
import { ApiTokenType, CreatedApiTokenType } from './auth.types.js';
import type { createChangePassword } from './change-password.js';
import type { createSignIn } from './sign-in.js';
import type { SignOut } from './sign-out.js';

const MAKERS = Symbol('makers of tokens');

export interface AuthUseCases {
  users: Users;
  signIn: ReturnType<typeof createSignIn>;
  signOut: SignOut;
  changePassword: ReturnType<typeof createChangePassword>;
  apiTokens: ApiTokens;
}

@Resolver(() => ApiTokenType)
export class AuthResolver {
  constructor(private readonly use: AuthUseCases) {}

  @Public()
  @Mutation(() => MeType, { description: 'Public. Sets the staff cookie.' })
  async signIn(@Ctx() context: Context, @Arg('input', () => SignInInput) input: SignInInput): Promise<MeType> {
    return this.use.users.showMe(await this.use.signIn(context, input));
  }

  @Needs('account.manage')
  @Mutation(() => Boolean)
  async signOut(@Ctx() context: Context): Promise<boolean> {
    await this.use.signOut.here(context, staffOf(context));
    return true;
  }

  @Needs('account.manage')
  @Mutation(() => Boolean, {
    description: 'Ends every sign-in of this account, this one included; open sockets close within 2 s.',
  })
  async signOutEverywhere(@Ctx() context: Context): Promise<boolean> {
    await this.use.signOut.everywhere(context, staffOf(context));
    return true;
  }

  @Needs('account.manage')
  @Mutation(() => MeType)
  async changePassword(
    @Ctx() context: Context,
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
  ): Promise<MeType> {
    await this.use.changePassword(context, input);
    return this.use.users.showMe(staffOf(context).userId);
  }

  @Needs('tokens.manage')
  @Query(() => [ApiTokenType])
  apiTokens(@Ctx() { site }: Context): Promise<ApiTokenType[]> {
    return this.use.apiTokens.list(site.id);
  }

  @Needs('tokens.manage')
  @Mutation(() => CreatedApiTokenType)
  createApiToken(
    @Ctx() context: Context,
    @Arg('input', () => CreateApiTokenInput) input: CreateApiTokenInput,
  ): Promise<CreatedApiTokenType> {
    return this.use.apiTokens.create(context.site.id, staffOf(context), input);
  }

  @Needs('tokens.manage')
  @Mutation(() => ApiTokenType)
  revokeApiToken(@Ctx() { site }: Context, @Arg('id', () => ID) id: string): Promise<ApiTokenType> {
    return this.use.apiTokens.revoke(site.id, id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The account that created it, and whose permissions it needs.',
  })
  async createdByName(@Ctx() context: Context, @Root() { createdById }: ApiTokenType): Promise<string | null> {
    const loader = context.loader(MAKERS, (ids: readonly string[]) => this.namesOf(ids));
    return loader.load(createdById);
  }

  private async namesOf(ids: readonly string[]): Promise<(string | null)[]> {
    const names = new Map((await this.use.users.listByIds(ids)).map(({ id, name }) => [id, name]));
    return ids.map((id) => names.get(id) ?? null);
  }
}
