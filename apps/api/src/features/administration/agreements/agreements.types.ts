import { LIMITS, type Locale } from '@tandem/domain';
import { ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeISO, Line, Text } from '../../../platform/graphql/index.js';
import { LocaleEnum } from '../../site/sites/index.js';

@ObjectType('Agreement', { description: 'What customers must accept before a session.' })
export class AgreementType {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => String) title: string;
  @Field(() => String) body: string;
  @Field(() => String, { description: 'SHA-256 of title, empty line and text: recorded with each acceptance.' })
  hash: string;
}

@ObjectType('AgreementVersion')
export class AgreementVersionType {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => [AgreementType]) texts: AgreementType[];
  @Field(() => DateTimeISO) createdAt: Date;
  @Field(() => String, { nullable: true }) createdByName: string | null;
  @Field(() => Int, { description: 'The number of people who have accepted it.' }) acceptances: number;
}

@InputType()
export class AgreementTextInput {
  @Field(() => LocaleEnum) locale: Locale;
  @Line({ min: 1, max: LIMITS.agreementTitle })
  @Field(() => String)
  title: string;
  @Text({ min: 1, max: LIMITS.agreementBody })
  @Field(() => String)
  body: string;
}
@InputType()
export class PublishAgreementInput {
  @ValidateNested({ each: true })
  @Field(() => [AgreementTextInput], { description: 'One in every language.' })
  texts: AgreementTextInput[];
  @Field(() => Int, {
    nullable: true,
    description:
      'The newest `version` that was known, 0: none. CHANGED_MEANWHILE if there is a newer one. Omitted: published whatever there is.',
  })
  basedOn?: number | null;
}
