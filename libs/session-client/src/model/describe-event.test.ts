// @vitest-environment node
import { expect, it } from 'vitest';
import { describeEvent } from './describe-event';
import type { SessionEvent } from './types';

const ACTOR = { kind: 'STAFF', name: 'Kim', participantId: 'csr' };
const say = (__typename: string, fields: object = {}, actor: object = ACTOR) =>
  describeEvent({ __typename, actor, ...fields } as unknown as SessionEvent);
const share = (action: string) => ({
  ...{ action, askedBy: { name: 'Kim' }, customer: { name: 'Park' }, publisher: { name: 'Park' } },
});
const park = { participant: { name: 'Park' } };

it.each([
  ['SessionStarted', { number: '123456789' }, 'SessionStarted', { actor: 'Kim', number: '123 456 789' }, {}],
  ['SessionStarted', { isByIntegration: true, number: '1' }, 'SessionStartedFor', { actor: 'Kim', number: '1' }, {}],
  ['SessionEndNear', { endReason: 'IDLE' }, 'SessionEndNear', {}, { reason: 'sessionEnd.IDLE' }],
  ['SessionEnded', { endReason: 'IDLE' }, 'SessionEnded', {}, { reason: 'sessionEnd.IDLE' }],
  ['SessionKeptOpen', {}, 'SessionKeptOpen', { actor: 'Kim' }, {}],
  ['UnexpectedCallReported', {}, 'UnexpectedCallReported', { actor: 'Kim' }, {}],
  ['ConsentExtended', {}, 'ConsentExtended', { actor: 'Kim' }, {}],
  ['ShareQuestionExtended', {}, 'ConsentExtended', { actor: 'Kim' }, {}],
  ['CustomerHeld', {}, 'CustomerHeld', { actor: 'Kim' }, {}],
  ['ShareModeChanged', { mode: 'MOTION' }, 'ShareModeChanged', { actor: 'Kim' }, { mode: 'shareMode.MOTION' }],
  ['ParticipantJoined', park, 'ParticipantJoined', { name: 'Park' }, {}],
  [
    'ParticipantJoined',
    { ...park, admittedAs: 'NEW' },
    'ParticipantLetIn',
    { actor: 'Kim', name: 'Park' },
    { as: 'admittedAs.NEW' },
  ],
  ['ParticipantLeft', park, 'ParticipantLeft', { name: 'Park' }, {}],
  ['ParticipantAgreed', { ...park, version: 3 }, 'ParticipantAgreed', { name: 'Park', version: 3 }, {}],
  ['ParticipantReplaced', { ...park, by: { name: 'Lee' } }, 'ParticipantReplaced', { name: 'Park', by: 'Lee' }, {}],
  ['ParticipantReconnected', { ...park, awaySeconds: 9 }, 'ParticipantReconnected', { name: 'Park', seconds: 9 }, {}],
  ['CustomerSwapped', { to: { name: 'Lee' } }, 'CustomerSwapped', { name: 'Lee' }, {}],
  [
    'ControlTransferred',
    { leftBy: { name: 'Kim' }, to: { name: 'Lee' }, isTaken: true },
    'ControlTaken',
    { from: 'Kim', to: 'Lee' },
    {},
  ],
  [
    'SessionDescribed',
    { sessionType: 'Setup', trackingCode: 'T-1' },
    'SessionDescribed',
    { actor: 'Kim', about: 'Setup · T-1' },
    {},
  ],
  ['SessionDescribed', { sessionType: '' }, 'SessionNotDescribed', { actor: 'Kim', about: '' }, {}],
  ['SessionLockChanged', { isLocked: true }, 'SessionLocked', { actor: 'Kim' }, {}],
  ['SessionLockChanged', { isLocked: false }, 'SessionUnlocked', { actor: 'Kim' }, {}],
  [
    'ParticipantDeviceReported',
    { participant: { name: 'Park', device: null } },
    'ParticipantDeviceReported',
    { name: 'Park', browser: '?', system: '?' },
    {},
  ],
  [
    'InvitationChanged',
    { invitation: { name: '', email: 'p@x.example' }, invitationState: 'SENT' },
    'InvitationChanged',
    { to: 'p@x.example' },
    { state: 'invitationState.SENT' },
  ],
  [
    'InvitationChanged',
    { invitation: { name: '', email: null }, invitationState: 'SENT' },
    'InvitationChanged',
    {},
    { to: 'events.invitedByLink', state: 'invitationState.SENT' },
  ],
  ['ChatMessageSent', { message: { text: 'hello' } }, 'ChatMessageSent', { actor: 'Kim', text: 'hello' }, {}],
  ['ChatMessageSent', { message: { isDeleted: true, text: 'x' } }, 'ChatMessageSentDeleted', { actor: 'Kim' }, {}],
  [
    'ChatLinkPushed',
    { message: { link: { host: 'a.example' } } },
    'ChatLinkPushed',
    { actor: 'Kim', host: 'a.example' },
    {},
  ],
  ['ChatLinkPushed', { message: { link: null } }, 'ChatLinkPushedDeleted', { actor: 'Kim' }, {}],
  ['ChatLinkOpened', { message: { link: null } }, 'ChatLinkOpenedDeleted', { actor: 'Kim' }, {}],
  ['MicrophoneChanged', { ...park, isOn: true }, 'MicrophoneOn', { name: 'Park' }, {}],
  ['CameraChanged', { ...park, isOn: false }, 'CameraOff', { name: 'Park' }, {}],
  [
    'CameraShown',
    { ...park, viewer: { name: 'Choi' }, isShown: true },
    'CameraShown',
    { name: 'Park', viewer: 'Choi' },
    {},
  ],
  [
    'CameraShown',
    { ...park, viewer: { name: 'Choi' }, isShown: false },
    'CameraHidden',
    { name: 'Park', viewer: 'Choi' },
    {},
  ],
  ['NoteSaved', {}, 'NoteSaved', { actor: 'Kim' }, {}],
])('%s is described with its facts %#', (type, fields, key, params, keyed) =>
  expect(say(type, fields)).toEqual({ key: `events.${key}`, params, keyed }),
);

