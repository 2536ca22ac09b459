import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Needs, staffOf, type Context } from '../../platform/graphql/index.js';
import type { ChangeSettings, ShowSettings } from './change-settings.js';
import { SiteSettingsType, UpdateSettingsInput } from './settings.types.js';

@Resolver()
export class SettingsResolver {
  constructor(
    private readonly show: ShowSettings,
    private readonly change: ChangeSettings,
  ) {}

  @Needs('settings.read')
  @Query(() => SiteSettingsType)
  settings(@Ctx() { site }: Context): Promise<SiteSettingsType> {
    return this.show(site.id);
  }

  @Needs('settings.change')
  @Mutation(() => SiteSettingsType)
  updateSettings(
    @Ctx() context: Context,
    @Arg('input', () => UpdateSettingsInput) input: UpdateSettingsInput,
  ): Promise<SiteSettingsType> {
    return this.change(context.site.id, staffOf(context).userId, input);
  }
}
