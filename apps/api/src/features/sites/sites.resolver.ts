import { Ctx, Query, Resolver } from 'type-graphql';
import { Public, type Context, type SiteRef } from '../../platform/graphql/index.js';
import { SiteType } from './sites.types.js';

@Resolver()
export class SitesResolver {
  @Public()
  @Query(() => SiteType, { description: 'Public.' })
  site(@Ctx() { site }: Context): SiteRef {
    return site;
  }
}
