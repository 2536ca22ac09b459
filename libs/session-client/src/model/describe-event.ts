import { consentRule, formatSessionNumber } from '@tandem/domain';
import type { ConsentRequest, SessionEvent, Share } from './types';

/** A sentence: its key in the texts, plain parameters, and parameters that are keys of texts themselves. */
export interface EventText {
  key: string;
  params: Record<string, string | number>;
  keyed: Record<string, string>;
}

const text = (
  key: string,
  { actor, ...params }: EventText['params'] = {},
  keyed: EventText['keyed'] = {},
): EventText => ({
  key: `events.${key}`,
  params: actor ? { ...params, actor } : params,
  keyed: actor === '' ? { ...keyed, actor: 'somebody' } : keyed,
});

/** The viewer of a share: the CSR who asked, or the customer to whom something is shown. */
const viewerOf = ({ action, askedBy, customer }: Share) => (action === 'REQUEST_VIEW' ? askedBy.name : customer.name);

/** A sentence of the kind of consent, about its target where it has one. */
const textOfConsent = (
  said: 'asked' | 'granted' | 'grantedFor' | 'refused' | 'spared' | 'ended',
  { kind, target }: Pick<ConsentRequest, 'kind' | 'target'>,
  params: EventText['params'] = {},
  keyed: EventText['keyed'] = {},
): EventText => ({
  ...text('', params, target ? { ...keyed, target: `target.${target}` } : keyed),
  key: `consents.${kind}.${said}`,
});

type FileEvent = Extract<SessionEvent, { file?: unknown }>;

/** With the file's name, where the viewer may know it. */
const textOfFile = (
  key: string,
  { file }: FileEvent,
  params: EventText['params'] = {},
  keyed: EventText['keyed'] = {},
) => (file ? text(key, { ...params, file: file.name }, keyed) : text(key, params, { ...keyed, file: 'events.aFile' }));

