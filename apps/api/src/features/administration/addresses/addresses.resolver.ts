import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Needs, type Context } from '../../../platform/graphql/index.js';
import type { AddressQueries } from './addresses.queries.js';
import { AddressCheckType, SiteAddressesType } from './addresses.types.js';
import type { ChangeAddresses } from './change-addresses.js';
import type { CheckAddress } from './check-address.js';

@Resolver()
export class AddressesResolver {
  constructor(
    private readonly list: AddressQueries,
    private readonly change: ChangeAddresses,
    private readonly check: CheckAddress,
  ) {}

  @Needs('settings.read')
  @Query(() => SiteAddressesType)
  siteAddresses(@Ctx() context: Context): Promise<SiteAddressesType> {
    return this.list(context);
  }

  @Needs('settings.change')
  @Mutation(() => SiteAddressesType, { description: 'A host name in any script.' })
  async addSiteAddress(@Ctx() context: Context, @Arg('name', () => String) name: string): Promise<SiteAddressesType> {
    await this.change.add(context, name);
    return this.list(context);
  }

  @Needs('settings.change')
  @Mutation(() => SiteAddressesType, { description: 'Links to this address stop working.' })
  async removeSiteAddress(
    @Ctx() context: Context,
    @Arg('host', () => String) host: string,
  ): Promise<SiteAddressesType> {
    await this.change.remove(context, host);
    return this.list(context);
  }

  @Needs('settings.change')
  @Mutation(() => SiteAddressesType, {
    description: 'The host of links in mails; null: the address of the installation.',
  })
  async chooseMainAddress(
    @Ctx() context: Context,
    @Arg('host', () => String, { nullable: true }) host: string | null,
  ): Promise<SiteAddressesType> {
    await this.change.chooseMain(context, host);
    return this.list(context);
  }

  @Needs('settings.change')
  @Mutation(() => AddressCheckType, { description: 'Checks whether the address leads to this installation.' })
  async checkSiteAddress(@Ctx() context: Context, @Arg('host', () => String) host: string): Promise<AddressCheckType> {
    const found = await this.check(context, host);
    return { ...found, site: await this.list(context) };
  }
}
