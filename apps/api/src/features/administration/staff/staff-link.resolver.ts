import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Public, type Context } from '../../../platform/graphql/index.js';
import { MeType, type Users } from '../../site/users/index.js';
import type { ChoosePassword } from './choose-password.js';
import { ChoosePasswordInput, ForgotPasswordInput, StaffLinkPreviewType } from './staff.types.js';

@Resolver()
export class StaffLinkResolver {
  constructor(
    private readonly links: ChoosePassword,
    private readonly users: Users,
  ) {}

  @Public()
  @Query(() => StaffLinkPreviewType, { description: 'Public: for the holder of the link.' })
  async staffLink(@Ctx() context: Context, @Arg('token', () => String) token: string): Promise<StaffLinkPreviewType> {
    const { user } = await this.links.open(context, token);
    return { name: user.name, email: user.email, locale: user.locale, isKnown: user.firstSignInAt !== null };
  }

  @Public()
  @Mutation(() => MeType, { description: 'Public. Spends the link and signs in: sets the staff cookie.' })
  async choosePassword(
    @Ctx() context: Context,
    @Arg('input', () => ChoosePasswordInput) { token, password }: ChoosePasswordInput,
  ): Promise<MeType> {
    return this.users.showMe(await this.links.choose(context, token, password));
  }

  @Public()
  @Mutation(() => Boolean, {
    description: 'Public. Mails a link if the account exists; never reveals whether it does.',
  })
  async forgotPassword(
    @Ctx() context: Context,
    @Arg('input', () => ForgotPasswordInput) { email }: ForgotPasswordInput,
  ): Promise<boolean> {
    await this.links.forgot(context, email);
    return true;
  }
}
