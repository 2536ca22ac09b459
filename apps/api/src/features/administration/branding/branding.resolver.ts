import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Needs, staffOf, type Context } from '../../../platform/graphql/index.js';
import { ContentChangeConnection } from '../../site/history/index.js';
import { SiteType } from '../../site/sites/index.js';
import type { BrandingQueries } from './branding.queries.js';
import { BrandingInput, BrandingType, SiteBrandingType } from './branding.types.js';
import type { ChangeBranding } from './change-branding.js';
import type { UndoBranding } from './keep-branding.js';

@Resolver()
export class BrandingResolver {
  constructor(
    private readonly queries: BrandingQueries,
    private readonly change: ChangeBranding,
    private readonly undo: UndoBranding,
  ) {}

  @Needs('settings.read')
  @Query(() => SiteBrandingType)
  branding(@Ctx() { site }: Context): Promise<SiteBrandingType> {
    return this.queries.forSite(site.id);
  }

  @Needs('settings.read')
  @Query(() => ContentChangeConnection, { description: 'Who changed what of it, newest first.' })
  brandingChanges(
    @Ctx() { site }: Context,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<ContentChangeConnection> {
    return this.queries.changes(site.id, { first, after });
  }

  @Needs('branding.change')
  @Mutation(() => SiteBrandingType, { description: 'Reverts a change that is still in effect.' })
  async undoBrandingChange(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<SiteBrandingType> {
    await this.undo({ siteId: context.site.id, changedById: staffOf(context).userId }, id);
    return this.queries.forSite(context.site.id);
  }

  @Needs('branding.change')
  @Mutation(() => SiteBrandingType, { description: 'Refused for a colour with insufficient contrast.' })
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

  @FieldResolver(() => BrandingType, { description: 'Public: the branding of the pages for customers.' })
  branding(@Root() { id }: SiteType): Promise<BrandingType> {
    return this.queries.of(id);
  }
}
