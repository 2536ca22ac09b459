import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CUSTOM_PERMISSIONS, ROLES, withImplied, type Permission, type Role } from '@tandem/domain';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSchema } from '../src/main/schema.js';
import { newId } from '../src/platform/crypto/index.js';
import type { Access } from '../src/platform/graphql/index.js';
import type { ApiUser } from './api-user.js';
import { filePeer, png } from './file-peer.js';
import { startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

/** Who sends the request. THIS_CSR leads the session in question, CUSTOMER is in it, PASSER_BY is in another one. */
const VIEWERS = ['ANONYMOUS', 'CUSTOMER', 'PASSER_BY', 'THIS_CSR', ...ROLES, 'TOKEN'] as const;
type Viewer = (typeof VIEWERS)[number];

const STAFF: Viewer[] = ['THIS_CSR', ...ROLES];
const ADMINISTRATORS: Viewer[] = ['OWNER', 'ADMINISTRATOR'];
const SEE_SETTINGS: Viewer[] = [...ADMINISTRATORS, 'READ_ONLY_ADMINISTRATOR'];
const STARTERS: Viewer[] = ['THIS_CSR', 'CSR', 'SUPERVISOR', ...ADMINISTRATORS];
const READERS: Viewer[] = [
  'THIS_CSR',
  'OWNER',
  'ADMINISTRATOR',
  'READ_ONLY_ADMINISTRATOR',
  'SUPERVISOR',
  'AUDITOR',
  'INTEGRATOR',
  'TOKEN',
];
/** May read a live session; the others read its report. */
const WATCHERS: Viewer[] = ['THIS_CSR', 'CUSTOMER', 'SUPERVISOR', ...ADMINISTRATORS];
const SEATS: Viewer[] = ['THIS_CSR', 'CUSTOMER'];
const LEADS: Viewer[] = ['THIS_CSR'];
const CUSTOMERS: Viewer[] = ['CUSTOMER'];
const ALL: readonly Viewer[] = VIEWERS;

interface World {
  id: string;
  number: string;
  participantId: string;
  shareId: string;
  grantId: string;
  invitationId: string;
  /** The account of the viewer CSR, which differs from THIS_CSR. */
  colleagueId: string;
  colleagueInvitationId: string;
  tokenId: string;
  fileId: string;
  concernId: string;
  /** Written by THIS_CSR. */
  messageId: string;
  linkId: string;
  /** Of the site. */
  replyId: string;
  changeId: string;
  brandingChangeId: string;
  templateChangeId: string;
  /** An address of the site. */
  host: string;
  mailId: string;
  /** An invited account that has never signed in. */
  userId: string;
  /** A custom role of the site, and the change that created it. */
  roleId: string;
  roleChangeId: string;
}
interface Row {
  allow: readonly Viewer[];
  ask: (world: World) => string;
  /** The request changes what the next row needs, so that it gets a session of its own. */
  spoils?: true;
}

const device =
  '{ kind: DESKTOP, browser: "b", system: "s", language: "ko", timeZone: "UTC", canShareScreen: true, hasCamera: true }';
/** One line for every root field: who may use it. How the field treats its arguments is tested elsewhere. */
// prettier-ignore
const TABLE: Record<string, Row> = {
  me: { allow: ALL, ask: () => 'query { me { id } }' },
  site: { allow: ALL, ask: () => 'query { site { id } }' },
  settings: { allow: SEE_SETTINGS, ask: () => 'query { settings { key value } }' },
  settingChanges: { allow: SEE_SETTINGS, ask: () => 'query { settingChanges { edges { node { id } } } }' },
  mySettings: { allow: STAFF, ask: () => 'query { mySettings { key value } }' },
  mailServer: { allow: SEE_SETTINGS, ask: () => 'query { mailServer { state } }' },
  siteAddresses: { allow: SEE_SETTINGS, ask: () => 'query { siteAddresses { installation } }' },
  addSiteAddress: { allow: ADMINISTRATORS, ask: () => 'mutation { addSiteAddress(name: "localhost") { installation } }' },
  removeSiteAddress: { allow: ADMINISTRATORS, ask: ({ host }) => `mutation { removeSiteAddress(host: "${host}") { installation } }`, spoils: true },
  chooseMainAddress: { allow: ADMINISTRATORS, ask: () => 'mutation { chooseMainAddress(host: null) { installation } }' },
  checkSiteAddress: { allow: ADMINISTRATORS, ask: ({ host }) => `mutation { checkSiteAddress(host: "${host}") { finding } }` },
  setUp: { allow: ['OWNER'], ask: () => 'query { setUp { isPutAway } }' },
  putSetUpAway: { allow: ['OWNER'], ask: () => 'mutation { putSetUpAway { isPutAway } }' },
  agreementVersions: { allow: SEE_SETTINGS, ask: () => 'query { agreementVersions { id } }' },
  brandingChanges: { allow: SEE_SETTINGS, ask: () => 'query { brandingChanges { edges { node { id } } } }' },
  mailTemplateChanges: { allow: SEE_SETTINGS, ask: () => 'query { mailTemplateChanges(input: { kind: PASSWORD_LINK, locale: en }) { edges { node { id } } } }' },
  undoBrandingChange: { allow: ADMINISTRATORS, ask: ({ brandingChangeId }) => `mutation { undoBrandingChange(id: "${brandingChangeId}") { changedAt } }`, spoils: true },
  undoMailTemplateChange: { allow: ADMINISTRATORS, ask: ({ templateChangeId }) => `mutation { undoMailTemplateChange(id: "${templateChangeId}") { isDefault } }`, spoils: true },
  branding: { allow: SEE_SETTINGS, ask: () => 'query { branding { changedAt } }' },
  mailTemplates: { allow: SEE_SETTINGS, ask: () => 'query { mailTemplates { kind } }' },
  mailPreview: { allow: SEE_SETTINGS, ask: () => 'query { mailPreview(input: { kind: SESSION_MESSAGE, locale: en, body: "{link}" }) { text } }' },
  users: { allow: SEE_SETTINGS, ask: () => 'query { users { edges { node { id } } } }' },
  roles: { allow: SEE_SETTINGS, ask: () => 'query { roles { id } }' },
  roleChanges: { allow: SEE_SETTINGS, ask: () => 'query { roleChanges { edges { node { id } } } }' },
  saveRole: { allow: ADMINISTRATORS, ask: ({ roleId }) => `mutation { saveRole(input: { id: "${roleId}", name: "${roleId}", permissions: ["users.read"] }) { id } }` },
  undoRoleChange: { allow: ADMINISTRATORS, ask: ({ roleChangeId }) => `mutation { undoRoleChange(id: "${roleChangeId}") }` },
  deleteRole: { allow: ADMINISTRATORS, ask: ({ roleId }) => `mutation { deleteRole(id: "${roleId}") }`, spoils: true },
  staffLink: { allow: ALL, ask: () => 'query { staffLink(token: "never given out") { name } }' },
  apiTokens: { allow: ADMINISTRATORS, ask: () => 'query { apiTokens { id } }' },
  unsentMails: { allow: ADMINISTRATORS, ask: () => 'query { unsentMails { edges { node { id } } } }' },
  tryMailAgain: { allow: ADMINISTRATORS, ask: ({ mailId }) => `mutation { tryMailAgain(id: "${mailId}") }` },
  caughtMails: { allow: ADMINISTRATORS, ask: () => 'query { caughtMails { id } }' },
  session: { allow: WATCHERS, ask: ({ id }) => `query { session(id: "${id}") { id note { body } } }` },
  concerns: { allow: [...ADMINISTRATORS, 'READ_ONLY_ADMINISTRATOR', 'SUPERVISOR', 'AUDITOR'], ask: () => 'query { concerns { openCount } }' },
  startOptions: { allow: STARTERS, ask: () => 'query { startOptions { isTrackingCodeRequired } }' },
  sessions: { allow: [...READERS, 'CSR'], ask: () => 'query { sessions { totalCount } }' },
  sessionReport: { allow: READERS, ask: ({ id }) => `query { sessionReport(sessionId: "${id}") { number } }` },
  sessionReports: { allow: [...READERS, 'CSR'], ask: () => 'query { sessionReports { totalCount } }' },

  signIn: { allow: ALL, ask: () => 'mutation { signIn(input: { email: "nobody@localhost", password: "wrong wrong wrong" }) { id } }' },
  joinSession: { allow: ALL, ask: ({ number }) => `mutation { joinSession(input: { number: "${number}", locale: en, device: ${device} }) { session { id } } }`, spoils: true },
  openInvitation: { allow: ALL, ask: () => 'mutation { openInvitation(token: "no-such-token-0000000000000000000000") { number } }' },
  signOut: { allow: STAFF, ask: () => 'mutation { signOut }', spoils: true },
  signOutEverywhere: { allow: STAFF, ask: () => 'mutation { signOutEverywhere }', spoils: true },
  changePassword: { allow: STAFF, ask: () => 'mutation { changePassword(input: { currentPassword: "not this one", newPassword: "a green kettle sings" }) { id } }' },
  setMyLocale: { allow: STAFF, ask: () => 'mutation { setMyLocale(locale: en) { id } }' },
  setMyProfile: { allow: STAFF, ask: () => 'mutation { setMyProfile(input: { name: "n", organisation: "" }) { id } }' },
  setMyPicture: { allow: STAFF, ask: () => 'mutation { setMyPicture }' },
  setMyTabOrder: { allow: STAFF, ask: () => 'mutation { setMyTabOrder(tabs: [SESSION, TOOLS, DESKTOP, APPLICATION]) { id } }' },
  finishGuide: { allow: STAFF, ask: () => 'mutation { finishGuide { id } }' },
  completeFirstRun: { allow: ADMINISTRATORS, ask: () => 'mutation { completeFirstRun(input: { siteName: "Acme", locale: en }) { id } }' },
  changeSetting: { allow: ADMINISTRATORS, ask: () => 'mutation { changeSetting(input: { key: sessionMode, value: "MULTI" }) { value } }' },
  undoSettingChange: { allow: ADMINISTRATORS, ask: ({ changeId }) => `mutation { undoSettingChange(id: "${changeId}") { value } }` },
  changeMySetting: { allow: STAFF, ask: () => 'mutation { changeMySetting(key: firstView, value: "FIT") { value } }' },
  publishAgreement: { allow: ADMINISTRATORS, ask: () => 'mutation { publishAgreement(input: { texts: [{ locale: ko, title: "t", body: "b" }, { locale: en, title: "t", body: "b" }] }) { id } }' },
  changeBranding: { allow: ADMINISTRATORS, ask: () => 'mutation { changeBranding(input: { texts: [] }) { changedAt } }' },
  changeMailTemplate: { allow: ADMINISTRATORS, ask: () => 'mutation { changeMailTemplate(input: { kind: SESSION_MESSAGE, locale: en, body: "{link}" }) { kind } }' },
  resetMailTemplate: { allow: ADMINISTRATORS, ask: () => 'mutation { resetMailTemplate(kind: SESSION_MESSAGE, locale: en) { kind } }' },
  lockMailTemplate: { allow: ['OWNER'], ask: () => 'mutation { lockMailTemplate(kind: SESSION_MESSAGE, locale: en, isLocked: false) { kind } }' },
  sendTestMail: { allow: ADMINISTRATORS, ask: () => 'mutation { sendTestMail(input: { kind: STAFF_INVITATION, locale: en, subject: "s", body: "{link}", button: "b" }) { state } }' },
  inviteUser: { allow: ADMINISTRATORS, ask: () => `mutation { inviteUser(input: { email: "${crypto.randomUUID()}@example.org", name: "N", roleId: "CSR", locale: en }) { url } }` },
  changeUser: { allow: ADMINISTRATORS, ask: ({ userId }) => `mutation { changeUser(input: { id: "${userId}", name: "N" }) { id } }` },
  disableUser: { allow: ADMINISTRATORS, ask: ({ userId }) => `mutation { disableUser(id: "${userId}") { id } }` },
  enableUser: { allow: ADMINISTRATORS, ask: ({ userId }) => `mutation { enableUser(id: "${userId}") { id } }` },
  sendUserLink: { allow: ADMINISTRATORS, ask: ({ userId }) => `mutation { sendUserLink(id: "${userId}") { member { id } } }` },
  withdrawUser: { allow: ADMINISTRATORS, ask: ({ userId }) => `mutation { withdrawUser(id: "${userId}") }`, spoils: true },
  importUsers: { allow: ADMINISTRATORS, ask: () => 'mutation { importUsers(input: { file: "bWFpbCxuYW1lCg==", isDryRun: true }) { encoding } }' },
  changeMyAddress: { allow: STAFF, ask: () => 'mutation { changeMyAddress(input: { email: "a@b.example", password: "not this one" }) { id } }' },
  changeUserAddress: { allow: ADMINISTRATORS, ask: ({ userId }) => `mutation { changeUserAddress(input: { id: "${userId}", email: "${crypto.randomUUID()}@example.org" }) { id } }`, spoils: true },
  sendAddressLink: { allow: STAFF, ask: () => 'mutation { sendAddressLink }' },
  cancelAddressChange: { allow: STAFF, ask: () => 'mutation { cancelAddressChange }' },
  addressLink: { allow: ALL, ask: () => 'query { addressLink(token: "never given out") { name } }' },
  confirmAddress: { allow: ALL, ask: () => 'mutation { confirmAddress(token: "never given out") }' },
  choosePassword: { allow: ALL, ask: () => 'mutation { choosePassword(input: { token: "never given out", password: "a green kettle sings" }) { id } }' },
  forgotPassword: { allow: ALL, ask: () => `mutation { forgotPassword(input: { email: "${crypto.randomUUID()}@example.org" }) }` },
  createApiToken: { allow: ADMINISTRATORS, ask: () => 'mutation { createApiToken(input: { name: "t", scopes: [REPORTS_READ] }) { secret } }' },
  revokeApiToken: { allow: ADMINISTRATORS, ask: ({ tokenId }) => `mutation { revokeApiToken(id: "${tokenId}") { id } }` },
  startSession: { allow: STARTERS, ask: () => 'mutation { startSession { id } }' },

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
  cannedReplies: { allow: STARTERS, ask: () => 'query { cannedReplies { id } }' },
  saveCannedReply: { allow: STARTERS, ask: () => `mutation { saveCannedReply(input: { isForSite: false, locale: en, short: "s", text: "t" }) { id } }` },
  countCannedReply: { allow: STARTERS, ask: ({ replyId }) => `mutation { countCannedReply(id: "${replyId}") { id } }` },
  deleteCannedReply: { allow: ADMINISTRATORS, ask: ({ replyId }) => `mutation { deleteCannedReply(id: "${replyId}") { id } }`, spoils: true },
  saveNote: { allow: LEADS, ask: ({ id }) => `mutation { saveNote(input: { sessionId: "${id}", update: "AAA=" }) { revision } }` },
  inviteByEmail: { allow: LEADS, ask: ({ id }) => `mutation { inviteByEmail(input: { sessionId: "${id}", email: "a@example.org", locale: en }) { id } }` },
  createInvitationLink: { allow: LEADS, ask: ({ id }) => `mutation { createInvitationLink(input: { sessionId: "${id}", locale: en }) { url } }` },
  retryInvitation: { allow: LEADS, ask: ({ invitationId }) => `mutation { retryInvitation(id: "${invitationId}") { id } }` },
  joinMedia: { allow: SEATS, ask: ({ id }) => `mutation { joinMedia(input: { sessionId: "${id}", windowId: "0123456789abcdef" }) { token } }` },
  setMicrophone: { allow: SEATS, ask: ({ id }) => `mutation { setMicrophone(sessionId: "${id}", isOn: false) { id } }` },
  setCamera: { allow: SEATS, ask: ({ id }) => `mutation { setCamera(sessionId: "${id}", isOn: false) { id } }` },
  reportDevice: { allow: SEATS, ask: ({ id }) => `mutation { reportDevice(sessionId: "${id}", device: ${device}) { id } }` },
  seatParticipant: { allow: LEADS, ask: ({ participantId }) => `mutation { seatParticipant(participantId: "${participantId}") { id } }` },
  declineParticipant: { allow: LEADS, ask: ({ participantId }) => `mutation { declineParticipant(participantId: "${participantId}") { id } }` },
  declineWaiting: { allow: LEADS, ask: ({ id }) => `mutation { declineWaiting(sessionId: "${id}") }` },
  askConsent: { allow: LEADS, ask: ({ id }) => `mutation { askConsent(input: { sessionId: "${id}", kind: REQUEST_VIEW, target: DESKTOP }) { id } }` },
  withdrawConsentRequest: { allow: LEADS, ask: ({ shareId }) => `mutation { withdrawConsentRequest(requestId: "${shareId}") { id } }` },
  answerConsent: { allow: CUSTOMERS, ask: ({ shareId }) => `mutation { answerConsent(input: { requestId: "${shareId}", answer: REFUSE, duration: ONCE }) { id } }` },
  extendConsentRequest: { allow: CUSTOMERS, ask: ({ shareId }) => `mutation { extendConsentRequest(requestId: "${shareId}") { id } }` },
  askShare: { allow: LEADS, ask: ({ id }) => `mutation { askShare(input: { sessionId: "${id}", action: REQUEST_VIEW, target: DESKTOP }) { id } }` },
  withdrawShare: { allow: LEADS, ask: ({ shareId }) => `mutation { withdrawShare(shareId: "${shareId}") { id } }` },
  answerShare: { allow: CUSTOMERS, ask: ({ shareId }) => `mutation { answerShare(input: { shareId: "${shareId}", answer: REFUSE, duration: ONCE }) { id } }` },
  extendShareQuestion: { allow: CUSTOMERS, ask: ({ shareId }) => `mutation { extendShareQuestion(shareId: "${shareId}") { id } }` },
  startShare: { allow: CUSTOMERS, ask: ({ shareId }) => `mutation { startShare(shareId: "${shareId}", surface: MONITOR) { id } }` },
  failShare: { allow: CUSTOMERS, ask: ({ shareId }) => `mutation { failShare(shareId: "${shareId}", reason: CAPTURE_FAILED) { id } }` },
  stopShare: { allow: SEATS, ask: ({ shareId }) => `mutation { stopShare(shareId: "${shareId}") { id } }` },
  revokeGrant: { allow: CUSTOMERS, ask: ({ grantId }) => `mutation { revokeGrant(grantId: "${grantId}") { id } }` },
  keepSessionOpen: { allow: SEATS, ask: ({ id }) => `mutation { keepSessionOpen(sessionId: "${id}") { id } }` },
  removeParticipant: { allow: LEADS, ask: ({ participantId }) => `mutation { removeParticipant(participantId: "${participantId}") { id } }`, spoils: true },
  swapCustomer: { allow: LEADS, ask: ({ participantId }) => `mutation { swapCustomer(participantId: "${participantId}") { id } }` },
  setParticipantRights: { allow: LEADS, ask: ({ participantId }) => `mutation { setParticipantRights(participantId: "${participantId}", rights: [VIEW]) { id } }` },
  transferControl: { allow: LEADS, ask: ({ id, participantId }) => `mutation { transferControl(sessionId: "${id}", toId: "${participantId}") { id } }` },
  takeControl: { allow: [], ask: ({ id }) => `mutation { takeControl(sessionId: "${id}") { id } }` },
  describeSession: {
    allow: LEADS,
    ask: ({ id }) => `mutation { describeSession(input: { sessionId: "${id}" }) { id } }`,
  },
  lockSession: { allow: LEADS, ask: ({ id }) => `mutation { lockSession(sessionId: "${id}", isLocked: false) { id } }` },
  assistSession: { allow: STARTERS, ask: ({ number }) => `mutation { assistSession(number: "${number}") { session { id } } }`, spoils: true },
  colleagues: { allow: STARTERS, ask: () => 'query { colleagues { id } }' },
  inviteColleague: { allow: LEADS, ask: ({ id, colleagueId }) => `mutation { inviteColleague(input: { sessionId: "${id}", userId: "${colleagueId}" }) { id } }` },
  inviteExpert: { allow: LEADS, ask: ({ id }) => `mutation { inviteExpert(input: { sessionId: "${id}", name: "Dr. Han", locale: en }) { url } }` },
  acceptInvitation: { allow: ['CSR'], ask: ({ colleagueInvitationId }) => `mutation { acceptInvitation(id: "${colleagueInvitationId}") { session { id } } }`, spoils: true },
  declineInvitation: { allow: ['CSR'], ask: ({ colleagueInvitationId }) => `mutation { declineInvitation(id: "${colleagueInvitationId}") }` },
  offerFile: { allow: SEATS, ask: ({ id }) => `mutation { offerFile(input: { sessionId: "${id}", name: "f-${newId()}.txt", size: 9, fingerprint: "00000000" }) { id } }` },
  createFileLink: { allow: WATCHERS, ask: ({ fileId }) => `mutation { createFileLink(fileId: "${fileId}") { path } }` },
  withdrawFile: { allow: LEADS, ask: ({ fileId }) => `mutation { withdrawFile(fileId: "${fileId}") { id } }` },
  reportUnexpectedCall: { allow: CUSTOMERS, ask: ({ id }) => `mutation { reportUnexpectedCall(sessionId: "${id}") }`, spoils: true },
  handleConcern: { allow: ADMINISTRATORS, ask: ({ concernId }) => `mutation { handleConcern(id: "${concernId}") { id } }` },
  holdCustomer: { allow: LEADS, ask: ({ id }) => `mutation { holdCustomer(input: { sessionId: "${id}" }) { id } }`, spoils: true },
  resumeCustomer: { allow: LEADS, ask: ({ id }) => `mutation { resumeCustomer(sessionId: "${id}") { id } }` },
  setShareMode: { allow: LEADS, ask: ({ id }) => `mutation { setShareMode(sessionId: "${id}", mode: STANDARD) { id } }` },
  joinStaffRoom: { allow: LEADS, ask: ({ id }) => `mutation { joinStaffRoom(input: { sessionId: "${id}", windowId: "0123456789abcdef" }) { token } }` },
  leaveSession: { allow: CUSTOMERS, ask: ({ id }) => `mutation { leaveSession(sessionId: "${id}") }`, spoils: true },
  endSession: { allow: LEADS, ask: ({ id }) => `mutation { endSession(sessionId: "${id}") { id } }`, spoils: true },

  sessionEvents: { allow: WATCHERS, ask: ({ id }) => `subscription { sessionEvents(sessionId: "${id}") { seq } }` },
  nextSessionEvents: { allow: WATCHERS, ask: ({ id }) => `{ nextSessionEvents(sessionId: "${id}", after: 0) { lastSeq } }` },
  myAccount: { allow: STAFF, ask: () => 'subscription { myAccount { id } }' },
  myInvitations: { allow: STARTERS, ask: () => 'subscription { myInvitations { id } }' },
};
const DENIED = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);

