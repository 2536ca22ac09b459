import {
  SETTING_GROUPS,
  SETTING_KEYS,
  SETTING_KINDS,
  SETTING_SCOPES,
  SETTING_UNITS,
  LIMITS,
  type Locale,
  type SettingGroup,
  type SettingKey,
  type SettingKind,
  type SettingScope,
  type SettingUnit,
  type SettingValue,
} from '@tandem/domain';
import { GraphQLError, GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { BASED_ON, DateTimeISO, enumOf, Exact, Line, PageInfoType } from '../../../platform/graphql/index.js';
import { LocaleEnum } from '../sites/index.js';

export const SettingKeyEnum = enumOf(SETTING_KEYS, 'SettingKey', 'Every setting of a site.');
const SettingKindEnum = enumOf(SETTING_KINDS, 'SettingKind');
const SettingGroupEnum = enumOf(SETTING_GROUPS, 'SettingGroup');
const SettingScopeEnum = enumOf(
  SETTING_SCOPES,
  'SettingScope',
  'The scopes that may set it: the site, and below it each user.',
);
const SettingUnitEnum = enumOf(SETTING_UNITS, 'SettingUnit');

const FORM = 'A setting is true or false, a whole number, a text, or a list of texts.';

function toValue(value: unknown): SettingValue {
  if (typeof value === 'boolean' || typeof value === 'string' || Number.isInteger(value)) return value as SettingValue;
  if (Array.isArray(value) && value.every((line) => typeof line === 'string')) return value;
  throw new GraphQLError(FORM);
}
export const SettingValueScalar = new GraphQLScalarType<SettingValue, SettingValue>({
  name: 'SettingValue',
  description: 'Boolean, Int, String or [String!], by the kind of the setting.',
  serialize: toValue,
  parseValue: toValue,
  parseLiteral: (node) => toValue(valueFromASTUntyped(node)),
});

@ObjectType('Setting')
export class SettingType {
  @Field(() => SettingKeyEnum) key: SettingKey;
  @Field(() => SettingKindEnum) kind: SettingKind;
  @Field(() => SettingGroupEnum) group: SettingGroup;
  @Field(() => SettingValueScalar, { description: 'The value in effect.' }) value: SettingValue;
  @Field(() => String, { description: 'Of the value: for `basedOn` of a change.' }) version: string;
  @Field(() => SettingValueScalar) default: SettingValue;
  @Field(() => SettingValueScalar, {
    description: 'The value without one in this scope: the default, or for a user the value of the site.',
  })
  inherited: SettingValue;
  @Field(() => SettingScopeEnum, { nullable: true, description: 'The author of the value; null: it is the default.' })
  scope: SettingScope | null;
  @Field(() => [SettingScopeEnum]) scopes: readonly SettingScope[];
  @Field(() => Boolean, { description: 'The site has locked it for everybody.' }) isLocked: boolean;
  @Field(() => [String], { description: 'Of a CHOICE.' }) choices: readonly string[];
  @Field(() => Int, { nullable: true, description: 'Least number, or least length.' }) min: number | null;
  @Field(() => Int, { nullable: true, description: 'Greatest number, or greatest length.' }) max: number | null;
  @Field(() => Boolean, { description: '0 is also allowed, and means never.' }) canBeOff: boolean;
  @Field(() => SettingUnitEnum, { nullable: true }) unit: SettingUnit | null;
  @Field(() => Boolean, { description: 'A text of several lines.' }) isLong: boolean;
  @Field(() => DateTimeISO, { nullable: true }) changedAt: Date | null;
  @Field(() => String, { nullable: true }) changedByName: string | null;
}

@ObjectType('SettingChange')
export class SettingChangeType {
  @Field(() => ID) id: string;
  @Field(() => SettingKeyEnum) key: SettingKey;
  @Field(() => SettingValueScalar) from: SettingValue;
  @Field(() => SettingValueScalar) to: SettingValue;
  @Field(() => Boolean) wasLocked: boolean;
  @Field(() => Boolean) isLocked: boolean;
  @Field(() => DateTimeISO) changedAt: Date;
  @Field(() => String, { nullable: true }) changedByName: string | null;
  @Field(() => Boolean, { description: 'It is in effect, so that it can be undone.' }) isUndoable: boolean;
}

@ObjectType('SettingChangeEdge')
export class SettingChangeEdge {
  @Field(() => String) cursor: string;
  @Field(() => SettingChangeType) node: SettingChangeType;
}

@ObjectType('SettingChangeConnection')
export class SettingChangeConnection {
  @Field(() => [SettingChangeEdge]) edges: SettingChangeEdge[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
}

@InputType()
export class ChangeSettingInput {
  @Field(() => SettingKeyEnum) key: SettingKey;
  @Field(() => SettingValueScalar, { nullable: true, description: 'Null: the default. Omitted: unchanged.' })
  value?: SettingValue | null;
  @Field(() => Boolean, { nullable: true, description: 'Omitted: unchanged.' }) isLocked?: boolean | null;
  @Exact({ max: LIMITS.handle })
  @Field(() => String, BASED_ON)
  basedOn?: string | null;
}

@InputType()
export class CompleteFirstRunInput {
  @Line({ min: 1, max: LIMITS.siteName })
  @Field(() => String)
  siteName: string;
  @Line({ max: LIMITS.personName })
  @Field(() => String, { nullable: true, description: 'How the name is shown to customers.' })
  name?: string | null;
  @Field(() => LocaleEnum) locale: Locale;
}
