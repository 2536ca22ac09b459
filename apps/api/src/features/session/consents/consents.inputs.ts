import type { ConsentKind, ConsentTarget, GrantDuration } from '@tandem/domain';
import { Field, ID, InputType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/index.js';
import { ConsentKindEnum, GrantDurationEnum, ShareTargetEnum } from './consents.types.js';

export const ShareAnswerEnum = enumOf(['ALLOW', 'REFUSE'], 'ShareAnswer');

@InputType()
export class AskConsentInput {
  @Field(() => ID) sessionId: string;
  @Field(() => ConsentKindEnum) kind: ConsentKind;
  @Field(() => ShareTargetEnum, { nullable: true, description: 'Where the kind has something to choose.' })
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
      'Ids of everybody whom the customer was shown as seeing it, besides the one who asked. Somebody else who would see it too: VIEWERS_CHANGED.',
  })
  viewerIds: string[];
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Good for whoever leads the session; else for the one who asked, and another one asks again.',
  })
  isForAnyCsr: boolean;
}

@InputType()
export class AnswerConsentInput extends ConsentAnswerInput {
  @Field(() => ID) requestId: string;
}
