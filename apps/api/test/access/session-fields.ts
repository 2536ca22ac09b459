import { ALL, CUSTOMERS, DEVICE, LEADS, READERS, SEATS, STARTERS, WATCHERS, type Row } from './viewers.js';

/** One line for each field. */
// prettier-ignore
export const SESSION_FIELDS: Record<string, Row> = {
  // sessions
  session: { allow: WATCHERS, ask: ({ id }) => `query { session(id: "${id}") { id note { body } } }` },
  startOptions: { allow: STARTERS, ask: () => 'query { startOptions { isTrackingCodeRequired } }' },
  sessions: { allow: [...READERS, 'CSR'], ask: () => 'query { sessions { totalCount } }' },
  startSession: { allow: STARTERS, ask: () => 'mutation { startSession { id } }' },
  keepSessionOpen: { allow: SEATS, ask: ({ id }) => `mutation { keepSessionOpen(sessionId: "${id}") { id } }` },
  describeSession: { allow: LEADS, ask: ({ id }) => `mutation { describeSession(input: { sessionId: "${id}" }) { id } }` },
  lockSession: { allow: LEADS, ask: ({ id }) => `mutation { lockSession(sessionId: "${id}", isLocked: false) { id } }` },
  endSession: { allow: LEADS, ask: ({ id }) => `mutation { endSession(sessionId: "${id}") { id } }`, spoils: true },
  sessionEvents: { allow: WATCHERS, ask: ({ id }) => `subscription { sessionEvents(sessionId: "${id}") { seq } }` },
  nextSessionEvents: { allow: WATCHERS, ask: ({ id }) => `{ nextSessionEvents(sessionId: "${id}", after: 0) { lastSeq } }` },

  // participants
  joinSession: { allow: ALL, ask: ({ number }) => `mutation { joinSession(input: { number: "${number}", locale: en, device: ${DEVICE} }) { session { id } } }`, spoils: true },
  reportDevice: { allow: SEATS, ask: ({ id }) => `mutation { reportDevice(sessionId: "${id}", device: ${DEVICE}) { id } }` },
  seatParticipant: { allow: LEADS, ask: ({ participantId }) => `mutation { seatParticipant(participantId: "${participantId}") { id } }` },
  declineParticipant: { allow: LEADS, ask: ({ participantId }) => `mutation { declineParticipant(participantId: "${participantId}") { id } }` },
  declineWaiting: { allow: LEADS, ask: ({ id }) => `mutation { declineWaiting(sessionId: "${id}") }` },
  removeParticipant: { allow: LEADS, ask: ({ participantId }) => `mutation { removeParticipant(participantId: "${participantId}") { id } }`, spoils: true },
  swapCustomer: { allow: LEADS, ask: ({ participantId }) => `mutation { swapCustomer(participantId: "${participantId}") { id } }` },
  setParticipantRights: { allow: LEADS, ask: ({ participantId }) => `mutation { setParticipantRights(participantId: "${participantId}", rights: [VIEW]) { id } }` },
  transferControl: { allow: LEADS, ask: ({ id, participantId }) => `mutation { transferControl(sessionId: "${id}", toId: "${participantId}") { id } }` },
  takeControl: { allow: [], ask: ({ id }) => `mutation { takeControl(sessionId: "${id}") { id } }` },
  assistSession: { allow: STARTERS, ask: ({ number }) => `mutation { assistSession(number: "${number}") { session { id } } }`, spoils: true },
  leaveSession: { allow: CUSTOMERS, ask: ({ id }) => `mutation { leaveSession(sessionId: "${id}") }`, spoils: true },

  // consents
  askConsent: { allow: LEADS, ask: ({ id }) => `mutation { askConsent(input: { sessionId: "${id}", kind: REQUEST_VIEW, target: DESKTOP }) { id } }` },
  withdrawConsentRequest: { allow: LEADS, ask: ({ shareId }) => `mutation { withdrawConsentRequest(requestId: "${shareId}") { id } }` },
  answerConsent: { allow: CUSTOMERS, ask: ({ shareId }) => `mutation { answerConsent(input: { requestId: "${shareId}", answer: REFUSE, duration: ONCE }) { id } }` },
  extendConsentRequest: { allow: CUSTOMERS, ask: ({ shareId }) => `mutation { extendConsentRequest(requestId: "${shareId}") { id } }` },
  revokeGrant: { allow: CUSTOMERS, ask: ({ grantId }) => `mutation { revokeGrant(grantId: "${grantId}") { id } }` },
};
