import { LIMITS } from '@tandem/domain';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Email, Exact, Needs, Public, staffOf, type Context } from '../../../platform/graphql/index.js';
import { MailFateType, type MailFate } from '../../site/mail/index.js';
import { MeType, type Users } from '../../site/users/index.js';
import type { ChangeAddress } from './change-address.js';
import type { StaffQueries } from './staff.queries.js';
import { StaffMemberType } from './staff.types.js';

@InputType()
export class ChangeMyAddressInput {
  @Email()
  @Field(() => String)
  email: string;
  @Exact({ min: 1, max: LIMITS.passwordMax })
  @Field(() => String)
  password: string;
}

@InputType()
export class ChangeUserAddressInput {
  @Field(() => ID) id: string;
  @Email()
  @Field(() => String)
  email: string;
}

@ObjectType('AddressLinkPreview', { description: 'The account, and the new address that the link confirms.' })
export class AddressLinkPreviewType {
  @Field(() => String) name: string;
  @Field(() => String) email: string;
}

@Resolver()
export class AddressResolver {
  constructor(
    private readonly change: ChangeAddress,
    private readonly users: Users,
    private readonly queries: StaffQueries,
  ) {}

  @Needs('account.manage')
  @Mutation(() => MeType, {
    description:
      'Takes effect once a link mailed there was opened; immediately without a mail server. Ends other sign-ins.',
  })
  async changeMyAddress(
    @Ctx() context: Context,
    @Arg('input', () => ChangeMyAddressInput) input: ChangeMyAddressInput,
  ): Promise<MeType> {
    await this.change.own(context, input);
    return this.users.showMe(staffOf(context).userId);
  }

  @Needs('users.manage')
  @Mutation(() => StaffMemberType, {
    description:
      'Of an account whose role the viewer could assign. Takes effect in the same way as for the own address.',
  })
  async changeUserAddress(
    @Ctx() context: Context,
    @Arg('input', () => ChangeUserAddressInput) { id, email }: ChangeUserAddressInput,
  ): Promise<StaffMemberType> {
    await this.change.ofUser(context, id, email);
    return this.queries.one(context, id);
  }

  @Needs('account.manage')
  @Mutation(() => Boolean, {
    description:
      'Sends the link to confirm a new address again: of the own account, or of one that the viewer may change.',
  })
  async sendAddressLink(
    @Ctx() context: Context,
    @Arg('userId', () => ID, { nullable: true, description: 'Omitted: the own account.' }) userId: string | null,
  ): Promise<boolean> {
    await this.change.sendAgain(context, userId ?? staffOf(context).userId);
    return true;
  }

  @Needs('account.manage')
  @Mutation(() => Boolean, { description: 'Cancels a change of the address.' })
  async cancelAddressChange(
    @Ctx() context: Context,
    @Arg('userId', () => ID, { nullable: true, description: 'Omitted: the own account.' }) userId: string | null,
  ): Promise<boolean> {
    await this.change.cancel(context, userId ?? staffOf(context).userId);
    return true;
  }

  @Public()
  @Query(() => AddressLinkPreviewType, { description: 'Public: for the holder of the link.' })
  async addressLink(
    @Ctx() context: Context,
    @Arg('token', () => String) token: string,
  ): Promise<AddressLinkPreviewType> {
    const { user, pending } = await this.change.open(context, token);
    return { name: user.name, email: pending.email };
  }

  @Public()
  @Mutation(() => Boolean, {
    description: 'Public. Spends the link: from now on the account signs in with that address.',
  })
  async confirmAddress(@Ctx() context: Context, @Arg('token', () => String) token: string): Promise<boolean> {
    await this.change.confirm(context, token);
    return true;
  }
}

@Resolver(() => MeType)
export class MyAddressResolver {
  constructor(private readonly queries: StaffQueries) {}

  @FieldResolver(() => MailFateType, {
    nullable: true,
    description: 'The delivery state of the mail that confirms a new address.',
  })
  pendingEmailMail(@Root() me: MeType): Promise<MailFate | null> | null {
    return me.pendingEmail === null ? null : this.queries.addressMail(me.id);
  }
}
