import {
  ADMISSIONS,
  DEVICE_KINDS,
  PARTICIPANT_LIFECYCLE,
  PARTICIPANT_ROLES,
  SEAT_RIGHTS,
  type AdmittedAs,
  type Device,
  type DeviceKind,
  type Locale,
  type ParticipantRole,
  type ParticipantState,
  type SeatRight,
} from '@tandem/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf, type Lazy } from '../../../platform/graphql/index.js';
import { SessionEventType, SessionType } from '../sessions/index.js';
import { LocaleEnum } from '../../site/sites/index.js';

export const ParticipantRoleEnum = enumOf(PARTICIPANT_ROLES, 'ParticipantRole');
const ParticipantStateEnum = enumOf(Object.keys(PARTICIPANT_LIFECYCLE) as ParticipantState[], 'ParticipantState');
export const SeatRightEnum = enumOf(SEAT_RIGHTS, 'SeatRight');
const AdmittedAsEnum = enumOf(ADMISSIONS, 'AdmittedAs');
export const DeviceKindEnum = enumOf(DEVICE_KINDS, 'DeviceKind');

@ObjectType('Device')
export class DeviceType implements Device {
  @Field(() => DeviceKindEnum) kind: DeviceKind;
  @Field(() => String) browser: string;
  @Field(() => String) system: string;
  @Field(() => String) language: string;
  @Field(() => String) timeZone: string;
  @Field(() => Boolean) canShareScreen: boolean;
  @Field(() => Boolean) hasCamera: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Screens can be sent in greyscale. Null: unknown.' })
  canSendGrey?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'The browser has WebRTC. Null: unknown.' })
  hasMedia?: boolean | null;
}

@ObjectType('Participant')
export class ParticipantType {
  @Field(() => ID) id: string;
  sessionId: string;
  @Field(() => ParticipantRoleEnum) role: ParticipantRole;
  @Field(() => ParticipantStateEnum) state: ParticipantState;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true, description: 'The organisation of a guest expert.' })
  organisation: string | null;
  @Field(() => [SeatRightEnum], { description: 'The rights set by the primary CSR; of assistants and guest experts.' })
  rights: SeatRight[];
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

/** Events about one participant, which is loaded on demand. */
@ObjectType()
export abstract class ParticipantEvent extends SessionEventType {
  @Field(() => ParticipantType, { simple: true }) participant: Lazy<ParticipantType>;
}

const implementing = { implements: SessionEventType };

@ObjectType(implementing)
export class ParticipantWaiting extends ParticipantEvent {}
@ObjectType(implementing)
export class ParticipantJoined extends ParticipantEvent {
  @Field(() => AdmittedAsEnum, {
    simple: true,
    nullable: true,
    description: 'As whom the CSR admitted a later customer. Staff only, else null.',
  })
  admittedAs: Lazy<AdmittedAs | null>;
}
@ObjectType(implementing)
export class ParticipantDeclined extends ParticipantEvent {}
@ObjectType(implementing)
export class ParticipantReplaced extends ParticipantEvent {
  @Field(() => ParticipantType, { simple: true }) by: Lazy<ParticipantType>;
}
@ObjectType(implementing)
export class ParticipantRemoved extends ParticipantEvent {}
@ObjectType({ ...implementing, description: 'Another customer is the primary customer now.' })
export class CustomerSwapped extends SessionEventType {
  @Field(() => ParticipantType, { simple: true, nullable: true }) from: Lazy<ParticipantType> | null;
  @Field(() => ParticipantType, { simple: true }) to: Lazy<ParticipantType>;
}
@ObjectType({ ...implementing, description: 'Another CSR is the primary CSR now.' })
export class ControlTransferred extends SessionEventType {
  @Field(() => ParticipantType, { simple: true }) from: Lazy<ParticipantType>;
  @Field(() => ParticipantType, { simple: true }) to: Lazy<ParticipantType>;
  @Field(() => Boolean, { description: 'The new primary CSR took the lead; it was not handed over.' }) isTaken: boolean;
}
@ObjectType(implementing)
export class ParticipantRightsChanged extends ParticipantEvent {
  @Field(() => [SeatRightEnum]) rights: SeatRight[];
}
@ObjectType({ ...implementing, description: 'Acceptance of the agreement.' })
export class ParticipantAgreed extends ParticipantEvent {
  @Field(() => Int) version: number;
  @Field(() => String, { description: 'SHA-256 of the accepted wording.' }) textHash: string;
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
