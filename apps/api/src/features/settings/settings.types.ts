import { LIMITS, SESSION_MODES, type Locale, type SessionMode } from '@tandem/domain';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf, Line } from '../../platform/graphql/index.js';
import { LocaleEnum, SiteType } from '../sites/index.js';

export const SessionModeEnum = enumOf(SESSION_MODES, 'SessionMode');

@ObjectType('SiteSettings')
export class SiteSettingsType {
  @Field(() => SiteType) site: SiteType;
  @Field(() => SessionModeEnum) sessionMode: SessionMode;
  @Field(() => Int) liveSessionsPerCsr: number;
  @Field(() => Boolean) isTrackingCodeRequired: boolean;
  @Field(() => [String]) sessionTypes: string[];
  @Field(() => Int) idleEndMinutes: number;
  @Field(() => Int) neverJoinedEndMinutes: number;
  @Field(() => Boolean, { description: 'No mail server is set: mails are caught, to be read in the console.' })
  isMailCaught: boolean;
}

@InputType()
export class UpdateSettingsInput {
  @Line({ min: 1, max: LIMITS.siteName })
  @Field(() => String, { nullable: true })
  siteName?: string;
  @Field(() => LocaleEnum, { nullable: true }) locale?: Locale;
  @Field(() => SessionModeEnum, { nullable: true }) sessionMode?: SessionMode;
  @Field(() => Boolean, { nullable: true }) isTrackingCodeRequired?: boolean;
  @Field(() => [String], { nullable: true, description: 'What sessions may be about; each once.' })
  sessionTypes?: string[];
  @Field(() => Int, { nullable: true, description: '0, or 2 minutes to a week.' }) idleEndMinutes?: number;
  @Field(() => Int, { nullable: true, description: '0, or 2 minutes to a week.' }) neverJoinedEndMinutes?: number;
}
