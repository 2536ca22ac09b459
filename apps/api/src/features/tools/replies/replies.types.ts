import { LIMITS, type Locale } from '@tandem/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { BASED_ON, DateTimeISO, Exact, Line, Text, VERSION } from '../../../platform/graphql/index.js';
import { LocaleEnum } from '../../site/sites/index.js';

@ObjectType('CannedReply', {
  description: 'A prepared text; variables such as `{{customer.name}}` are replaced.',
})
export class CannedReplyType {
  @Field(() => ID) id: string;
  @Field(() => Boolean, { description: "The site's, else the viewer's own." }) isForSite: boolean;
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => String, { description: 'What is typed after the slash.' }) short: string;
  @Field(() => String) text: string;
  @Field(() => String, VERSION) version: string;
  @Field(() => Int) useCount: number;
  @Field(() => DateTimeISO) changedAt: Date;
}

@InputType()
export class SaveCannedReplyInput {
  @Field(() => ID, { nullable: true, description: 'Left out for a new one.' }) id?: string | null;
  @Field(() => Boolean) isForSite: boolean;
  @Field(() => LocaleEnum) locale: Locale;
  @Line({ min: 1, max: LIMITS.replyShort })
  @Field(() => String)
  short: string;
  @Text({ min: 1, max: LIMITS.chatText })
  @Field(() => String)
  text: string;
  @Exact({ max: LIMITS.handle })
  @Field(() => String, BASED_ON)
  basedOn?: string | null;
}