/** The sentence of an event, for timelines and reports. Exhaustive: a new type doesn't compile without its sentence. */
export function describeEvent(event: SessionEvent): EventText {
  const actor = event.actor.name ?? '';
  switch (event.__typename) {
    case 'SessionStarted':
      return text(event.isByIntegration ? 'SessionStartedFor' : 'SessionStarted', {
        actor,
        number: formatSessionNumber(event.number),
      });
    case 'SessionEndNear':
      return text('SessionEndNear', {}, { reason: `sessionEnd.${event.endReason}` });
    case 'SessionKeptOpen':
      return event.actor.kind === 'SYSTEM' ? text('SessionStayedOpen') : text('SessionKeptOpen', { actor });
    case 'UnexpectedCallReported':
      return text('UnexpectedCallReported', { actor });
    case 'CustomerHeld':
    case 'CustomerResumed':
      return text(event.__typename, { actor });
    case 'ShareModeChanged':
      return text('ShareModeChanged', { actor }, { mode: `shareMode.${event.mode}` });
    case 'SessionEnded':
      return text('SessionEnded', {}, { reason: `sessionEnd.${event.endReason}` });
    case 'ParticipantJoined':
      return event.admittedAs
        ? text('ParticipantLetIn', { actor, name: event.participant.name }, { as: `admittedAs.${event.admittedAs}` })
        : text('ParticipantJoined', { name: event.participant.name });
    case 'ParticipantWaiting':
    case 'ParticipantDeclined':
    case 'ParticipantLeft':
    case 'ParticipantRemoved':
    case 'ParticipantDisconnected':
    case 'ParticipantAway':
      return text(event.__typename, { name: event.participant.name });
    case 'ParticipantAgreed':
      return text('ParticipantAgreed', { name: event.participant.name, version: event.version });
    case 'ParticipantReplaced':
      return text('ParticipantReplaced', { name: event.participant.name, by: event.by.name });
    case 'ParticipantRightsChanged':
      return text('ParticipantRightsChanged', { actor, name: event.participant.name });
    case 'CustomerSwapped':
      return text('CustomerSwapped', { name: event.to.name });
    case 'ControlTransferred':
      return text(event.isTaken ? 'ControlTaken' : 'ControlTransferred', {
        from: event.leftBy.name,
        to: event.to.name,
      });
    case 'SessionDescribed': {
      const about = [event.sessionType, event.trackingCode].filter(Boolean).join(' · ');
      return text(about ? 'SessionDescribed' : 'SessionNotDescribed', { actor, about });
    }
    case 'SessionLockChanged':
      return text(event.isLocked ? 'SessionLocked' : 'SessionUnlocked', { actor });
    case 'ParticipantReconnected':
      return text('ParticipantReconnected', { name: event.participant.name, seconds: event.awaySeconds });
    case 'ParticipantDeviceReported': {
      const { name, device } = event.participant;
      return text('ParticipantDeviceReported', {
        name,
        browser: device?.browser ?? '?',
        system: device?.system ?? '?',
      });
    }
    case 'InvitationChanged': {
      const to = event.invitation.name || event.invitation.email;
      const state = `invitationState.${event.invitationState}`;
      return to
        ? text('InvitationChanged', { to }, { state })
        : text('InvitationChanged', {}, { to: 'events.invitedByLink', state });
    }
    case 'ChatMessageSent':
      return event.message.isDeleted
        ? text('ChatMessageSentDeleted', { actor })
        : text('ChatMessageSent', { actor, text: event.message.text });
    case 'ChatNudged':
    case 'ChatMessageEdited':
    case 'ChatMessageDeleted':
      return text(event.__typename, { actor });
    case 'ChatLinkPushed':
      return event.message.link
        ? text('ChatLinkPushed', { actor, host: event.message.link.host })
        : text('ChatLinkPushedDeleted', { actor });
    case 'ChatLinkOpened':
      return event.message.link
        ? text('ChatLinkOpened', { actor, host: event.message.link.host })
        : text('ChatLinkOpenedDeleted', { actor });
    case 'NoteSaved':
    case 'PrivateNoteSaved':
      return text(event.__typename, { actor });
    case 'MicrophoneChanged':
      return text(event.isOn ? 'MicrophoneOn' : 'MicrophoneOff', { name: event.participant.name });
    case 'CameraChanged':
      return text(event.isOn ? 'CameraOn' : 'CameraOff', { name: event.participant.name });
    case 'CameraShown': {
      const { participant, viewer, isShown } = event;
      return text(isShown ? 'CameraShown' : 'CameraHidden', { name: participant.name, viewer: viewer.name });
    }
    case 'ConsentAsked':
    case 'ShareAsked':
      return textOfConsent('asked', event.request, { actor });
    case 'ConsentGranted':
    case 'ShareGranted': {
      const { grant, isSpared } = event;
      const keyed = { duration: `duration.${grant.duration}` };
      if (isSpared) return textOfConsent('spared', grant, {}, keyed);
      // a longer one of a kind that has durations no more
      const isLonger = grant.duration !== 'ONCE' && consentRule(grant.kind).durations.length === 0;
      const names = grant.viewers.map(({ name }) => name).join(', ');
      return textOfConsent(isLonger ? 'grantedFor' : 'granted', grant, { actor, names }, keyed);
    }
    case 'ConsentExtended':
    case 'ShareQuestionExtended':
      return text('ConsentExtended', { actor });
    case 'ConsentRefused':
    case 'ShareRefused':
      return textOfConsent('refused', event.request, { actor });
    case 'ConsentExpired':
    case 'ShareExpired':
      return text('ConsentExpired');
    case 'ConsentWithdrawn':
    case 'ShareWithdrawn':
      return text('ConsentWithdrawn', { actor });
    case 'ShareNotChosen':
      return text('ShareNotChosen', { publisher: event.share.publisher.name });
    case 'ShareStarting':
    case 'ShareStarted': {
      const { share, surface, __typename: kind } = event;
      const people = { viewer: viewerOf(share), publisher: share.publisher.name };
      return surface === 'UNKNOWN'
        ? text(`${kind}Unknown`, people, { target: `target.${share.target}` })
        : text(kind, people, { surface: `surface.${surface}` });
    }
    case 'ShareFailed':
    case 'ShareStopped':
      return text(event.__typename, {}, { reason: `shareEnd.${event.shareReason}` });
    case 'FileOffered':
    case 'FilePublished':
    case 'FileDownloaded':
      return textOfFile(event.__typename, event, { actor });
    case 'FileWithdrawn':
      return event.actor.kind === 'SYSTEM'
        ? textOfFile('FileGivenUp', event)
        : textOfFile('FileWithdrawn', event, { actor });
    case 'FileReceived':
    case 'FileExpired':
      return textOfFile(event.__typename, event);
    case 'FileRefused':
      return textOfFile('FileRefused', event, {}, { reason: `fileRefusal.${event.fileReason}` });
    case 'ScreenshotTaken':
      return text('ScreenshotTaken', { actor });
    case 'GrantEnded':
      return textOfConsent('ended', event.grant, {}, { reason: `grantEnd.${event.grantReason}` });
  }
}
