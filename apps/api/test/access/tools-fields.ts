import { newId } from '../../src/platform/crypto/index.js';
import {
  ADMINISTRATORS,
  ALL,
  CUSTOMERS,
  LEADS,
  READERS,
  SEATS,
  STAFF,
  STARTERS,
  WATCHERS,
  type Row,
} from './viewers.js';

/** One line for each field. */
// prettier-ignore
export const TOOL_FIELDS: Record<string, Row> = {
  // concerns
  concerns: { allow: [...ADMINISTRATORS, 'READ_ONLY_ADMINISTRATOR', 'SUPERVISOR', 'AUDITOR'], ask: () => 'query { concerns { openCount } }' },
  reportUnexpectedCall: { allow: CUSTOMERS, ask: ({ id }) => `mutation { reportUnexpectedCall(sessionId: "${id}") }`, spoils: true },
  handleConcern: { allow: ADMINISTRATORS, ask: ({ concernId }) => `mutation { handleConcern(id: "${concernId}") { id } }` },

  // invitations
  openInvitation: { allow: ALL, ask: () => 'mutation { openInvitation(token: "no-such-token-0000000000000000000000") { number } }' },
  inviteByEmail: { allow: LEADS, ask: ({ id }) => `mutation { inviteByEmail(input: { sessionId: "${id}", email: "a@example.org", locale: en }) { id } }` },
  createInvitationLink: { allow: LEADS, ask: ({ id }) => `mutation { createInvitationLink(input: { sessionId: "${id}", locale: en }) { url } }` },
  retryInvitation: { allow: LEADS, ask: ({ invitationId }) => `mutation { retryInvitation(id: "${invitationId}") { id } }` },
  colleagues: { allow: STARTERS, ask: () => 'query { colleagues { id } }' },
  inviteColleague: { allow: LEADS, ask: ({ id, colleagueId }) => `mutation { inviteColleague(input: { sessionId: "${id}", userId: "${colleagueId}" }) { id } }` },
  inviteExpert: { allow: LEADS, ask: ({ id }) => `mutation { inviteExpert(input: { sessionId: "${id}", name: "Dr. Han", locale: en }) { url } }` },
  acceptInvitation: { allow: ['CSR'], ask: ({ colleagueInvitationId }) => `mutation { acceptInvitation(id: "${colleagueInvitationId}") { session { id } } }`, spoils: true },
  declineInvitation: { allow: ['CSR'], ask: ({ colleagueInvitationId }) => `mutation { declineInvitation(id: "${colleagueInvitationId}") }` },
  myInvitations: { allow: STARTERS, ask: () => 'subscription { myInvitations { id } }' },

  // identity
  setMyPicture: { allow: STAFF, ask: () => 'mutation { setMyPicture }' },

  // chat
  sendChatMessage: { allow: SEATS, ask: ({ id }) => `mutation { sendChatMessage(input: { sessionId: "${id}", clientId: "c", audience: EVERYONE, text: "t" }) { id } }` },
  editChatMessage: { allow: LEADS, ask: ({ messageId }) => `mutation { editChatMessage(input: { messageId: "${messageId}", text: "changed" }) { id } }` },
  deleteChatMessage: { allow: LEADS, ask: ({ messageId }) => `mutation { deleteChatMessage(messageId: "${messageId}") { id } }` },
  pushLink: { allow: LEADS, ask: ({ id }) => `mutation { pushLink(input: { sessionId: "${id}", clientId: "u", audience: EVERYONE, url: "https://example.org" }) { id } }` },
  openLink: { allow: CUSTOMERS, ask: ({ linkId }) => `mutation { openLink(messageId: "${linkId}") { id } }` },
  chatTranscript: { allow: [...READERS, 'CUSTOMER'], ask: ({ id }) => `query { chatTranscript(input: { sessionId: "${id}", format: TEXT, locale: en }) { body } }` },
  conversation: { allow: CUSTOMERS, ask: ({ id }) => `query { conversation(sessionId: "${id}") { isEmpty } }` },
  markRead: { allow: SEATS, ask: ({ id }) => `mutation { markRead(sessionId: "${id}", seq: 1) }` },
  mailConversation: { allow: CUSTOMERS, ask: ({ id }) => `mutation { mailConversation(input: { sessionId: "${id}", email: "a@example.org", locale: en }) { state } }` },
  askConversationCode: { allow: CUSTOMERS, ask: ({ id }) => `mutation { askConversationCode(input: { sessionId: "${id}", email: "a@example.org", locale: en }) { state } }` },
  nudgeCustomer: { allow: LEADS, ask: ({ id }) => `mutation { nudgeCustomer(sessionId: "${id}") }` },

  // replies
  cannedReplies: { allow: STARTERS, ask: () => 'query { cannedReplies { id } }' },
  saveCannedReply: { allow: STARTERS, ask: () => `mutation { saveCannedReply(input: { isForSite: false, locale: en, short: "s", text: "t" }) { id } }` },
  countCannedReply: { allow: STARTERS, ask: ({ replyId }) => `mutation { countCannedReply(id: "${replyId}") { id } }` },
  deleteCannedReply: { allow: ADMINISTRATORS, ask: ({ replyId }) => `mutation { deleteCannedReply(id: "${replyId}") { id } }`, spoils: true },

  // notes
  saveNote: { allow: LEADS, ask: ({ id }) => `mutation { saveNote(input: { sessionId: "${id}", update: "AAA=" }) { revision } }` },

  // media
  joinMedia: { allow: SEATS, ask: ({ id }) => `mutation { joinMedia(input: { sessionId: "${id}", windowId: "0123456789abcdef" }) { token } }` },
  setMicrophone: { allow: SEATS, ask: ({ id }) => `mutation { setMicrophone(sessionId: "${id}", isOn: false) { id } }` },
  setCamera: { allow: SEATS, ask: ({ id }) => `mutation { setCamera(sessionId: "${id}", isOn: false) { id } }` },
  showCamera: { allow: CUSTOMERS, ask: ({ id }) => `mutation { showCamera(sessionId: "${id}", viewerId: "nobody", isShown: false) { id } }` },
  holdCustomer: { allow: LEADS, ask: ({ id }) => `mutation { holdCustomer(input: { sessionId: "${id}" }) { id } }`, spoils: true },
  resumeCustomer: { allow: LEADS, ask: ({ id }) => `mutation { resumeCustomer(sessionId: "${id}") { id } }` },
  joinStaffRoom: { allow: LEADS, ask: ({ id }) => `mutation { joinStaffRoom(input: { sessionId: "${id}", windowId: "0123456789abcdef" }) { token } }` },

  // sharing
  askShare: { allow: LEADS, ask: ({ id }) => `mutation { askShare(input: { sessionId: "${id}", action: REQUEST_VIEW, target: DESKTOP }) { id } }` },
  withdrawShare: { allow: LEADS, ask: ({ shareId }) => `mutation { withdrawShare(shareId: "${shareId}") { id } }` },
  answerShare: { allow: CUSTOMERS, ask: ({ shareId }) => `mutation { answerShare(input: { shareId: "${shareId}", answer: REFUSE, duration: ONCE }) { id } }` },
  extendShareQuestion: { allow: CUSTOMERS, ask: ({ shareId }) => `mutation { extendShareQuestion(shareId: "${shareId}") { id } }` },
  startShare: { allow: CUSTOMERS, ask: ({ shareId }) => `mutation { startShare(shareId: "${shareId}", surface: MONITOR) { id } }` },
  reportNotChosen: { allow: CUSTOMERS, ask: ({ shareId }) => `mutation { reportNotChosen(shareId: "${shareId}") { id } }` },
  failShare: { allow: CUSTOMERS, ask: ({ shareId }) => `mutation { failShare(shareId: "${shareId}", reason: CAPTURE_FAILED) { id } }` },
  stopShare: { allow: SEATS, ask: ({ shareId }) => `mutation { stopShare(shareId: "${shareId}") { id } }` },
  setShareMode: { allow: LEADS, ask: ({ id }) => `mutation { setShareMode(sessionId: "${id}", mode: STANDARD) { id } }` },

  // files
  offerFile: { allow: SEATS, ask: ({ id }) => `mutation { offerFile(input: { sessionId: "${id}", name: "f-${newId()}.txt", size: 9, fingerprint: "00000000" }) { id } }` },
  createFileLink: { allow: WATCHERS, ask: ({ fileId }) => `mutation { createFileLink(fileId: "${fileId}") { path } }` },
  withdrawFile: { allow: LEADS, ask: ({ fileId }) => `mutation { withdrawFile(fileId: "${fileId}") { id } }` },
};
