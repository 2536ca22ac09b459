import type { SettingKey, SettingValue } from '@tandem/domain';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Needs, staffOf, type Context } from '../../../platform/graphql/index.js';
import { MeType, type Users } from '../users/index.js';
import type { ChangeSetting } from './change-setting.js';
import type { CompleteFirstRun } from './complete-first-run.js';
import type { SettingsQueries } from './settings.queries.js';
import {
  ChangeSettingInput,
  CompleteFirstRunInput,
  SettingChangeConnection,
  SettingKeyEnum,
  SettingType,
  SettingValueScalar,
} from './settings.types.js';

const by = (context: Context) => ({
  siteId: context.site.id,
  userId: staffOf(context).userId,
  address: context.address,
});

@Resolver()
export class SettingsResolver {
  constructor(
    private readonly queries: SettingsQueries,
    private readonly change: ChangeSetting,
    private readonly firstRun: CompleteFirstRun,
    private readonly users: Users,
  ) {}

  @Needs('settings.read')
  @Query(() => [SettingType])
  settings(@Ctx() { site }: Context): Promise<SettingType[]> {
    return this.queries.ofSite(site.id);
  }

  @Needs('settings.read')
  @Query(() => SettingChangeConnection, { description: 'Who changed what, newest first.' })
  settingChanges(
    @Ctx() { site }: Context,
    @Arg('key', () => SettingKeyEnum, { nullable: true }) key: SettingKey | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<SettingChangeConnection> {
    return this.queries.changes(site.id, { subject: key, first, after });
  }

  @Needs('settings.change')
  @Mutation(() => SettingType, { description: 'Effective immediately, and recorded with its author.' })
  async changeSetting(
    @Ctx() context: Context,
    @Arg('input', () => ChangeSettingInput) input: ChangeSettingInput,
  ): Promise<SettingType> {
    await this.change.forSite(by(context), input);
    return this.queries.one(context.site.id, input.key);
  }

  @Needs('settings.change')
  @Mutation(() => MeType, { description: 'Names the site, once: FIRST_RUN_DONE afterwards.' })
  async completeFirstRun(
    @Ctx() context: Context,
    @Arg('input', () => CompleteFirstRunInput) input: CompleteFirstRunInput,
  ): Promise<MeType> {
    await this.firstRun(context, input);
    return this.users.showMe(staffOf(context).userId);
  }

  @Needs('settings.change')
  @Mutation(() => SettingType, { description: 'Reverts a change that is still in effect.' })
  async undoSettingChange(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<SettingType> {
    const key = await this.change.undo(by(context), id);
    return this.queries.one(context.site.id, key);
  }

  @Needs('account.manage')
  @Query(() => [SettingType], { description: 'The personal settings of the viewer.' })
  mySettings(@Ctx() context: Context): Promise<SettingType[]> {
    return this.queries.ofUser(context.site.id, staffOf(context).userId);
  }

  @Needs('account.manage')
  @Mutation(() => [SettingType])
  async changeMySetting(
    @Ctx() context: Context,
    @Arg('key', () => SettingKeyEnum) key: SettingKey,
    @Arg('value', () => SettingValueScalar, { nullable: true, description: 'Null: the value of the site.' })
    value: SettingValue | null,
  ): Promise<SettingType[]> {
    await this.change.forUser(by(context), key, value ?? null);
    return this.queries.ofUser(context.site.id, staffOf(context).userId);
  }
}
