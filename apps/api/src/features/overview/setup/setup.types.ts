import { Field, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/index.js';

/** In the recommended order: what people and mails need, then branding. */
export const SET_UP_STEPS = ['ADDRESS', 'MAIL_SERVER', 'OWN_EMAIL', 'PEOPLE', 'LOOK', 'PRACTICE'] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];
const SetUpStepEnum = enumOf(SET_UP_STEPS, 'SetUpStepKind', 'What a new installation needs, in the order to do it.');

@ObjectType('SetUpStep')
export class SetUpStepType {
  @Field(() => SetUpStepEnum) kind: SetUpStep;
  @Field(() => Boolean) isDone: boolean;
}

@ObjectType('SetUp', { description: 'The setup steps of an installation, and which are done.' })
export class SetUpType {
  @Field(() => Boolean, { description: 'The viewer has dismissed the list.' }) isPutAway: boolean;
  @Field(() => [SetUpStepType]) steps: SetUpStepType[];
}