it('an act of the system, or of somebody without a name, is described as that', () => {
  const system = { kind: 'SYSTEM', name: null };
  expect(say('SessionKeptOpen', {}, system).key).toBe('events.SessionStayedOpen');
  expect(say('NoteSaved', {}, { kind: 'STAFF', name: null })).toEqual({
    ...{ key: 'events.NoteSaved', params: {}, keyed: { actor: 'somebody' } },
  });
});

it('a share names its viewer, the CSR who asked or the customer, and what is shown', () => {
  const facts = { ...share('REQUEST_VIEW'), target: 'DESKTOP' };
  const viewer = (action: string) =>
    say('ShareStarted', { share: { ...facts, action }, surface: 'WINDOW' }).params.viewer;
  expect([viewer('REQUEST_VIEW'), viewer('SHARE_VIEW')]).toEqual(['Kim', 'Park']);
  expect(say('ShareStarting', { share: facts, surface: 'WINDOW' })).toEqual({
    key: 'events.ShareStarting',
    params: { viewer: 'Kim', publisher: 'Park' },
    keyed: { surface: 'surface.WINDOW' },
  });
  expect(say('ShareStarted', { share: facts, surface: 'UNKNOWN' })).toMatchObject({
    ...{ key: 'events.ShareStartedUnknown', keyed: { target: 'target.DESKTOP' } },
  });
  expect(say('ShareStopped', { share: facts, shareReason: 'REVOKED' }).keyed).toEqual({ reason: 'shareEnd.REVOKED' });
});

it('a consent has the sentence of its kind, with its target where it has one', () => {
  const grant = { kind: 'REQUEST_VIEW', target: null, duration: 'ONCE', viewers: [{ name: 'Kim' }, { name: 'Lee' }] };
  expect(say('ConsentAsked', { request: { kind: 'REQUEST_VIEW', target: 'DESKTOP' } })).toEqual({
    ...{ key: 'consents.REQUEST_VIEW.asked', params: { actor: 'Kim' }, keyed: { target: 'target.DESKTOP' } },
  });
  expect(say('ConsentGranted', { grant, isSpared: false })).toEqual({
    key: 'consents.REQUEST_VIEW.granted',
    params: { actor: 'Kim', names: 'Kim, Lee' },
    keyed: { duration: 'duration.ONCE' },
  });
  expect(say('ShareGranted', { grant: { ...grant, target: 'DESKTOP' }, isSpared: true })).toEqual({
    key: 'consents.REQUEST_VIEW.spared',
    params: {},
    keyed: { duration: 'duration.ONCE', target: 'target.DESKTOP' },
  });
  expect(say('GrantEnded', { grant, grantReason: 'USED' })).toEqual({
    ...{ key: 'consents.REQUEST_VIEW.ended', params: {}, keyed: { reason: 'grantEnd.USED' } },
  });
  expect(say('ConsentRefused', { request: { kind: 'SHARE_VIEW', target: 'DESKTOP' } })).toEqual({
    ...{ key: 'consents.SHARE_VIEW.refused', params: { actor: 'Kim' }, keyed: { target: 'target.DESKTOP' } },
  });
  expect(say('ConsentExpired')).toEqual({ key: 'events.ConsentExpired', params: {}, keyed: {} });
});

it.each([
  ['ONCE', 'granted'],
  ['TEN_MINUTES', 'grantedFor'], // from before watching was agreed to each time
  ['SESSION', 'grantedFor'],
])('a consent to watch, %s, is told as it was given', (duration, sentence) => {
  const grant = { kind: 'SHARE_VIEW', target: 'DESKTOP', duration, viewers: [] };
  expect(say('ShareGranted', { grant, isSpared: false })).toMatchObject({
    ...{ key: `consents.SHARE_VIEW.${sentence}`, keyed: { duration: `duration.${duration}` } },
  });
});

it('a file has its name where the viewer may know it', () => {
  const file = { name: 'a.pdf' };
  for (const type of ['FileOffered', 'FilePublished', 'FileDownloaded'] as const)
    expect(say(type, { file })).toEqual({ key: `events.${type}`, params: { actor: 'Kim', file: 'a.pdf' }, keyed: {} });
  expect(say('FileOffered', { file: null })).toMatchObject({
    params: { actor: 'Kim' },
    keyed: { file: 'events.aFile' },
  });
  expect(say('FileWithdrawn', { file })).toMatchObject({ key: 'events.FileWithdrawn', params: { actor: 'Kim' } });
  expect(say('FileWithdrawn', { file }, { kind: 'SYSTEM', name: null })).toEqual({
    ...{ key: 'events.FileGivenUp', params: { file: 'a.pdf' }, keyed: {} },
  });
  expect(say('FileRefused', { file, fileReason: 'VIRUS' }).keyed).toEqual({ reason: 'fileRefusal.VIRUS' });
});
