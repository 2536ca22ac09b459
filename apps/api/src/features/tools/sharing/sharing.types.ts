import {
  SHARE_END_REASONS,
  SHARE_LIFECYCLE,
  SHARE_MODES,
  SURFACES,
  type ShareAction,
  type ShareEndReason,
  type ShareMode,
  type ShareState,
  type ShareTarget,
  type Surface,
} from '@tandem/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf, type Lazy } from '../../../platform/graphql/index.js';
import { ConsentEvent, GrantType, ShareActionEnum, ShareTargetEnum } from '../../session/consents/index.js';
import { ParticipantType } from '../../session/participants/index.js';
import { SessionEventType } from '../../session/sessions/index.js';

export const ShareModeEnum = enumOf(SHARE_MODES, 'ShareMode');
const ShareStateEnum = enumOf(Object.keys(SHARE_LIFECYCLE) as ShareState[], 'ShareState');
export const ShareEndReasonEnum = enumOf(SHARE_END_REASONS, 'ShareEndReason');
export const SurfaceEnum = enumOf(SURFACES, 'Surface');

@ObjectType('Share', {
  description: 'A screen share from its consent request to its end: answer, picker, picture, end.',
})
export class ShareType {
  @Field(() => ID) id: string;
  @Field(() => ShareActionEnum) action: ShareAction;
  @Field(() => ShareTargetEnum) target: ShareTarget;
  @Field(() => ShareStateEnum) state: ShareState;
  @Field(() => ParticipantType, { simple: true }) askedBy: Lazy<ParticipantType>;
  @Field(() => ParticipantType, { simple: true }) customer: Lazy<ParticipantType>;
  @Field(() => ParticipantType, { simple: true, description: 'The person whose screen it is.' })
  publisher: Lazy<ParticipantType>;
  @Field(() => GrantType, { simple: true, nullable: true }) grant: Lazy<GrantType> | null;
  @Field(() => Boolean, { description: 'No request was needed: an earlier grant covers it.' })
  isQuestionSpared: boolean;
  @Field(() => SurfaceEnum, { nullable: true }) surface: Surface | null;
  @Field(() => DateTimeISO) askedAt: Date;
  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'When it expires without an answer, which means no. Null while the deadline is paused.',
  })
  dueAt: Date | null;
  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'When the picker was closed without a choice; the publisher may choose again.',
  })
  notChosenAt: Date | null;
  @Field(() => DateTimeISO, { nullable: true, description: 'When the media server received the picture.' })
  liveAt: Date | null;
  @Field(() => DateTimeISO, { nullable: true }) endedAt: Date | null;
  @Field(() => ShareEndReasonEnum, { nullable: true }) endReason: ShareEndReason | null;
}

/** Events about one share, which is loaded on demand. */
@ObjectType()
abstract class ShareEvent extends SessionEventType {
  @Field(() => ShareType, { simple: true }) share: Lazy<ShareType>;
}

const implementing = { implements: SessionEventType };

/** Events about the consent request of a share. */
@ObjectType()
abstract class ShareConsentEvent extends ConsentEvent {
  @Field(() => ShareType, { simple: true }) share: Lazy<ShareType>;
}

@ObjectType(implementing)
export class ShareAsked extends ShareConsentEvent {}
@ObjectType({ ...implementing, description: 'The customer asked for more time.' })
export class ShareQuestionExtended extends ShareConsentEvent {}
@ObjectType(implementing)
export class ShareGranted extends ShareConsentEvent {
  @Field(() => GrantType, { simple: true }) grant: Lazy<GrantType>;
  @Field(() => Boolean, { description: 'No request was needed: an earlier grant covers it.' }) isSpared: boolean;
}
@ObjectType(implementing)
export class ShareRefused extends ShareConsentEvent {}
@ObjectType(implementing)
export class ShareExpired extends ShareConsentEvent {}
@ObjectType(implementing)
export class ShareWithdrawn extends ShareConsentEvent {}
@ObjectType({ ...implementing, description: 'The picker was closed without a choice; the publisher may choose again.' })
export class ShareNotChosen extends ShareEvent {}
@ObjectType({ ...implementing, description: 'A surface was selected and may be published; nobody sees it yet.' })
export class ShareStarting extends ShareEvent {
  @Field(() => SurfaceEnum) surface: Surface;
}
@ObjectType({ ...implementing, description: 'It is live: the media server receives the picture.' })
export class ShareStarted extends ShareEvent {
  @Field(() => SurfaceEnum) surface: Surface;
}
@ObjectType(implementing)
export class ShareFailed extends ShareEvent {
  @Field(() => ShareEndReasonEnum) reason: ShareEndReason;
}
@ObjectType(implementing)
export class ShareStopped extends ShareEvent {
  @Field(() => ShareEndReasonEnum) reason: ShareEndReason;
}
@ObjectType(implementing)
export class ShareModeChanged extends SessionEventType {
  @Field(() => ShareModeEnum) mode: ShareMode;
}
