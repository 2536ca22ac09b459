/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "mutation AnswerShare($input: AnswerShareInput!) {\n  answerShare(input: $input) {\n    ...ShareParts\n  }\n}": typeof types.AnswerShareDocument,
    "mutation AskShare($input: AskShareInput!) {\n  askShare(input: $input) {\n    ...ShareParts\n  }\n}": typeof types.AskShareDocument,
    "mutation CreateInvitationLink($input: CreateInvitationLinkInput!) {\n  createInvitationLink(input: $input) {\n    url\n    message\n    invitation {\n      ...InvitationParts\n    }\n  }\n}": typeof types.CreateInvitationLinkDocument,
    "mutation DeclineParticipant($participantId: ID!) {\n  declineParticipant(participantId: $participantId) {\n    ...ParticipantParts\n  }\n}": typeof types.DeclineParticipantDocument,
    "mutation DeleteChatMessage($messageId: ID!) {\n  deleteChatMessage(messageId: $messageId) {\n    ...MessageParts\n  }\n}": typeof types.DeleteChatMessageDocument,
    "mutation EditChatMessage($input: EditChatMessageInput!) {\n  editChatMessage(input: $input) {\n    ...MessageParts\n  }\n}": typeof types.EditChatMessageDocument,
    "mutation EndSession($sessionId: ID!) {\n  endSession(sessionId: $sessionId) {\n    id\n    state\n  }\n}": typeof types.EndSessionDocument,
    "mutation ExtendShareQuestion($shareId: ID!) {\n  extendShareQuestion(shareId: $shareId) {\n    ...ShareParts\n  }\n}": typeof types.ExtendShareQuestionDocument,
    "mutation FailShare($shareId: ID!, $reason: ShareEndReason!) {\n  failShare(shareId: $shareId, reason: $reason) {\n    ...ShareParts\n  }\n}": typeof types.FailShareDocument,
    "mutation InviteByEmail($input: InviteByEmailInput!) {\n  inviteByEmail(input: $input) {\n    ...InvitationParts\n  }\n}": typeof types.InviteByEmailDocument,
    "mutation JoinMedia($input: JoinMediaInput!) {\n  joinMedia(input: $input) {\n    url\n    token\n  }\n}": typeof types.JoinMediaDocument,
    "mutation KeepSessionOpen($sessionId: ID!) {\n  keepSessionOpen(sessionId: $sessionId) {\n    id\n  }\n}": typeof types.KeepSessionOpenDocument,
    "mutation LeaveSession($sessionId: ID!) {\n  leaveSession(sessionId: $sessionId)\n}": typeof types.LeaveSessionDocument,
    "mutation OpenLink($messageId: ID!) {\n  openLink(messageId: $messageId) {\n    ...MessageParts\n  }\n}": typeof types.OpenLinkDocument,
    "mutation PushLink($input: PushLinkInput!) {\n  pushLink(input: $input) {\n    ...MessageParts\n  }\n}": typeof types.PushLinkDocument,
    "mutation ReportDevice($sessionId: ID!, $device: DeviceInput!) {\n  reportDevice(sessionId: $sessionId, device: $device) {\n    ...ParticipantParts\n  }\n}": typeof types.ReportDeviceDocument,
    "mutation RetryInvitation($id: ID!) {\n  retryInvitation(id: $id) {\n    ...InvitationParts\n  }\n}": typeof types.RetryInvitationDocument,
    "mutation RevokeGrant($grantId: ID!) {\n  revokeGrant(grantId: $grantId) {\n    ...GrantParts\n  }\n}": typeof types.RevokeGrantDocument,
    "mutation SaveNote($input: SaveNoteInput!) {\n  saveNote(input: $input) {\n    ...NoteParts\n  }\n}": typeof types.SaveNoteDocument,
    "mutation SeatParticipant($participantId: ID!) {\n  seatParticipant(participantId: $participantId) {\n    ...ParticipantParts\n  }\n}": typeof types.SeatParticipantDocument,
    "mutation SendChatMessage($input: SendChatMessageInput!) {\n  sendChatMessage(input: $input) {\n    ...MessageParts\n  }\n}": typeof types.SendChatMessageDocument,
    "query SessionAbilities($id: ID!) {\n  session(id: $id) {\n    id\n    abilities {\n      act\n      isAllowed\n      reason\n    }\n    note {\n      ...NoteParts\n    }\n  }\n}": typeof types.SessionAbilitiesDocument,
    "subscription SessionEvents($sessionId: ID!, $after: Int!) {\n  sessionEvents(sessionId: $sessionId, after: $after) {\n    ...EventParts\n  }\n}": typeof types.SessionEventsDocument,
    "query SessionReport($sessionId: ID!) {\n  sessionReport(sessionId: $sessionId) {\n    sessionId\n    number\n    csrName\n    customerNames\n    sessionType\n    trackingCode\n    startedAt\n    customerJoinedAt\n    endedAt\n    endReason\n    durationSeconds\n    participantCount\n    messageCount\n    requestCount\n    refusalCount\n    disconnectCount\n    viewSeconds\n    note {\n      ...NoteParts\n    }\n    participants {\n      ...ParticipantParts\n    }\n    transcript {\n      ...MessageParts\n      earlier {\n        text\n        replacedAt\n      }\n    }\n    timeline {\n      ...EventParts\n    }\n  }\n}": typeof types.SessionReportDocument,
    "query SessionSnapshot($id: ID!) {\n  session(id: $id) {\n    lastSeq\n    id\n    number\n    joinUrl\n    state\n    startedAt\n    activeAt\n    endedAt\n    endReason\n    endDueAt\n    endDueReason\n    siteName\n    sessionType\n    trackingCode\n    mySeat {\n      ...ParticipantParts\n    }\n    participants {\n      ...ParticipantParts\n    }\n    messages {\n      ...MessageParts\n    }\n    shares {\n      ...ShareParts\n    }\n    grants {\n      ...GrantParts\n    }\n    invitations {\n      ...InvitationParts\n    }\n    note {\n      ...NoteParts\n    }\n    abilities {\n      act\n      isAllowed\n      reason\n    }\n  }\n}": typeof types.SessionSnapshotDocument,
    "query SessionTimeline($sessionId: ID!, $after: Int!) {\n  sessionReport(sessionId: $sessionId) {\n    timeline(after: $after) {\n      ...EventParts\n    }\n  }\n}": typeof types.SessionTimelineDocument,
    "mutation SetCamera($sessionId: ID!, $isOn: Boolean!) {\n  setCamera(sessionId: $sessionId, isOn: $isOn) {\n    ...ParticipantParts\n  }\n}": typeof types.SetCameraDocument,
    "mutation SetMicrophone($sessionId: ID!, $isOn: Boolean!) {\n  setMicrophone(sessionId: $sessionId, isOn: $isOn) {\n    ...ParticipantParts\n  }\n}": typeof types.SetMicrophoneDocument,
    "mutation StartShare($shareId: ID!, $surface: Surface!) {\n  startShare(shareId: $shareId, surface: $surface) {\n    ...ShareParts\n  }\n}": typeof types.StartShareDocument,
    "mutation StopShare($shareId: ID!, $isByBrowser: Boolean!) {\n  stopShare(shareId: $shareId, isByBrowser: $isByBrowser) {\n    ...ShareParts\n  }\n}": typeof types.StopShareDocument,
    "mutation WithdrawShare($shareId: ID!) {\n  withdrawShare(shareId: $shareId) {\n    ...ShareParts\n  }\n}": typeof types.WithdrawShareDocument,
    "fragment ParticipantParts on Participant {\n  id\n  role\n  state\n  name\n  locale\n  isConnected\n  lostAt\n  isAway\n  seatedAt\n  leftAt\n  isMicrophoneOn\n  isCameraOn\n  device {\n    kind\n    browser\n    system\n    language\n    timeZone\n    canShareScreen\n    hasCamera\n  }\n}\n\nfragment MessageParts on ChatMessage {\n  id\n  seq\n  audience\n  text\n  sentAt\n  editedAt\n  isDeleted\n  changeableUntil\n  clientId\n  link {\n    url\n    host\n    openings {\n      openedAt\n      participant {\n        id\n        name\n      }\n    }\n  }\n  sender {\n    id\n    name\n    role\n  }\n  recipient {\n    id\n    name\n  }\n}\n\nfragment GrantParts on Grant {\n  id\n  action\n  target\n  duration\n  startsAt\n  endsAt\n  endedAt\n  endReason\n  grantor {\n    id\n    name\n  }\n  grantee {\n    id\n    name\n  }\n}\n\nfragment ShareParts on Share {\n  id\n  action\n  target\n  state\n  surface\n  askedAt\n  dueAt\n  liveAt\n  endedAt\n  endReason\n  askedBy {\n    id\n    name\n  }\n  customer {\n    id\n    name\n  }\n  publisher {\n    id\n    name\n  }\n  grant {\n    ...GrantParts\n  }\n}\n\nfragment InvitationParts on Invitation {\n  id\n  channel\n  state\n  email\n  name\n  locale\n  createdAt\n  expiresAt\n  failure\n}\n\nfragment NoteParts on Note {\n  body\n  revision\n  changedAt\n  changedBy\n}\n\nfragment EventParts on SessionEvent {\n  __typename\n  seq\n  at\n  actor {\n    kind\n    participantId\n    name\n  }\n  ... on SessionStarted {\n    number\n  }\n  ... on SessionEndNear {\n    endReason: reason\n    dueAt\n  }\n  ... on SessionEnded {\n    endReason: reason\n  }\n  ... on ParticipantWaiting {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantJoined {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantDeclined {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantReplaced {\n    participant {\n      ...ParticipantParts\n    }\n    by {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantLeft {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantDisconnected {\n    participant {\n      ...ParticipantParts\n    }\n    lostAt\n  }\n  ... on ParticipantReconnected {\n    participant {\n      ...ParticipantParts\n    }\n    awaySeconds\n  }\n  ... on ParticipantAway {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantDeviceReported {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on MicrophoneChanged {\n    participant {\n      ...ParticipantParts\n    }\n    isOn\n  }\n  ... on CameraChanged {\n    participant {\n      ...ParticipantParts\n    }\n    isOn\n  }\n  ... on InvitationChanged {\n    invitation {\n      ...InvitationParts\n    }\n    invitationState: state\n  }\n  ... on ChatMessageSent {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatMessageEdited {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatMessageDeleted {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatLinkPushed {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatLinkOpened {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on NoteSaved {\n    revision\n  }\n  ... on ShareAsked {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareQuestionExtended {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareGranted {\n    share {\n      ...ShareParts\n    }\n    grant {\n      ...GrantParts\n    }\n    isSpared\n  }\n  ... on ShareRefused {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareExpired {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareWithdrawn {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareStarted {\n    share {\n      ...ShareParts\n    }\n    surface\n  }\n  ... on ShareFailed {\n    share {\n      ...ShareParts\n    }\n    shareReason: reason\n  }\n  ... on ShareStopped {\n    share {\n      ...ShareParts\n    }\n    shareReason: reason\n  }\n  ... on GrantEnded {\n    grant {\n      ...GrantParts\n    }\n    grantReason: reason\n  }\n}": typeof types.ParticipantPartsFragmentDoc,
};
const documents: Documents = {
    "mutation AnswerShare($input: AnswerShareInput!) {\n  answerShare(input: $input) {\n    ...ShareParts\n  }\n}": types.AnswerShareDocument,
    "mutation AskShare($input: AskShareInput!) {\n  askShare(input: $input) {\n    ...ShareParts\n  }\n}": types.AskShareDocument,
    "mutation CreateInvitationLink($input: CreateInvitationLinkInput!) {\n  createInvitationLink(input: $input) {\n    url\n    message\n    invitation {\n      ...InvitationParts\n    }\n  }\n}": types.CreateInvitationLinkDocument,
    "mutation DeclineParticipant($participantId: ID!) {\n  declineParticipant(participantId: $participantId) {\n    ...ParticipantParts\n  }\n}": types.DeclineParticipantDocument,
    "mutation DeleteChatMessage($messageId: ID!) {\n  deleteChatMessage(messageId: $messageId) {\n    ...MessageParts\n  }\n}": types.DeleteChatMessageDocument,
    "mutation EditChatMessage($input: EditChatMessageInput!) {\n  editChatMessage(input: $input) {\n    ...MessageParts\n  }\n}": types.EditChatMessageDocument,
    "mutation EndSession($sessionId: ID!) {\n  endSession(sessionId: $sessionId) {\n    id\n    state\n  }\n}": types.EndSessionDocument,
    "mutation ExtendShareQuestion($shareId: ID!) {\n  extendShareQuestion(shareId: $shareId) {\n    ...ShareParts\n  }\n}": types.ExtendShareQuestionDocument,
    "mutation FailShare($shareId: ID!, $reason: ShareEndReason!) {\n  failShare(shareId: $shareId, reason: $reason) {\n    ...ShareParts\n  }\n}": types.FailShareDocument,
    "mutation InviteByEmail($input: InviteByEmailInput!) {\n  inviteByEmail(input: $input) {\n    ...InvitationParts\n  }\n}": types.InviteByEmailDocument,
    "mutation JoinMedia($input: JoinMediaInput!) {\n  joinMedia(input: $input) {\n    url\n    token\n  }\n}": types.JoinMediaDocument,
    "mutation KeepSessionOpen($sessionId: ID!) {\n  keepSessionOpen(sessionId: $sessionId) {\n    id\n  }\n}": types.KeepSessionOpenDocument,
    "mutation LeaveSession($sessionId: ID!) {\n  leaveSession(sessionId: $sessionId)\n}": types.LeaveSessionDocument,
    "mutation OpenLink($messageId: ID!) {\n  openLink(messageId: $messageId) {\n    ...MessageParts\n  }\n}": types.OpenLinkDocument,
    "mutation PushLink($input: PushLinkInput!) {\n  pushLink(input: $input) {\n    ...MessageParts\n  }\n}": types.PushLinkDocument,
    "mutation ReportDevice($sessionId: ID!, $device: DeviceInput!) {\n  reportDevice(sessionId: $sessionId, device: $device) {\n    ...ParticipantParts\n  }\n}": types.ReportDeviceDocument,
    "mutation RetryInvitation($id: ID!) {\n  retryInvitation(id: $id) {\n    ...InvitationParts\n  }\n}": types.RetryInvitationDocument,
    "mutation RevokeGrant($grantId: ID!) {\n  revokeGrant(grantId: $grantId) {\n    ...GrantParts\n  }\n}": types.RevokeGrantDocument,
    "mutation SaveNote($input: SaveNoteInput!) {\n  saveNote(input: $input) {\n    ...NoteParts\n  }\n}": types.SaveNoteDocument,
    "mutation SeatParticipant($participantId: ID!) {\n  seatParticipant(participantId: $participantId) {\n    ...ParticipantParts\n  }\n}": types.SeatParticipantDocument,
    "mutation SendChatMessage($input: SendChatMessageInput!) {\n  sendChatMessage(input: $input) {\n    ...MessageParts\n  }\n}": types.SendChatMessageDocument,
    "query SessionAbilities($id: ID!) {\n  session(id: $id) {\n    id\n    abilities {\n      act\n      isAllowed\n      reason\n    }\n    note {\n      ...NoteParts\n    }\n  }\n}": types.SessionAbilitiesDocument,
    "subscription SessionEvents($sessionId: ID!, $after: Int!) {\n  sessionEvents(sessionId: $sessionId, after: $after) {\n    ...EventParts\n  }\n}": types.SessionEventsDocument,
    "query SessionReport($sessionId: ID!) {\n  sessionReport(sessionId: $sessionId) {\n    sessionId\n    number\n    csrName\n    customerNames\n    sessionType\n    trackingCode\n    startedAt\n    customerJoinedAt\n    endedAt\n    endReason\n    durationSeconds\n    participantCount\n    messageCount\n    requestCount\n    refusalCount\n    disconnectCount\n    viewSeconds\n    note {\n      ...NoteParts\n    }\n    participants {\n      ...ParticipantParts\n    }\n    transcript {\n      ...MessageParts\n      earlier {\n        text\n        replacedAt\n      }\n    }\n    timeline {\n      ...EventParts\n    }\n  }\n}": types.SessionReportDocument,
    "query SessionSnapshot($id: ID!) {\n  session(id: $id) {\n    lastSeq\n    id\n    number\n    joinUrl\n    state\n    startedAt\n    activeAt\n    endedAt\n    endReason\n    endDueAt\n    endDueReason\n    siteName\n    sessionType\n    trackingCode\n    mySeat {\n      ...ParticipantParts\n    }\n    participants {\n      ...ParticipantParts\n    }\n    messages {\n      ...MessageParts\n    }\n    shares {\n      ...ShareParts\n    }\n    grants {\n      ...GrantParts\n    }\n    invitations {\n      ...InvitationParts\n    }\n    note {\n      ...NoteParts\n    }\n    abilities {\n      act\n      isAllowed\n      reason\n    }\n  }\n}": types.SessionSnapshotDocument,
    "query SessionTimeline($sessionId: ID!, $after: Int!) {\n  sessionReport(sessionId: $sessionId) {\n    timeline(after: $after) {\n      ...EventParts\n    }\n  }\n}": types.SessionTimelineDocument,
    "mutation SetCamera($sessionId: ID!, $isOn: Boolean!) {\n  setCamera(sessionId: $sessionId, isOn: $isOn) {\n    ...ParticipantParts\n  }\n}": types.SetCameraDocument,
    "mutation SetMicrophone($sessionId: ID!, $isOn: Boolean!) {\n  setMicrophone(sessionId: $sessionId, isOn: $isOn) {\n    ...ParticipantParts\n  }\n}": types.SetMicrophoneDocument,
    "mutation StartShare($shareId: ID!, $surface: Surface!) {\n  startShare(shareId: $shareId, surface: $surface) {\n    ...ShareParts\n  }\n}": types.StartShareDocument,
    "mutation StopShare($shareId: ID!, $isByBrowser: Boolean!) {\n  stopShare(shareId: $shareId, isByBrowser: $isByBrowser) {\n    ...ShareParts\n  }\n}": types.StopShareDocument,
    "mutation WithdrawShare($shareId: ID!) {\n  withdrawShare(shareId: $shareId) {\n    ...ShareParts\n  }\n}": types.WithdrawShareDocument,
    "fragment ParticipantParts on Participant {\n  id\n  role\n  state\n  name\n  locale\n  isConnected\n  lostAt\n  isAway\n  seatedAt\n  leftAt\n  isMicrophoneOn\n  isCameraOn\n  device {\n    kind\n    browser\n    system\n    language\n    timeZone\n    canShareScreen\n    hasCamera\n  }\n}\n\nfragment MessageParts on ChatMessage {\n  id\n  seq\n  audience\n  text\n  sentAt\n  editedAt\n  isDeleted\n  changeableUntil\n  clientId\n  link {\n    url\n    host\n    openings {\n      openedAt\n      participant {\n        id\n        name\n      }\n    }\n  }\n  sender {\n    id\n    name\n    role\n  }\n  recipient {\n    id\n    name\n  }\n}\n\nfragment GrantParts on Grant {\n  id\n  action\n  target\n  duration\n  startsAt\n  endsAt\n  endedAt\n  endReason\n  grantor {\n    id\n    name\n  }\n  grantee {\n    id\n    name\n  }\n}\n\nfragment ShareParts on Share {\n  id\n  action\n  target\n  state\n  surface\n  askedAt\n  dueAt\n  liveAt\n  endedAt\n  endReason\n  askedBy {\n    id\n    name\n  }\n  customer {\n    id\n    name\n  }\n  publisher {\n    id\n    name\n  }\n  grant {\n    ...GrantParts\n  }\n}\n\nfragment InvitationParts on Invitation {\n  id\n  channel\n  state\n  email\n  name\n  locale\n  createdAt\n  expiresAt\n  failure\n}\n\nfragment NoteParts on Note {\n  body\n  revision\n  changedAt\n  changedBy\n}\n\nfragment EventParts on SessionEvent {\n  __typename\n  seq\n  at\n  actor {\n    kind\n    participantId\n    name\n  }\n  ... on SessionStarted {\n    number\n  }\n  ... on SessionEndNear {\n    endReason: reason\n    dueAt\n  }\n  ... on SessionEnded {\n    endReason: reason\n  }\n  ... on ParticipantWaiting {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantJoined {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantDeclined {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantReplaced {\n    participant {\n      ...ParticipantParts\n    }\n    by {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantLeft {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantDisconnected {\n    participant {\n      ...ParticipantParts\n    }\n    lostAt\n  }\n  ... on ParticipantReconnected {\n    participant {\n      ...ParticipantParts\n    }\n    awaySeconds\n  }\n  ... on ParticipantAway {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantDeviceReported {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on MicrophoneChanged {\n    participant {\n      ...ParticipantParts\n    }\n    isOn\n  }\n  ... on CameraChanged {\n    participant {\n      ...ParticipantParts\n    }\n    isOn\n  }\n  ... on InvitationChanged {\n    invitation {\n      ...InvitationParts\n    }\n    invitationState: state\n  }\n  ... on ChatMessageSent {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatMessageEdited {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatMessageDeleted {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatLinkPushed {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatLinkOpened {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on NoteSaved {\n    revision\n  }\n  ... on ShareAsked {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareQuestionExtended {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareGranted {\n    share {\n      ...ShareParts\n    }\n    grant {\n      ...GrantParts\n    }\n    isSpared\n  }\n  ... on ShareRefused {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareExpired {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareWithdrawn {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareStarted {\n    share {\n      ...ShareParts\n    }\n    surface\n  }\n  ... on ShareFailed {\n    share {\n      ...ShareParts\n    }\n    shareReason: reason\n  }\n  ... on ShareStopped {\n    share {\n      ...ShareParts\n    }\n    shareReason: reason\n  }\n  ... on GrantEnded {\n    grant {\n      ...GrantParts\n    }\n    grantReason: reason\n  }\n}": types.ParticipantPartsFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AnswerShare($input: AnswerShareInput!) {\n  answerShare(input: $input) {\n    ...ShareParts\n  }\n}"): (typeof documents)["mutation AnswerShare($input: AnswerShareInput!) {\n  answerShare(input: $input) {\n    ...ShareParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AskShare($input: AskShareInput!) {\n  askShare(input: $input) {\n    ...ShareParts\n  }\n}"): (typeof documents)["mutation AskShare($input: AskShareInput!) {\n  askShare(input: $input) {\n    ...ShareParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateInvitationLink($input: CreateInvitationLinkInput!) {\n  createInvitationLink(input: $input) {\n    url\n    message\n    invitation {\n      ...InvitationParts\n    }\n  }\n}"): (typeof documents)["mutation CreateInvitationLink($input: CreateInvitationLinkInput!) {\n  createInvitationLink(input: $input) {\n    url\n    message\n    invitation {\n      ...InvitationParts\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeclineParticipant($participantId: ID!) {\n  declineParticipant(participantId: $participantId) {\n    ...ParticipantParts\n  }\n}"): (typeof documents)["mutation DeclineParticipant($participantId: ID!) {\n  declineParticipant(participantId: $participantId) {\n    ...ParticipantParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteChatMessage($messageId: ID!) {\n  deleteChatMessage(messageId: $messageId) {\n    ...MessageParts\n  }\n}"): (typeof documents)["mutation DeleteChatMessage($messageId: ID!) {\n  deleteChatMessage(messageId: $messageId) {\n    ...MessageParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EditChatMessage($input: EditChatMessageInput!) {\n  editChatMessage(input: $input) {\n    ...MessageParts\n  }\n}"): (typeof documents)["mutation EditChatMessage($input: EditChatMessageInput!) {\n  editChatMessage(input: $input) {\n    ...MessageParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EndSession($sessionId: ID!) {\n  endSession(sessionId: $sessionId) {\n    id\n    state\n  }\n}"): (typeof documents)["mutation EndSession($sessionId: ID!) {\n  endSession(sessionId: $sessionId) {\n    id\n    state\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ExtendShareQuestion($shareId: ID!) {\n  extendShareQuestion(shareId: $shareId) {\n    ...ShareParts\n  }\n}"): (typeof documents)["mutation ExtendShareQuestion($shareId: ID!) {\n  extendShareQuestion(shareId: $shareId) {\n    ...ShareParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation FailShare($shareId: ID!, $reason: ShareEndReason!) {\n  failShare(shareId: $shareId, reason: $reason) {\n    ...ShareParts\n  }\n}"): (typeof documents)["mutation FailShare($shareId: ID!, $reason: ShareEndReason!) {\n  failShare(shareId: $shareId, reason: $reason) {\n    ...ShareParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InviteByEmail($input: InviteByEmailInput!) {\n  inviteByEmail(input: $input) {\n    ...InvitationParts\n  }\n}"): (typeof documents)["mutation InviteByEmail($input: InviteByEmailInput!) {\n  inviteByEmail(input: $input) {\n    ...InvitationParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation JoinMedia($input: JoinMediaInput!) {\n  joinMedia(input: $input) {\n    url\n    token\n  }\n}"): (typeof documents)["mutation JoinMedia($input: JoinMediaInput!) {\n  joinMedia(input: $input) {\n    url\n    token\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation KeepSessionOpen($sessionId: ID!) {\n  keepSessionOpen(sessionId: $sessionId) {\n    id\n  }\n}"): (typeof documents)["mutation KeepSessionOpen($sessionId: ID!) {\n  keepSessionOpen(sessionId: $sessionId) {\n    id\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation LeaveSession($sessionId: ID!) {\n  leaveSession(sessionId: $sessionId)\n}"): (typeof documents)["mutation LeaveSession($sessionId: ID!) {\n  leaveSession(sessionId: $sessionId)\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation OpenLink($messageId: ID!) {\n  openLink(messageId: $messageId) {\n    ...MessageParts\n  }\n}"): (typeof documents)["mutation OpenLink($messageId: ID!) {\n  openLink(messageId: $messageId) {\n    ...MessageParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PushLink($input: PushLinkInput!) {\n  pushLink(input: $input) {\n    ...MessageParts\n  }\n}"): (typeof documents)["mutation PushLink($input: PushLinkInput!) {\n  pushLink(input: $input) {\n    ...MessageParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ReportDevice($sessionId: ID!, $device: DeviceInput!) {\n  reportDevice(sessionId: $sessionId, device: $device) {\n    ...ParticipantParts\n  }\n}"): (typeof documents)["mutation ReportDevice($sessionId: ID!, $device: DeviceInput!) {\n  reportDevice(sessionId: $sessionId, device: $device) {\n    ...ParticipantParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RetryInvitation($id: ID!) {\n  retryInvitation(id: $id) {\n    ...InvitationParts\n  }\n}"): (typeof documents)["mutation RetryInvitation($id: ID!) {\n  retryInvitation(id: $id) {\n    ...InvitationParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RevokeGrant($grantId: ID!) {\n  revokeGrant(grantId: $grantId) {\n    ...GrantParts\n  }\n}"): (typeof documents)["mutation RevokeGrant($grantId: ID!) {\n  revokeGrant(grantId: $grantId) {\n    ...GrantParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SaveNote($input: SaveNoteInput!) {\n  saveNote(input: $input) {\n    ...NoteParts\n  }\n}"): (typeof documents)["mutation SaveNote($input: SaveNoteInput!) {\n  saveNote(input: $input) {\n    ...NoteParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SeatParticipant($participantId: ID!) {\n  seatParticipant(participantId: $participantId) {\n    ...ParticipantParts\n  }\n}"): (typeof documents)["mutation SeatParticipant($participantId: ID!) {\n  seatParticipant(participantId: $participantId) {\n    ...ParticipantParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendChatMessage($input: SendChatMessageInput!) {\n  sendChatMessage(input: $input) {\n    ...MessageParts\n  }\n}"): (typeof documents)["mutation SendChatMessage($input: SendChatMessageInput!) {\n  sendChatMessage(input: $input) {\n    ...MessageParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SessionAbilities($id: ID!) {\n  session(id: $id) {\n    id\n    abilities {\n      act\n      isAllowed\n      reason\n    }\n    note {\n      ...NoteParts\n    }\n  }\n}"): (typeof documents)["query SessionAbilities($id: ID!) {\n  session(id: $id) {\n    id\n    abilities {\n      act\n      isAllowed\n      reason\n    }\n    note {\n      ...NoteParts\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription SessionEvents($sessionId: ID!, $after: Int!) {\n  sessionEvents(sessionId: $sessionId, after: $after) {\n    ...EventParts\n  }\n}"): (typeof documents)["subscription SessionEvents($sessionId: ID!, $after: Int!) {\n  sessionEvents(sessionId: $sessionId, after: $after) {\n    ...EventParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SessionReport($sessionId: ID!) {\n  sessionReport(sessionId: $sessionId) {\n    sessionId\n    number\n    csrName\n    customerNames\n    sessionType\n    trackingCode\n    startedAt\n    customerJoinedAt\n    endedAt\n    endReason\n    durationSeconds\n    participantCount\n    messageCount\n    requestCount\n    refusalCount\n    disconnectCount\n    viewSeconds\n    note {\n      ...NoteParts\n    }\n    participants {\n      ...ParticipantParts\n    }\n    transcript {\n      ...MessageParts\n      earlier {\n        text\n        replacedAt\n      }\n    }\n    timeline {\n      ...EventParts\n    }\n  }\n}"): (typeof documents)["query SessionReport($sessionId: ID!) {\n  sessionReport(sessionId: $sessionId) {\n    sessionId\n    number\n    csrName\n    customerNames\n    sessionType\n    trackingCode\n    startedAt\n    customerJoinedAt\n    endedAt\n    endReason\n    durationSeconds\n    participantCount\n    messageCount\n    requestCount\n    refusalCount\n    disconnectCount\n    viewSeconds\n    note {\n      ...NoteParts\n    }\n    participants {\n      ...ParticipantParts\n    }\n    transcript {\n      ...MessageParts\n      earlier {\n        text\n        replacedAt\n      }\n    }\n    timeline {\n      ...EventParts\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SessionSnapshot($id: ID!) {\n  session(id: $id) {\n    lastSeq\n    id\n    number\n    joinUrl\n    state\n    startedAt\n    activeAt\n    endedAt\n    endReason\n    endDueAt\n    endDueReason\n    siteName\n    sessionType\n    trackingCode\n    mySeat {\n      ...ParticipantParts\n    }\n    participants {\n      ...ParticipantParts\n    }\n    messages {\n      ...MessageParts\n    }\n    shares {\n      ...ShareParts\n    }\n    grants {\n      ...GrantParts\n    }\n    invitations {\n      ...InvitationParts\n    }\n    note {\n      ...NoteParts\n    }\n    abilities {\n      act\n      isAllowed\n      reason\n    }\n  }\n}"): (typeof documents)["query SessionSnapshot($id: ID!) {\n  session(id: $id) {\n    lastSeq\n    id\n    number\n    joinUrl\n    state\n    startedAt\n    activeAt\n    endedAt\n    endReason\n    endDueAt\n    endDueReason\n    siteName\n    sessionType\n    trackingCode\n    mySeat {\n      ...ParticipantParts\n    }\n    participants {\n      ...ParticipantParts\n    }\n    messages {\n      ...MessageParts\n    }\n    shares {\n      ...ShareParts\n    }\n    grants {\n      ...GrantParts\n    }\n    invitations {\n      ...InvitationParts\n    }\n    note {\n      ...NoteParts\n    }\n    abilities {\n      act\n      isAllowed\n      reason\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SessionTimeline($sessionId: ID!, $after: Int!) {\n  sessionReport(sessionId: $sessionId) {\n    timeline(after: $after) {\n      ...EventParts\n    }\n  }\n}"): (typeof documents)["query SessionTimeline($sessionId: ID!, $after: Int!) {\n  sessionReport(sessionId: $sessionId) {\n    timeline(after: $after) {\n      ...EventParts\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SetCamera($sessionId: ID!, $isOn: Boolean!) {\n  setCamera(sessionId: $sessionId, isOn: $isOn) {\n    ...ParticipantParts\n  }\n}"): (typeof documents)["mutation SetCamera($sessionId: ID!, $isOn: Boolean!) {\n  setCamera(sessionId: $sessionId, isOn: $isOn) {\n    ...ParticipantParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SetMicrophone($sessionId: ID!, $isOn: Boolean!) {\n  setMicrophone(sessionId: $sessionId, isOn: $isOn) {\n    ...ParticipantParts\n  }\n}"): (typeof documents)["mutation SetMicrophone($sessionId: ID!, $isOn: Boolean!) {\n  setMicrophone(sessionId: $sessionId, isOn: $isOn) {\n    ...ParticipantParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StartShare($shareId: ID!, $surface: Surface!) {\n  startShare(shareId: $shareId, surface: $surface) {\n    ...ShareParts\n  }\n}"): (typeof documents)["mutation StartShare($shareId: ID!, $surface: Surface!) {\n  startShare(shareId: $shareId, surface: $surface) {\n    ...ShareParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StopShare($shareId: ID!, $isByBrowser: Boolean!) {\n  stopShare(shareId: $shareId, isByBrowser: $isByBrowser) {\n    ...ShareParts\n  }\n}"): (typeof documents)["mutation StopShare($shareId: ID!, $isByBrowser: Boolean!) {\n  stopShare(shareId: $shareId, isByBrowser: $isByBrowser) {\n    ...ShareParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation WithdrawShare($shareId: ID!) {\n  withdrawShare(shareId: $shareId) {\n    ...ShareParts\n  }\n}"): (typeof documents)["mutation WithdrawShare($shareId: ID!) {\n  withdrawShare(shareId: $shareId) {\n    ...ShareParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ParticipantParts on Participant {\n  id\n  role\n  state\n  name\n  locale\n  isConnected\n  lostAt\n  isAway\n  seatedAt\n  leftAt\n  isMicrophoneOn\n  isCameraOn\n  device {\n    kind\n    browser\n    system\n    language\n    timeZone\n    canShareScreen\n    hasCamera\n  }\n}\n\nfragment MessageParts on ChatMessage {\n  id\n  seq\n  audience\n  text\n  sentAt\n  editedAt\n  isDeleted\n  changeableUntil\n  clientId\n  link {\n    url\n    host\n    openings {\n      openedAt\n      participant {\n        id\n        name\n      }\n    }\n  }\n  sender {\n    id\n    name\n    role\n  }\n  recipient {\n    id\n    name\n  }\n}\n\nfragment GrantParts on Grant {\n  id\n  action\n  target\n  duration\n  startsAt\n  endsAt\n  endedAt\n  endReason\n  grantor {\n    id\n    name\n  }\n  grantee {\n    id\n    name\n  }\n}\n\nfragment ShareParts on Share {\n  id\n  action\n  target\n  state\n  surface\n  askedAt\n  dueAt\n  liveAt\n  endedAt\n  endReason\n  askedBy {\n    id\n    name\n  }\n  customer {\n    id\n    name\n  }\n  publisher {\n    id\n    name\n  }\n  grant {\n    ...GrantParts\n  }\n}\n\nfragment InvitationParts on Invitation {\n  id\n  channel\n  state\n  email\n  name\n  locale\n  createdAt\n  expiresAt\n  failure\n}\n\nfragment NoteParts on Note {\n  body\n  revision\n  changedAt\n  changedBy\n}\n\nfragment EventParts on SessionEvent {\n  __typename\n  seq\n  at\n  actor {\n    kind\n    participantId\n    name\n  }\n  ... on SessionStarted {\n    number\n  }\n  ... on SessionEndNear {\n    endReason: reason\n    dueAt\n  }\n  ... on SessionEnded {\n    endReason: reason\n  }\n  ... on ParticipantWaiting {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantJoined {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantDeclined {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantReplaced {\n    participant {\n      ...ParticipantParts\n    }\n    by {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantLeft {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantDisconnected {\n    participant {\n      ...ParticipantParts\n    }\n    lostAt\n  }\n  ... on ParticipantReconnected {\n    participant {\n      ...ParticipantParts\n    }\n    awaySeconds\n  }\n  ... on ParticipantAway {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantDeviceReported {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on MicrophoneChanged {\n    participant {\n      ...ParticipantParts\n    }\n    isOn\n  }\n  ... on CameraChanged {\n    participant {\n      ...ParticipantParts\n    }\n    isOn\n  }\n  ... on InvitationChanged {\n    invitation {\n      ...InvitationParts\n    }\n    invitationState: state\n  }\n  ... on ChatMessageSent {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatMessageEdited {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatMessageDeleted {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatLinkPushed {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatLinkOpened {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on NoteSaved {\n    revision\n  }\n  ... on ShareAsked {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareQuestionExtended {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareGranted {\n    share {\n      ...ShareParts\n    }\n    grant {\n      ...GrantParts\n    }\n    isSpared\n  }\n  ... on ShareRefused {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareExpired {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareWithdrawn {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareStarted {\n    share {\n      ...ShareParts\n    }\n    surface\n  }\n  ... on ShareFailed {\n    share {\n      ...ShareParts\n    }\n    shareReason: reason\n  }\n  ... on ShareStopped {\n    share {\n      ...ShareParts\n    }\n    shareReason: reason\n  }\n  ... on GrantEnded {\n    grant {\n      ...GrantParts\n    }\n    grantReason: reason\n  }\n}"): (typeof documents)["fragment ParticipantParts on Participant {\n  id\n  role\n  state\n  name\n  locale\n  isConnected\n  lostAt\n  isAway\n  seatedAt\n  leftAt\n  isMicrophoneOn\n  isCameraOn\n  device {\n    kind\n    browser\n    system\n    language\n    timeZone\n    canShareScreen\n    hasCamera\n  }\n}\n\nfragment MessageParts on ChatMessage {\n  id\n  seq\n  audience\n  text\n  sentAt\n  editedAt\n  isDeleted\n  changeableUntil\n  clientId\n  link {\n    url\n    host\n    openings {\n      openedAt\n      participant {\n        id\n        name\n      }\n    }\n  }\n  sender {\n    id\n    name\n    role\n  }\n  recipient {\n    id\n    name\n  }\n}\n\nfragment GrantParts on Grant {\n  id\n  action\n  target\n  duration\n  startsAt\n  endsAt\n  endedAt\n  endReason\n  grantor {\n    id\n    name\n  }\n  grantee {\n    id\n    name\n  }\n}\n\nfragment ShareParts on Share {\n  id\n  action\n  target\n  state\n  surface\n  askedAt\n  dueAt\n  liveAt\n  endedAt\n  endReason\n  askedBy {\n    id\n    name\n  }\n  customer {\n    id\n    name\n  }\n  publisher {\n    id\n    name\n  }\n  grant {\n    ...GrantParts\n  }\n}\n\nfragment InvitationParts on Invitation {\n  id\n  channel\n  state\n  email\n  name\n  locale\n  createdAt\n  expiresAt\n  failure\n}\n\nfragment NoteParts on Note {\n  body\n  revision\n  changedAt\n  changedBy\n}\n\nfragment EventParts on SessionEvent {\n  __typename\n  seq\n  at\n  actor {\n    kind\n    participantId\n    name\n  }\n  ... on SessionStarted {\n    number\n  }\n  ... on SessionEndNear {\n    endReason: reason\n    dueAt\n  }\n  ... on SessionEnded {\n    endReason: reason\n  }\n  ... on ParticipantWaiting {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantJoined {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantDeclined {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantReplaced {\n    participant {\n      ...ParticipantParts\n    }\n    by {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantLeft {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantDisconnected {\n    participant {\n      ...ParticipantParts\n    }\n    lostAt\n  }\n  ... on ParticipantReconnected {\n    participant {\n      ...ParticipantParts\n    }\n    awaySeconds\n  }\n  ... on ParticipantAway {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on ParticipantDeviceReported {\n    participant {\n      ...ParticipantParts\n    }\n  }\n  ... on MicrophoneChanged {\n    participant {\n      ...ParticipantParts\n    }\n    isOn\n  }\n  ... on CameraChanged {\n    participant {\n      ...ParticipantParts\n    }\n    isOn\n  }\n  ... on InvitationChanged {\n    invitation {\n      ...InvitationParts\n    }\n    invitationState: state\n  }\n  ... on ChatMessageSent {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatMessageEdited {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatMessageDeleted {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatLinkPushed {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on ChatLinkOpened {\n    message {\n      ...MessageParts\n    }\n  }\n  ... on NoteSaved {\n    revision\n  }\n  ... on ShareAsked {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareQuestionExtended {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareGranted {\n    share {\n      ...ShareParts\n    }\n    grant {\n      ...GrantParts\n    }\n    isSpared\n  }\n  ... on ShareRefused {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareExpired {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareWithdrawn {\n    share {\n      ...ShareParts\n    }\n  }\n  ... on ShareStarted {\n    share {\n      ...ShareParts\n    }\n    surface\n  }\n  ... on ShareFailed {\n    share {\n      ...ShareParts\n    }\n    shareReason: reason\n  }\n  ... on ShareStopped {\n    share {\n      ...ShareParts\n    }\n    shareReason: reason\n  }\n  ... on GrantEnded {\n    grant {\n      ...GrantParts\n    }\n    grantReason: reason\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;