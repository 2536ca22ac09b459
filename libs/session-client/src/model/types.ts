import type {
  ConsentRequestPartsFragment,
  EventPartsFragment,
  FilePartsFragment,
  GrantPartsFragment,
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
export type SessionFile = FilePartsFragment;
export type Snapshot = SessionSnapshotQuery['session'];
/** The session itself, without the lists that the store keeps separately. */
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

/** OFFLINE: this device has no network. NO_ANSWER: the server does not answer. NO_SOCKET: the network blocks sockets, and long polling is used. */
export type LineTrouble = 'OFFLINE' | 'NO_ANSWER' | 'NO_SOCKET';

/** connecting: for the first time. lost: reconnecting by itself. over: the session has ended. refused: see `error`. */
export type Connection = 'connecting' | 'live' | 'lost' | 'over' | 'refused';
