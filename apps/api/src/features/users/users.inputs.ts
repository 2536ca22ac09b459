import { LIMITS, type Locale } from '@tandem/domain';
import { Field, InputType } from 'type-graphql';
import { Line } from '../../platform/graphql/index.js';
import { LocaleEnum } from '../sites/index.js';

@InputType()
export class ProfileInput {
  @Line({ min: 1, max: LIMITS.personName })
  @Field(() => String, { description: 'How customers read who helps them.' })
  name: string;
  @Line({ max: LIMITS.organisation })
  @Field(() => String, { description: 'Whom the account works for; may be empty.' })
  organisation: string;
}

@InputType()
export class CompleteFirstRunInput {
  @Line({ min: 1, max: LIMITS.siteName })
  @Field(() => String)
  siteName: string;
  @Line({ max: LIMITS.personName })
  @Field(() => String, { nullable: true, description: 'How customers read who helps them.' })
  name?: string | null;
  @Field(() => LocaleEnum) locale: Locale;
}
