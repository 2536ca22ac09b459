import { LIMITS, type Locale } from '@tandem/domain';
import { Field, InputType } from 'type-graphql';
import { Line } from '../../platform/graphql/index.js';
import { LocaleEnum } from '../sites/index.js';

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
