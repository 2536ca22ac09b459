import { LIMITS, type Locale, type SeatRight } from '@tandem/domain';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeISO, Email, Line } from '../../../platform/graphql/index.js';
import { SeatRightEnum } from '../../session/participants/index.js';
import { LocaleEnum } from '../../site/sites/index.js';

@ObjectType('Colleague', { description: 'An account of the site that may assist in a session.' })
export class ColleagueType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) email: string;
  @Field(() => Boolean, { description: 'Has the console open now.' }) isReachable: boolean;
  @Field(() => Boolean, { description: 'Has signed in before; otherwise the account can not be invited.' })
  hasSignedIn: boolean;
}

@ObjectType('ColleagueInvitation', { description: 'A session that the viewer is invited to assist in.' })
export class ColleagueInvitationType {
  @Field(() => ID) id: string;
  @Field(() => ID) sessionId: string;
  @Field(() => String) number: string;
  @Field(() => String, { description: 'Name of the CSR who invites.' }) from: string;
  @Field(() => String, { nullable: true, description: 'Name of the customer who is helped.' }) customer: string | null;
  @Field(() => DateTimeISO) createdAt: Date;
}

const RIGHTS = { nullable: true, description: 'The rights on joining. VIEW by default.' };

@InputType()
export class InviteColleagueInput {
  @Field(() => ID) sessionId: string;
  @Field(() => ID) userId: string;
  @Field(() => [SeatRightEnum], RIGHTS) rights?: SeatRight[];
  @Field(() => Boolean, { defaultValue: false, description: 'By mail too, besides the notification in the console.' })
  isMailed: boolean;
}

@InputType()
export class InviteExpertInput {
  @Field(() => ID) sessionId: string;
  @Line({ min: 1, max: LIMITS.personName })
  @Field(() => String)
  name: string;
  @Line({ max: LIMITS.organisation })
  @Field(() => String, { nullable: true })
  organisation?: string;
  @Email()
  @Field(() => String, { nullable: true, description: 'Omitted: only a link is created.' })
  email?: string;
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => [SeatRightEnum], RIGHTS) rights?: SeatRight[];
}
