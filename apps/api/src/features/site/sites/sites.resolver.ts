import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Public, type Context, type SiteRef } from '../../../platform/graphql/index.js';
import { isLocal } from '../../../platform/http/origin.js';
import { SiteType } from './sites.types.js';

@Resolver(() => SiteType)
export class SitesResolver {
  constructor(private readonly linkOrigin: (siteId: string) => Promise<string>) {}

  @Public()
  @Query(() => SiteType, { description: 'Public.' })
  site(@Ctx() { site }: Context): SiteRef {
    return site;
  }

  @FieldResolver(() => Boolean, {
    description: 'Links lead to an address that only works on the computer of the server.',
  })
  async areLinksLocal(@Root() { id }: SiteType): Promise<boolean> {
    return isLocal(await this.linkOrigin(id));
  }
}