let replies = 0;
let api: TestApi;
beforeAll(async () => {
  // so that mails can be requested
  api = await startTestApi({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'support@acme.example' });
});
afterAll(() => api.stop());
// all wrong passwords in this file come from one address
beforeEach(() => api.prisma.throttle.deleteMany());

/**
 * Roles of worlds that are used repeatedly. A site may have a limited number of roles, so those of other worlds are
 * deleted.
 */
const lasting = new Set<string>();
/** Increases with each use, for unique values. */
let lives = 0;
async function newWorld(): Promise<{ world: World; of: Record<Viewer, ApiUser> }> {
  const byRole = Object.fromEntries(
    await Promise.all(ROLES.map(async (role): Promise<[Role, ApiUser]> => [role, await api.staff(role)])),
  ) as Record<Role, ApiUser>;
  const { OWNER: owner } = byRole; // an owner of this world only, because requests are limited for each account
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number);
  const elsewhere = await api.startSession();
  const passerBy = await api.customer(elsewhere.number);
  const asked = await csr.ask(
    `mutation { askShare(input: { sessionId: "${id}", action: REQUEST_VIEW, target: DESKTOP }) { id } }`,
  );
  const shareId = asked.askShare.id as string;
  const answered = await customer.ask(
    `mutation { answerShare(input: { shareId: "${shareId}", answer: ALLOW, duration: SESSION }) { grant { id } } }`,
  );
  const invited = await csr.ask(
    `mutation { createInvitationLink(input: { sessionId: "${id}", locale: en }) { invitation { id } } }`,
  );
  const reply = await owner.ask(
    `mutation { saveCannedReply(input: { isForSite: true, locale: en, short: "s${++replies}", text: "t" }) { id } }`,
  );
  const to = `sessionId: "${id}", audience: EVERYONE`;
  const written = await csr.ask(
    `mutation { m: sendChatMessage(input: { ${to}, clientId: "w", text: "t" }) { id } l: pushLink(input: { ${to}, clientId: "l", url: "https://example.org" }) { id } }`,
  );
  const made = await owner.ask(
    'mutation { createApiToken(input: { name: "t", scopes: [REPORTS_READ] }) { secret token { id } } }',
  );
  const token = api.stranger();
  token.sentOrigin = null;
  token.token = made.createApiToken.secret;
  const reported = await api.startSession();
  const caller = await api.customer(reported.number);
  await caller.ask(`mutation { reportUnexpectedCall(sessionId: "${reported.id}") }`);
  await api.setting('liveSessionsPerCsr', 40 + (lives++ % 10));
  const { settingChanges } = await owner.ask('query { settingChanges(first: 1) { edges { node { id } } } }');
  const { inviteUser } = await owner.ask(
    `mutation { inviteUser(input: { email: "${crypto.randomUUID()}@example.org", name: "N", roleId: "CSR", locale: en }) { member { id } } }`,
  );
  await api.prisma.role.deleteMany({ where: { id: { notIn: [...lasting] } } });
  const { saveRole } = await owner.ask(
    `mutation { saveRole(input: { name: "${crypto.randomUUID().slice(0, 8)}", permissions: ["reports.read"] }) { id } }`,
  );
  const extra = await owner.ask(
    'mutation { createApiToken(input: { name: "extra", scopes: [REPORTS_READ] }) { token { id } } }',
  );
  await owner.ask(`mutation { changeBranding(input: { texts: [{ locale: en, title: "${newId()}" }] }) { changedAt } }`);
  await owner.ask(
    `mutation { changeMailTemplate(input: { kind: SESSION_MESSAGE, locale: en, body: "{link} ${newId()}" }) { kind } }`,
  );
  const newestOf = async (kind: string, subject = '') =>
    (await api.prisma.siteChange.findFirstOrThrow({ where: { kind, subject }, orderBy: { changedAt: 'desc' } })).id;
  const host = `${newId()}.invalid`;
  const { me } = await owner.ask('query { me { id } }');
  await api.prisma.siteHost.create({ data: { host, siteId: api.site.id, addedById: me.id, addedAt: api.clock.now() } });
  const mail = await api.prisma.outgoingMail.findFirstOrThrow({ where: { siteId: api.site.id } });
  const { id: fileId } = await filePeer(api, csr, id).publish(png(100));
  const colleague = (await byRole.CSR.ask('query { me { id } }')).me.id as string;
  const colleagueAsked = await csr.ask(
    `mutation { inviteColleague(input: { sessionId: "${id}", userId: "${colleague}" }) { id } }`,
  );
  return {
    world: {
      host,
      mailId: mail.id,
      brandingChangeId: await newestOf('branding'),
      templateChangeId: await newestOf('template', 'SESSION_MESSAGE.en'),
      fileId,
      colleagueId: colleague,
      colleagueInvitationId: colleagueAsked.inviteColleague.id as string,
      id,
      number,
      shareId,
      participantId: customer.participantId,
      grantId: answered.answerShare.grant.id,
      invitationId: invited.createInvitationLink.invitation.id,
      tokenId: extra.createApiToken.token.id,
      concernId: (await api.prisma.concern.findFirstOrThrow({ where: { sessionId: reported.id } })).id,
      messageId: written.m.id,
      linkId: written.l.id,
      replyId: reply.saveCannedReply.id,
      changeId: settingChanges.edges[0].node.id,
      userId: inviteUser.member.id,
      roleId: saveRole.id,
      roleChangeId: await newestOf('role', saveRole.id),
    },
    of: { ...byRole, ANONYMOUS: api.stranger(), CUSTOMER: customer, PASSER_BY: passerBy, THIS_CSR: csr, TOKEN: token },
  };
}

