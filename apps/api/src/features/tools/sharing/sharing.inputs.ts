import type { ShareAction, ShareTarget } from '@tandem/domain';
import { Field, ID, InputType } from 'type-graphql';
import { ConsentAnswerInput, ShareActionEnum, ShareTargetEnum } from '../../session/consents/index.js';

@InputType()
export class AskShareInput {
  @Field(() => ID) sessionId: string;
  @Field(() => ShareActionEnum) action: ShareAction;
  @Field(() => ShareTargetEnum) target: ShareTarget;
}

@InputType()
export class AnswerShareInput extends ConsentAnswerInput {
  @Field(() => ID) shareId: string;
}
