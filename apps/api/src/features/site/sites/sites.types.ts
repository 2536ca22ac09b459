import { LOCALES, type Locale } from '@tandem/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/index.js';

export const LocaleEnum = enumOf(LOCALES, 'Locale');

@ObjectType('Site', { description: 'Public information about the site.' })
export class SiteType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => LocaleEnum) locale: Locale;
}
