import {
  mayAct,
  PARTICIPANT_ROLES,
  SEAT_RIGHTS,
  SESSION_ACTS,
  type ParticipantRole,
  type SeatRight,
  type SessionAct,
} from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { filePeer, png } from './file-peer.js';
import { fullSession, type FullSession, type Seated } from './session-world.js';
import { DEVICE, startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
beforeAll(async () => {
  // so that mails can be requested
  api = await startTestApi({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'support@acme.example' });
});
afterAll(() => api.stop());

interface World extends FullSession {
  who: Record<ParticipantRole, ApiUser & Partial<Seated>>;
  shareId: string;
  linkId: string;
  grantId: string;
  fileId: string;
}
interface Row {
  ask: (world: World, role: ParticipantRole) => Promise<[query: string, variables?: object]> | [string, object?];
  /** When permitted, it changes what the next row needs. */
  spoils?: true;
}

const askShare =
  (action: string, target: string) =>
  ({ id }: World): [string, object] => [
    'mutation($i: AskShareInput!) { askShare(input: $i) { id } }',
    { i: { sessionId: id, action, target } },
  ];
const say =
  (audience: string, recipient?: (world: World, role: ParticipantRole) => string) =>
  (world: World, role: ParticipantRole): [string, object] => [
    'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }',
    {
      i: {
        sessionId: world.id,
        clientId: crypto.randomUUID(),
        audience,
        text: 'hello',
        recipientId: recipient?.(world, role),
      },
    },
  ];
const about =
  (mutation: string, person: (world: World) => Seated): Row['ask'] =>
  (world) => [`mutation($p: ID!) { ${mutation}(participantId: $p) { id } }`, { p: person(world).participantId }];
const session =
  (call: string): Row['ask'] =>
  ({ id }) => [`mutation($s: ID!) { ${call} }`, { s: id }];

/** The request of each act over HTTP. */
const ACTS: Record<SessionAct, Row> = {
  reportUnexpectedCall: { ask: session('reportUnexpectedCall(sessionId: $s)'), spoils: true },
  invite: { ask: session('createInvitationLink(input: { sessionId: $s, locale: ko }) { url }') },
  inviteColleague: { ask: session('inviteExpert(input: { sessionId: $s, name: "Dr. Kim", locale: ko }) { url }') },
  seatParticipant: { ask: about('declineParticipant', ({ waiting }) => waiting), spoils: true },
  removeParticipant: { ask: about('removeParticipant', ({ second }) => second), spoils: true },
  swapCustomer: { ask: about('swapCustomer', ({ second }) => second), spoils: true },
  setRights: {
    ask: ({ assistant }) => [
      'mutation($p: ID!) { setParticipantRights(participantId: $p, rights: [VIEW]) { id } }',
      { p: assistant.participantId },
    ],
    spoils: true,
  },
  describeSession: { ask: session('describeSession(input: { sessionId: $s, trackingCode: "T-1" }) { id }') },
  lockSession: { ask: session('lockSession(sessionId: $s, isLocked: true) { id }') },
  transferControl: {
    ask: ({ id, assistant }) => [
      'mutation($s: ID!, $t: ID!) { transferControl(sessionId: $s, toId: $t) { id } }',
      { s: id, t: assistant.participantId },
    ],
    spoils: true,
  },
  takeControl: { ask: session('takeControl(sessionId: $s) { id }') },
  endSession: { ask: session('endSession(sessionId: $s) { id }'), spoils: true },
  leaveSession: { ask: session('leaveSession(sessionId: $s)'), spoils: true },
  reportDevice: {
    ask: ({ id }) => [
      'mutation($s: ID!, $d: DeviceInput!) { reportDevice(sessionId: $s, device: $d) { id } }',
      { s: id, d: DEVICE },
    ],
  },
  joinMedia: { ask: session('joinMedia(input: { sessionId: $s, windowId: "window-1234" }) { url }') },
  useAudio: { ask: session('setMicrophone(sessionId: $s, isOn: true) { id }') },
  useVideo: { ask: session('setCamera(sessionId: $s, isOn: true) { id }') },
  showCamera: {
    ask: ({ id, who }) => [
      'mutation($s: ID!, $v: ID!) { showCamera(sessionId: $s, viewerId: $v, isShown: true) { id } }',
      { s: id, v: who.SECONDARY_CUSTOMER.participantId },
    ],
  },
  sendChatMessage: {
    ask: say('PERSON', ({ who }, role) => (role === 'PRIMARY_CSR' ? who.ASSISTANT.participantId! : primaryId)),
  },
  chatWithCustomer: { ask: say('EVERYONE') },
  chatAmongCsrs: { ask: say('CSRS') },
  pushLink: {
    ask: ({ id }) => [
      'mutation($i: PushLinkInput!) { pushLink(input: $i) { id } }',
      { i: { sessionId: id, clientId: crypto.randomUUID(), audience: 'EVERYONE', url: 'https://example.org/help' } },
    ],
  },
  nudge: { ask: session('nudgeCustomer(sessionId: $s)') },
  markRead: { ask: session('markRead(sessionId: $s, seq: 1)') },
  mailConversation: {
    ask: session('mailConversation(input: { sessionId: $s, email: "a@example.org", locale: ko }) { state }'),
  },
  openLink: { ask: ({ linkId }) => ['mutation($m: ID!) { openLink(messageId: $m) { id } }', { m: linkId }] },
  holdCustomer: { ask: session('resumeCustomer(sessionId: $s) { id }') },
  changeShareMode: { ask: session('setShareMode(sessionId: $s, mode: SAMPLING) { id }') },
  joinStaffRoom: { ask: session('joinStaffRoom(input: { sessionId: $s, windowId: "window-1234" }) { url }') },
  keepSessionOpen: { ask: session('keepSessionOpen(sessionId: $s) { id }') },
  saveNote: { ask: session('saveNote(input: { sessionId: $s, update: "AAA=" }) { revision }') },
  requestViewDesktop: { ask: askShare('REQUEST_VIEW', 'DESKTOP') },
  requestViewApplication: { ask: askShare('REQUEST_VIEW', 'APPLICATION') },
  shareViewDesktop: { ask: askShare('SHARE_VIEW', 'DESKTOP') },
  shareViewApplication: { ask: askShare('SHARE_VIEW', 'APPLICATION') },
  withdrawConsent: {
    ask: ({ shareId }) => ['mutation($s: ID!) { withdrawShare(shareId: $s) { id } }', { s: shareId }],
    spoils: true,
  },
  answerConsent: {
    ask: ({ shareId }) => [
      'mutation($s: ID!) { answerShare(input: { shareId: $s, answer: REFUSE }) { id } }',
      { s: shareId },
    ],
    spoils: true,
  },
  publishShare: {
    async ask(world, role) {
      if (role === 'PRIMARY_CSR') {
        // what the CSR publishes belongs to the CSR
        await world.csr.ask('mutation($s: ID!) { withdrawShare(shareId: $s) { id } }', { s: world.shareId });
        const { askShare: own } = await world.csr.ask(...askShare('SHARE_VIEW', 'DESKTOP')(world));
        return ['mutation($s: ID!) { failShare(shareId: $s, reason: CAPTURE_FAILED) { id } }', { s: own.id }];
      }
      return ['mutation($s: ID!) { failShare(shareId: $s, reason: CAPTURE_FAILED) { id } }', { s: world.shareId }];
    },
    spoils: true,
  },
  stopShare: { ask: ({ shareId }) => ['mutation($s: ID!) { stopShare(shareId: $s) { id } }', { s: shareId }] },
  revokeGrant: {
    ask: ({ grantId }) => ['mutation($g: ID!) { revokeGrant(grantId: $g) { id } }', { g: grantId }],
    spoils: true,
  },
  publishFile: { ask: (world) => offered(world) },
  takeScreenshot: { ask: (world) => offered(world, 'SCREENSHOT') },
  downloadFile: {
    ask: ({ fileId }) => ['mutation($f: ID!) { createFileLink(fileId: $f) { path } }', { f: fileId }],
  },
  withdrawFile: {
    async ask(world, role) {
      // a role's own file, if it may offer one
      const own = await world.who[role].ask(...offered(world)).catch(() => null);
      return ['mutation($f: ID!) { withdrawFile(fileId: $f) { id } }', { f: own?.offerFile.id ?? world.fileId }];
    },
  },
};
let primaryId = '';

/** A file to offer. */
function offered({ id }: World, kind = 'FILE'): [string, object] {
  const input = { sessionId: id, kind, name: `${crypto.randomUUID()}.png`, size: 9, fingerprint: '00000000' };
  return ['mutation($i: OfferFileInput!) { offerFile(input: $i) { id } }', { i: input }];
}

async function makeWorld(rights: SeatRight[]): Promise<World> {
  const full = await fullSession(api, rights);
  const { id, csr, customer } = full;
  const supervisor = await api.staff('SUPERVISOR');
  const { assistSession } = await supervisor.ask(
    'mutation($n: String!) { assistSession(number: $n) { participant { id } } }',
    { n: full.number },
  );
  // nobody can join as a supervisor yet: the column is compared with the server all the same
  await api.prisma.participant.update({ where: { id: assistSession.participant.id }, data: { role: 'SUPERVISOR' } });
  const own = await csr.ask('query($id: ID!) { session(id: $id) { mySeat { id } } }', { id });
  primaryId = own.session.mySeat.id;
  const first = (await csr.ask(...askShare('REQUEST_VIEW', 'APPLICATION')(full as World))).askShare.id as string;
  const { session } = await customer.ask('query($id: ID!) { session(id: $id) { participants { id } } }', { id });
  const viewerIds = session.participants.map((each: { id: string }) => each.id); // the question names everybody
  const { answerShare } = await customer.ask(
    'mutation($i: AnswerShareInput!) { answerShare(input: $i) { grant { id } } }',
    { i: { shareId: first, answer: 'ALLOW', duration: 'SESSION', viewerIds } },
  );
  await customer.ask('mutation($s: ID!) { failShare(shareId: $s, reason: PICKER_CANCELLED) { id } }', { s: first });
  const [push, pushed] = await ACTS.pushLink.ask(full as World, 'PRIMARY_CSR');
  const { pushLink } = await csr.ask(push, pushed);
  const { askShare: asked } = await csr.ask(...askShare('REQUEST_VIEW', 'DESKTOP')(full as World));
  const who = {
    PRIMARY_CSR: csr,
    ASSISTANT: full.assistant,
    GUEST_EXPERT: full.guest,
    SUPERVISOR: supervisor,
    PRIMARY_CUSTOMER: customer,
    SECONDARY_CUSTOMER: full.second,
  };
  const { id: fileId } = await filePeer(api, csr, id).publish(png(100));
  return { ...full, fileId, who, linkId: pushLink.id, shareId: asked.id, grantId: answerShare.grant.id };
}

describe.each([
  ['without any right ticked', []],
  ['with every right ticked', [...SEAT_RIGHTS]],
] as [string, SeatRight[]][])('%s', (_title, rights) => {
  let world: World | null = null;

  it.each(SESSION_ACTS)('%s is permitted over HTTP exactly as the table says', async (act) => {
    const said: Record<string, boolean> = {};
    const isShown: Record<string, boolean> = {};
    for (const role of PARTICIPANT_ROLES) {
      world ??= await makeWorld(rights);
      const { session: shown } = await world.who[role].ask(
        'query($id: ID!) { session(id: $id) { abilities { act isAllowed reason } } }',
        { id: world.id },
      );
      const { reason } = shown.abilities.find((ability: { act: string }) => ability.act === act);
      isShown[role] = reason !== 'NOT_YOUR_SEAT' && reason !== 'RIGHT_NOT_GIVEN';
      const [query, variables] = await ACTS[act].ask(world, role);
      said[role] = (await world.who[role].refusal(query, variables)) !== 'FORBIDDEN';
      if (said[role] && ACTS[act].spoils) world = null;
    }
    const table = Object.fromEntries(PARTICIPANT_ROLES.map((role) => [role, mayAct({ role, rights }, act)]));
    expect(said).toEqual(table);
    expect(isShown).toEqual(table);
  });
});
