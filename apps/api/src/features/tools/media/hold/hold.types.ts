import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeISO, type Lazy } from '../../../../platform/graphql/index.js';
import { ParticipantType } from '../../../session/participants/index.js';
import { SessionEventType } from '../../../session/sessions/index.js';

@ObjectType('Hold', { description: 'The customer is on hold: no sound or picture in either direction.' })
export class HoldType {
  @Field(() => ID) id: string;
  @Field(() => ParticipantType, { simple: true }) by: Lazy<ParticipantType>;
  @Field(() => String, {
    simple: true,
    description: 'For the customer; may be empty. Not shown to people who joined later.',
  })
  message: Lazy<string>;
  @Field(() => DateTimeISO) startedAt: Date;
}

@ObjectType({ implements: SessionEventType })
export class CustomerHeld extends SessionEventType {
  @Field(() => HoldType, { simple: true }) hold: Lazy<HoldType>;
}
@ObjectType({ implements: SessionEventType, description: 'Media that were on before are on again.' })
export class CustomerResumed extends SessionEventType {
  @Field(() => HoldType, { simple: true }) hold: Lazy<HoldType>;
}