async function refusalOf(field: string, user: ApiUser, world: World): Promise<string | null> {
  const document = TABLE[field]!.ask(world);
  return document.startsWith('subscription') ? user.refusedStream(document) : user.refusal(document);
}

describe('root fields', () => {
  it('are all listed in the table', () => {
    const schema = buildSchema(
      readFileSync(path.resolve(import.meta.dirname, '../../../libs/contract/schema.graphql'), 'utf8'),
    );
    const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
      Object.keys(type!.getFields()),
    );
    expect(Object.keys(TABLE).sort()).toEqual(fields.sort());
  });

  describe.each(Object.keys(TABLE))('%s', (field) => {
    it(
      `can be used by ${TABLE[field]!.allow.length === ALL.length ? 'everybody' : TABLE[field]!.allow.join(', ')}`,
      { timeout: within(60_000) },
      async () => {
        const { allow, spoils } = TABLE[field]!;
        let { world, of } = spoils ? await newWorld() : shared;
        const allowed: Viewer[] = [];
        for (const viewer of VIEWERS) {
          const code = await refusalOf(field, of[viewer], world);
          if (code && DENIED.has(code)) continue; // a refused request changed nothing: the next one uses the same world
          allowed.push(viewer);
          if (spoils) ({ world, of } = await newWorld());
        }
        expect(allowed).toEqual(VIEWERS.filter((viewer) => allow.includes(viewer)));
      },
    );
  });

  let shared: Awaited<ReturnType<typeof newWorld>>;
  beforeAll(async () => {
    shared = await newWorld();
    lasting.add(shared.world.roleId);
  });
});

