import type { GrantDuration, ShareAction, ShareTarget } from '@tandem/domain';
import { Field, ID, InputType } from 'type-graphql';
import { enumOf } from '../../platform/graphql/index.js';
import { GrantDurationEnum, ShareActionEnum, ShareTargetEnum } from './sharing.types.js';

export const ShareAnswerEnum = enumOf(['ALLOW', 'REFUSE'], 'ShareAnswer');

@InputType()
export class AskShareInput {
  @Field(() => ID) sessionId: string;
  @Field(() => ShareActionEnum) action: ShareAction;
  @Field(() => ShareTargetEnum) target: ShareTarget;
}

@InputType()
export class AnswerShareInput {
  @Field(() => ID) shareId: string;
  @Field(() => ShareAnswerEnum) answer: keyof typeof ShareAnswerEnum;
  @Field(() => GrantDurationEnum, { defaultValue: 'ONCE' }) duration: GrantDuration;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Good for whoever leads the session; else for the one who asked, and another one asks again.',
  })
  isForAnyCsr: boolean;
}
