import { LIMITS } from '@tandem/domain';
import { Field, InputType } from 'type-graphql';
import { Line } from '../../../platform/graphql/index.js';

@InputType()
export class ProfileInput {
  @Line({ min: 1, max: LIMITS.personName })
  @Field(() => String, { description: 'How the name is shown to customers.' })
  name: string;
  @Line({ max: LIMITS.organisation })
  @Field(() => String, { description: 'The organisation of the account; may be empty.' })
  organisation: string;
}
