import { LIMITS, type DeviceKind, type Locale } from '@tandem/domain';
import { ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { enumOf, Line } from '../../../platform/graphql/index.js';
import { LocaleEnum } from '../../site/sites/index.js';
import { DeviceKindEnum } from './participants.types.js';

/** INSTEAD: replaces the present customer. BESIDE: joins as a secondary customer, who watches and chats. */
export const SeatPlaceEnum = enumOf(['INSTEAD', 'BESIDE'], 'SeatPlace');
export type SeatPlace = keyof typeof SeatPlaceEnum;

@InputType()
export class DeviceInput {
  @Field(() => DeviceKindEnum) kind: DeviceKind;
  @Line({ max: 80 })
  @Field(() => String)
  browser: string;
  @Line({ max: 80 })
  @Field(() => String)
  system: string;
  @Line({ max: 40 })
  @Field(() => String, { nullable: true, description: '`und` when omitted or unknown.' })
  language?: string;
  @Line({ max: 64 })
  @Field(() => String, { nullable: true, description: 'UTC when omitted or unknown.' })
  timeZone?: string;
  @Field(() => Boolean) canShareScreen: boolean;
  @Field(() => Boolean) hasCamera: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Screens can be sent in greyscale. Omitted: unknown.' })
  canSendGrey?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'The browser has WebRTC. Omitted: unknown.' })
  hasMedia?: boolean;
}

@InputType({ description: 'Exactly one of number and token.' })
export class JoinSessionInput {
  @Line({ max: 40 })
  @Field(() => String, { nullable: true })
  number?: string;
  @Line({ max: 100 })
  @Field(() => String, { nullable: true })
  token?: string;
  @Line({ max: LIMITS.personName })
  @Field(() => String, { nullable: true })
  name?: string;
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => ID, { nullable: true, description: 'Id of the agreement, if the site has one.' })
  agreedTo?: string;
  @ValidateNested()
  @Field(() => DeviceInput)
  device: DeviceInput;
}
