import type { ConsentKind, ConsentTarget, GrantDuration } from '@tandem/domain';
import { Field, ID, InputType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/index.js';
import { ConsentKindEnum, GrantDurationEnum, ShareTargetEnum } from './consents.types.js';

export const ShareAnswerEnum = enumOf(['ALLOW', 'REFUSE'], 'ShareAnswer');

@InputType()
export class AskConsentInput {
  @Field(() => ID) sessionId: string;
  @Field(() => ConsentKindEnum) kind: ConsentKind;
  @Field(() => ShareTargetEnum, { nullable: true, description: 'For kinds with a choice.' })
  target?: ConsentTarget | null;
}

/** An answer to a request of any kind. */
@InputType()
export abstract class ConsentAnswerInput {
  @Field(() => ShareAnswerEnum) answer: keyof typeof ShareAnswerEnum;
  @Field(() => GrantDurationEnum, { defaultValue: 'ONCE' }) duration: GrantDuration;
  @Field(() => [ID], {
    defaultValue: [],
    description:
      'Ids of all viewers who were shown to the customer, besides the requester. With further viewers the answer fails with VIEWERS_CHANGED.',
  })
  viewerIds: string[];
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Valid for any primary CSR of the session; otherwise only for the requester.',
  })
  isForAnyCsr: boolean;
}

@InputType()
export class AnswerConsentInput extends ConsentAnswerInput {
  @Field(() => ID) requestId: string;
}
