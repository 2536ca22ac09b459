import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Needs, staffOf, type Context } from '../../platform/graphql/index.js';
import { SiteType } from '../sites/index.js';
import type { BrandingQueries } from './branding.queries.js';
import { BrandingInput, BrandingType, SiteBrandingType } from './branding.types.js';
import type { ChangeBranding } from './change-branding.js';

@Resolver()
export class BrandingResolver {
  constructor(
    private readonly queries: BrandingQueries,
    private readonly change: ChangeBranding,
  ) {}

  @Needs('settings.read')
  @Query(() => SiteBrandingType)
  branding(@Ctx() { site }: Context): Promise<SiteBrandingType> {
    return this.queries.forSite(site.id);
  }

  @Needs('branding.change')
  @Mutation(() => SiteBrandingType, { description: 'Refused where texts could not be read in the colour.' })
  async changeBranding(
    @Ctx() context: Context,
    @Arg('input', () => BrandingInput) input: BrandingInput,
  ): Promise<SiteBrandingType> {
    await this.change(context.site.id, staffOf(context).userId, input);
    return this.queries.forSite(context.site.id);
  }
}

@Resolver(() => SiteType)
export class SiteBrandingResolver {
  constructor(private readonly queries: BrandingQueries) {}

  @FieldResolver(() => BrandingType, { description: 'Public: how the site looks to its customers.' })
  branding(@Root() { id }: SiteType): Promise<BrandingType> {
    return this.queries.of(id);
  }
}
