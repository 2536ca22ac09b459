import type { Locale } from '@tandem/domain';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Needs, staffOf, type Context } from '../../../platform/graphql/index.js';
import { LocaleEnum, SiteType } from '../../site/sites/index.js';
import type { AgreementQueries } from './agreements.queries.js';
import { AgreementType, AgreementVersionType, PublishAgreementInput } from './agreements.types.js';
import type { PublishAgreement } from './publish-agreement.js';

@Resolver()
export class AgreementsResolver {
  constructor(
    private readonly queries: AgreementQueries,
    private readonly publish: PublishAgreement,
  ) {}

  @Needs('settings.read')
  @Query(() => [AgreementVersionType], { description: 'Every version, the newest first.' })
  agreementVersions(@Ctx() { site }: Context): Promise<AgreementVersionType[]> {
    return this.queries.versions(site.id);
  }

  @Needs('agreements.change')
  @Mutation(() => [AgreementVersionType], { description: 'A new version; a version never changes.' })
  async publishAgreement(
    @Ctx() context: Context,
    @Arg('input', () => PublishAgreementInput) input: PublishAgreementInput,
  ): Promise<AgreementVersionType[]> {
    await this.publish(context.site.id, staffOf(context).userId, input);
    return this.queries.versions(context.site.id);
  }
}

@Resolver(() => SiteType)
export class SiteAgreementResolver {
  constructor(private readonly queries: AgreementQueries) {}

  @FieldResolver(() => AgreementType, {
    nullable: true,
    description: 'Public: what everybody who joins must accept first; null if the site has no agreement.',
  })
  agreement(@Root() { id }: SiteType, @Arg('locale', () => LocaleEnum) locale: Locale): Promise<AgreementType | null> {
    return this.queries.asked(id, locale);
  }
}
