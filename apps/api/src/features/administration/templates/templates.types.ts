import { LIMITS, MAIL_KINDS, type Locale, type MailKind } from '@tandem/domain';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { BASED_ON, DateTimeISO, enumOf, Exact, Line, Text, VERSION } from '../../../platform/graphql/index.js';
import { LocaleEnum } from '../../site/sites/index.js';
import type { MailPart } from './compose-mail.js';

export const MailKindEnum = enumOf(MAIL_KINDS, 'MailKind', 'The mails and messages whose wording a site can change.');
const MailPartKindEnum = enumOf(['PARAGRAPH', 'SMALL', 'BUTTON'], 'MailPartKind');

@ObjectType('MailTemplate')
export class MailTemplateType {
  @Field(() => MailKindEnum) kind: MailKind;
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => String) subject: string;
  @Field(() => String, {
    description: 'Paragraphs with variables in braces; {button} is the button, small print follows ---.',
  })
  body: string;
  @Field(() => String) button: string;
  @Field(() => String, VERSION) version: string;
  @Field(() => [String], { description: 'The available variables.' }) variables: readonly string[];
  @Field(() => Boolean) isDefault: boolean;
  @Field(() => Boolean, { description: 'Only an owner can change it.' }) isLocked: boolean;
  @Field(() => Boolean, { description: 'The viewer may change it.' }) mayChange: boolean;
  @Field(() => DateTimeISO, { nullable: true }) changedAt: Date | null;
  @Field(() => String, { nullable: true }) changedByName: string | null;
}

@ObjectType('MailPart')
class MailPartType implements MailPart {
  @Field(() => MailPartKindEnum) kind: MailPart['kind'];
  @Field(() => String) text: string;
  @Field(() => String, { nullable: true }) url: string | null;
}

@ObjectType('MailPreview', { description: 'A mail with sample values.' })
export class MailPreviewType {
  @Field(() => String) subject: string;
  @Field(() => String, { description: 'For clients without HTML.' }) text: string;
  @Field(() => String) html: string;
  @Field(() => [MailPartType], { description: 'The same as paragraphs, to be shown on a page.' }) parts: MailPart[];
}

@InputType()
export class MailTemplateInput {
  @Field(() => MailKindEnum) kind: MailKind;
  @Field(() => LocaleEnum) locale: Locale;
  @Line({ max: LIMITS.mailSubject })
  @Field(() => String, { defaultValue: '' })
  subject: string;
  @Text({ min: 1, max: LIMITS.mailBody })
  @Field(() => String)
  body: string;
  @Line({ max: LIMITS.mailButton })
  @Field(() => String, { defaultValue: '' })
  button: string;
  @Exact({ max: LIMITS.handle })
  @Field(() => String, BASED_ON)
  basedOn?: string | null;
}

@InputType()
export class MailTemplateChangesInput {
  @Field(() => MailKindEnum) kind: MailKind;
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => Int, { defaultValue: 20 }) first: number;
  @Exact({ max: LIMITS.handle })
  @Field(() => String, { nullable: true })
  after?: string | null;
}