/**
 * Fields that need more than their permission for another CSR's session; null: the object belongs to another account.
 */
const OF_OTHERS: Record<string, Permission[] | null> = {
  session: ['sessions.read', 'sessions.listAll'],
  sessionEvents: ['sessions.read', 'sessions.listAll'],
  nextSessionEvents: ['sessions.read', 'sessions.listAll'],
  sessionReport: ['reports.readAll'],
  chatTranscript: ['reports.readAll'],
  declineInvitation: null,
};

describe('a custom role with one permission', () => {
  let shared: Awaited<ReturnType<typeof newWorld>>;
  let access: Map<string, Access>;
  beforeAll(async () => {
    shared = await newWorld();
    lasting.add(shared.world.roleId);
    const schema = await createSchema(api.features);
    const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = types.flatMap((type) => Object.values(type!.getFields()));
    access = new Map(fields.map(({ name, extensions }) => [name, extensions.access as Access]));
  });

  it.each(CUSTOM_PERMISSIONS)(
    '%s opens the fields that state it, and no others',
    { timeout: within(60_000) },
    async (permission) => {
      const granted = withImplied([permission]);
      const { saveRole } = await api.owner.ask(
        `mutation { saveRole(input: { name: "only ${permission}", permissions: ["${permission}"] }) { id } }`,
      );
      const user = await api.staff(saveRole.id);
      const isOpen = (field: string) => {
        const { isPublic, permission: stated } = access.get(field)!;
        const needed = field in OF_OTHERS ? OF_OTHERS[field] : stated && [stated];
        return isPublic || (needed?.every((each) => granted.includes(each)) ?? false);
      };
      const wrong: string[] = [];
      for (const field of Object.keys(TABLE)) {
        if (isOpen(field) && TABLE[field]!.spoils) continue; // tested above, once for each role
        const code = await refusalOf(field, user, shared.world);
        if ((!code || !DENIED.has(code)) !== isOpen(field)) wrong.push(`${field}: ${code}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});

/** Ids of a world that the owner sees in lists of the site. */
const LISTED = [
  ...(['id', 'tokenId', 'changeId', 'brandingChangeId', 'concernId', 'roleId', 'roleChangeId', 'replyId'] as const),
] satisfies (keyof World)[];
const inLists = (lists: string, world: World) => LISTED.filter((name) => lists.includes(`"${world[name]}"`));
async function listed(): Promise<string> {
  const nodes = (list: string, args = '(first: 100)', id = 'id') => `${list}${args} { edges { node { ${id} } } }`;
  const [sessions, reports] = [nodes('sessions'), nodes('sessionReports', '(first: 100)', 'sessionId')];
  const changes = ['settingChanges', 'brandingChanges', 'roleChanges'].map((list) => nodes(list)).join(' ');
  const short = 'apiTokens { id } cannedReplies { id } roles { id }';
  const answers = [`${sessions} ${reports} ${changes}`, `${nodes('concerns')} ${short}`].map((fields) =>
    api.owner.ask(`query { ${fields} }`),
  );
  return JSON.stringify(await Promise.all(answers));
}

describe('ids of another site', () => {
  it('are not found, in any field', async () => {
    const { world, of } = await newWorld();
    const other = await api.prisma.site.create({
      data: { id: 'other-site', name: 'Other', locale: 'en', createdAt: new Date() },
    });
    const moved = { data: { siteId: other.id } };
    await api.owner.ask(`query { sessionReport(sessionId: "${world.id}") { number } }`);
    expect(inLists(await listed(), world)).toEqual(LISTED);
    await api.prisma.supportSession.update({ where: { id: world.id }, ...moved });
    await api.prisma.participant.updateMany({ where: { sessionId: world.id }, ...moved });
    await api.prisma.sessionReport.updateMany({ where: { sessionId: world.id }, ...moved });
    await api.prisma.apiToken.updateMany({ where: { id: world.tokenId }, ...moved });
    await api.prisma.siteHost.updateMany({ where: { host: world.host }, ...moved });
    await api.prisma.invitation.updateMany({ where: { sessionId: world.id }, ...moved });
    await api.prisma.outgoingMail.updateMany({ where: { id: world.mailId }, ...moved });
    const changes = [world.brandingChangeId, world.templateChangeId, world.changeId, world.roleChangeId];
    expect((await api.prisma.siteChange.updateMany({ where: { id: { in: changes } }, ...moved })).count).toBe(4);
    await api.prisma.concern.update({ where: { id: world.concernId }, ...moved });
    await api.prisma.user.update({ where: { id: world.userId }, ...moved });
    await api.prisma.role.update({ where: { id: world.roleId }, ...moved });
    await api.prisma.cannedReply.updateMany({ where: { id: world.replyId }, ...moved });
    expect(inLists(await listed(), world)).toEqual([]);
    const withIds = Object.keys(TABLE).filter(
      (field) =>
        TABLE[field]!.ask({
          ...world,
          id: '#',
          number: '#',
          shareId: '#',
          grantId: '#',
          invitationId: '#',
          colleagueInvitationId: '#',
          tokenId: '#',
          changeId: '#',
          brandingChangeId: '#',
          templateChangeId: '#',
          host: '#',
          mailId: '#',
          concernId: '#',
          userId: '#',
          roleId: '#',
          roleChangeId: '#',
          participantId: '#',
          messageId: '#',
          linkId: '#',
          replyId: '#',
        }).includes('#') && !['joinSession', 'assistSession'].includes(field),
    );
    const found: string[] = [];
    for (const field of withIds) {
      const code = await refusalOf(field, of.OWNER, world);
      if (!code || !DENIED.has(code)) found.push(`${field}: ${code}`);
    }
    expect(found).toEqual([]);
  });
});
