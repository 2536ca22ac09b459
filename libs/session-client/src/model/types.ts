import type {
  ConsentRequestPartsFragment,
  EventPartsFragment,
  FilePartsFragment,
  GrantPartsFragment,
  InvitationPartsFragment,
  MessagePartsFragment,
  ParticipantPartsFragment,
  SessionSnapshotQuery,
  SharePartsFragment,
} from '../gql/graphql';

export type SessionEvent = EventPartsFragment;
export type Participant = ParticipantPartsFragment;
export type Message = MessagePartsFragment;
export type Share = SharePartsFragment;
export type ConsentRequest = ConsentRequestPartsFragment;
export type Grant = GrantPartsFragment;
export type Invitation = InvitationPartsFragment;
export type SessionFile = FilePartsFragment;
export type Snapshot = SessionSnapshotQuery['session'];
/** The session itself, without the lists that have places of their own in the store. */
export type SessionFacts = Omit<
  Snapshot,
  | 'participants'
  | 'peopleEvents'
  | 'messages'
  | 'shares'
  | 'consentRequests'
  | 'grants'
  | 'invitations'
  | 'files'
  | 'abilities'
  | 'mySeat'
  | 'lastSeq'
>;

/** OFFLINE: this device has no network. NO_ANSWER: Tandem says nothing. NO_SOCKET: this network blocks the live channel, and it goes on by requests. */
export type LineTrouble = 'OFFLINE' | 'NO_ANSWER' | 'NO_SOCKET';

/** connecting: first time. lost: was live, is coming back by itself. over: the session has ended. refused: see `error`. */
export type Connection = 'connecting' | 'live' | 'lost' | 'over' | 'refused';
