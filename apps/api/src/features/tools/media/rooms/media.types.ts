import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Exact, type Lazy } from '../../../../platform/graphql/index.js';
import { ParticipantEvent, ParticipantType } from '../../../session/participants/index.js';
import { SessionEventType } from '../../../session/sessions/index.js';

@ObjectType('MediaTicket', { description: 'A ticket for one window to join media once.' })
export class MediaTicketType {
  @Field(() => String, { description: 'Signalling on this origin, e.g. wss://host/livekit' }) url: string;
  @Field(() => String) token: string;
}

@InputType()
export class JoinMediaInput {
  @Field(() => ID) sessionId: string;
  @Exact({ min: 8, max: 64 })
  @Field(() => String, { description: 'Random per page load.' })
  windowId: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Take the media from another window of the same seat.' })
  isTakeOver: boolean;
}

@ObjectType({ implements: SessionEventType })
export class MicrophoneChanged extends ParticipantEvent {
  @Field(() => Boolean) isOn: boolean;
}
@ObjectType({
  implements: SessionEventType,
  description: 'The primary customer shows the camera to a secondary customer, or no longer does.',
})
export class CameraShown extends ParticipantEvent {
  @Field(() => ParticipantType, { simple: true }) viewer: Lazy<ParticipantType>;
  @Field(() => Boolean) isShown: boolean;
}
@ObjectType({ implements: SessionEventType })
export class CameraChanged extends ParticipantEvent {
  @Field(() => Boolean) isOn: boolean;
}
