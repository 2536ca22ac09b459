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
  @Field(() => [ID], {
    defaultValue: [],
    description:
      'Ids of everybody whom the customer was shown as seeing it, besides the one who asked. Somebody else who would see it too: VIEWERS_CHANGED.',
  })
  viewerIds: string[];
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Good for whoever leads the session; else for the one who asked, and another one asks again.',
  })
  isForAnyCsr: boolean;
}
