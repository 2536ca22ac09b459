import { LIMITS } from '@tandem/domain';
import { Field, InputType } from 'type-graphql';
import { Line } from '../../../platform/graphql/index.js';

@InputType()
export class ProfileInput {
  @Line({ min: 1, max: LIMITS.personName })
  @Field(() => String, { description: 'How customers read who helps them.' })
  name: string;
  @Line({ max: LIMITS.organisation })
  @Field(() => String, { description: 'Whom the account works for; may be empty.' })
  organisation: string;
}
