import {
  DEVICE_KINDS,
  PARTICIPANT_LIFECYCLE,
  PARTICIPANT_ROLES,
  type DeviceKind,
  type Locale,
  type ParticipantRole,
  type ParticipantState,
} from '@tandem/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf, type Lazy } from '../../platform/graphql/index.js';
import { SessionEventType, SessionType } from '../sessions/index.js';
import { LocaleEnum } from '../sites/index.js';

export const ParticipantRoleEnum = enumOf(PARTICIPANT_ROLES, 'ParticipantRole');
export const ParticipantStateEnum = enumOf(
  Object.keys(PARTICIPANT_LIFECYCLE) as ParticipantState[],
  'ParticipantState',
);
export const DeviceKindEnum = enumOf(DEVICE_KINDS, 'DeviceKind');

@ObjectType('Device')
export class DeviceType {
  @Field(() => DeviceKindEnum) kind: DeviceKind;
  @Field(() => String) browser: string;
  @Field(() => String) system: string;
  @Field(() => String) language: string;
  @Field(() => String) timeZone: string;
  @Field(() => Boolean) canShareScreen: boolean;
  @Field(() => Boolean) hasCamera: boolean;
}

@ObjectType('Participant')
export class ParticipantType {
  @Field(() => ID) id: string;
  sessionId: string;
  @Field(() => ParticipantRoleEnum) role: ParticipantRole;
  @Field(() => ParticipantStateEnum) state: ParticipantState;
  @Field(() => String) name: string;
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => Boolean) isConnected: boolean;
  @Field(() => DateTimeISO, { nullable: true }) lostAt: Date | null;
  @Field(() => Boolean, { description: 'A CSR has been gone for two minutes.' }) isAway: boolean;
  @Field(() => DateTimeISO, { nullable: true }) seatedAt: Date | null;
  @Field(() => DateTimeISO, { nullable: true }) leftAt: Date | null;
}

@ObjectType('JoinedSeat')
export class JoinedSeatType {
  @Field(() => SessionType) session: SessionType;
  @Field(() => ParticipantType) participant: ParticipantType;
}

/** Events about one participant, which is loaded when it is asked for. */
@ObjectType()
export abstract class ParticipantEvent extends SessionEventType {
  @Field(() => ParticipantType, { simple: true }) participant: Lazy<ParticipantType>;
}

const implementing = { implements: SessionEventType };

@ObjectType(implementing)
export class ParticipantWaiting extends ParticipantEvent {}
@ObjectType(implementing)
export class ParticipantJoined extends ParticipantEvent {}
@ObjectType(implementing)
export class ParticipantDeclined extends ParticipantEvent {}
@ObjectType(implementing)
export class ParticipantReplaced extends ParticipantEvent {
  @Field(() => ParticipantType, { simple: true }) by: Lazy<ParticipantType>;
}
@ObjectType(implementing)
export class ParticipantLeft extends ParticipantEvent {}
@ObjectType(implementing)
export class ParticipantDisconnected extends ParticipantEvent {
  @Field(() => DateTimeISO) lostAt: Date;
}
@ObjectType(implementing)
export class ParticipantReconnected extends ParticipantEvent {
  @Field(() => Int) awaySeconds: number;
}
@ObjectType({ ...implementing, description: 'A CSR has been gone for 120 s.' })
export class ParticipantAway extends ParticipantEvent {}
@ObjectType(implementing)
export class ParticipantDeviceReported extends ParticipantEvent {}

export const PARTICIPANT_EVENTS = [
  ParticipantWaiting,
  ParticipantJoined,
  ParticipantDeclined,
  ParticipantReplaced,
  ParticipantLeft,
  ParticipantDisconnected,
  ParticipantReconnected,
  ParticipantAway,
  ParticipantDeviceReported,
];
