import { noteUpdate } from './note-update.js';
import { filePeer, png } from './file-peer.js';
import { askShare } from './statement-world.js';
import { DEVICE } from './test-api.js';
import type { Changes, ChangeWorld } from './change-world.js';

const HOLD = 'mutation($id: ID!) { holdCustomer(input: { sessionId: $id }) { id } }';
const PUSH =
  'mutation($id: ID!) { pushLink(input: { sessionId: $id, clientId: "pushed", audience: EVERYONE, url: "https://example.org" }) { id } }';
const INVITE_COLLEAGUE = 'mutation($i: InviteColleagueInput!) { inviteColleague(input: $i) { id } }';

/** Mutations of a session. */
export function changesOfSessions(world: ChangeWorld): Changes {
  const { api, session, full, pair, askedShare, allowedShare, runningShare, said, waiting, invited } = world;
  const { id: sessionId, csr, customer } = session;
  const offer = { sessionId, name: 'report.png', size: 9, fingerprint: '00000000' };
  const published = async () =>
    (await filePeer(api, csr, sessionId).publish(png(100), { name: `${crypto.randomUUID()}.png` })).id;
  async function onHold() {
    const two = await pair();
    await two.csr.ask(HOLD, { id: two.id });
    return two;
  }
  async function askedColleague() {
    const { user, id } = await world.colleague();
    const { inviteColleague } = await csr.ask(INVITE_COLLEAGUE, { i: { sessionId, userId: id } });
    return [user, { id: inviteColleague.id as string }] as const;
  }

  return {
    StartSession: { budget: 12, prepare: async () => [(await world.colleague()).user] },
    JoinSession: {
      budget: 11,
      async prepare() {
        const { number } = await api.startSession();
        return [api.stranger(), { input: { number, name: 'Park Jihun', locale: 'ko', device: DEVICE } }];
      },
    },
    OpenInvitation: {
      budget: 9,
      prepare: async () => [api.stranger(), { token: (await invited(csr, sessionId)).token, isByPerson: true }],
    },
    EndSession: {
      budget: 17,
      async prepare() {
        const { id, csr: leader } = await full();
        return [leader, { sessionId: id }];
      },
    },
    LeaveSession: {
      budget: 9,
      async prepare() {
        const { id, second } = await full();
        return [second, { sessionId: id }];
      },
    },
    KeepSessionOpen: {
      budget: 7,
      async prepare() {
        const two = await pair();
        await api.prisma.supportSession.update({
          where: { id: two.id },
          data: { endDueAt: new Date(Date.now() + 60_000), endDueReason: 'IDLE', warnedSeq: 100 },
        });
        return [two.csr, { sessionId: two.id }];
      },
    },
    DescribeSession: {
      budget: 6,
      prepare: () => [csr, { input: { sessionId, trackingCode: crypto.randomUUID() } }],
    },
    LockSession: { budget: 4, prepare: () => [csr, { sessionId, isLocked: false }] },
    ReportDevice: { budget: 9, prepare: () => [customer, { sessionId, device: { ...DEVICE, browser: 'Chrome 143' } }] },
    ReportUnexpectedCall: {
      budget: 18,
      async prepare() {
        const two = await pair();
        return [two.customer, { sessionId: two.id }];
      },
    },

    SeatParticipant: {
      budget: 15,
      prepare: async () => [csr, { participantId: (await waiting()).participantId, place: 'BESIDE' }],
    },
    DeclineParticipant: { budget: 16, prepare: async () => [csr, { participantId: (await waiting()).participantId }] },
    DeclineWaiting: {
      budget: 17,
      async prepare() {
        await waiting();
        return [csr, { sessionId }];
      },
    },
    RemoveParticipant: {
      budget: 13,
      async prepare() {
        const { csr: leader, second } = await full();
        return [leader, { participantId: second.participantId }];
      },
    },
    SetParticipantRights: {
      budget: 8,
      prepare: () => [csr, { participantId: session.assistant.participantId, rights: ['VIEW', 'CHAT_CUSTOMER'] }],
    },
    SwapCustomer: {
      budget: 14,
      async prepare() {
        const { csr: leader, second } = await full();
        return [leader, { participantId: second.participantId }];
      },
    },
    TransferControl: {
      budget: 17,
      async prepare() {
        const { id, csr: leader, assistant } = await full();
        return [leader, { sessionId: id, toId: assistant.participantId }];
      },
    },
    TakeControl: {
      budget: 18,
      async prepare() {
        const { id, csr: leader, assistant } = await full();
        const give = 'mutation($s: ID!, $t: ID!) { transferControl(sessionId: $s, toId: $t) { id } }';
        await leader.ask(give, { s: id, t: assistant.participantId });
        return [leader, { sessionId: id }];
      },
    },
    AssistSession: { budget: 13, prepare: async () => [(await world.colleague()).user, { number: session.number }] },
    InviteColleague: {
      budget: 13,
      prepare: async () => [csr, { input: { sessionId, userId: (await world.colleague()).id, isMailed: true } }],
    },
    AcceptInvitation: { budget: 19, prepare: askedColleague },
    DeclineInvitation: { budget: 9, prepare: askedColleague },
    InviteExpert: {
      budget: 14,
      prepare: () => [csr, { input: { sessionId, name: 'Dr. Han', email: world.somebody(), locale: 'en' } }],
    },
    CreateInvitationLink: { budget: 9, prepare: () => [csr, { input: { sessionId, locale: 'en' } }] },
    InviteByEmail: {
      budget: 12,
      prepare: () => [csr, { input: { sessionId, email: world.somebody(), locale: 'en' } }],
    },
    RetryInvitation: {
      budget: 17,
      async prepare() {
        const refused = await world.refusedMail();
        return [refused.csr, { id: refused.invitationId }];
      },
    },

    SendChatMessage: {
      budget: 9,
      prepare: () => [
        customer,
        { input: { sessionId, clientId: crypto.randomUUID(), audience: 'EVERYONE', text: 'Hello' } },
      ],
    },
    EditChatMessage: {
      budget: 12,
      prepare: async () => [customer, { input: { messageId: await said(customer, sessionId), text: 'Another word' } }],
    },
    DeleteChatMessage: {
      budget: 12,
      prepare: async () => [customer, { messageId: await said(customer, sessionId) }],
    },
    MarkRead: { budget: 6, prepare: () => [customer, { sessionId, seq: 20 }] },
    NudgeCustomer: { budget: 7, prepare: () => [csr, { sessionId }] },
    PushLink: {
      budget: 11,
      prepare: () => [
        csr,
        { input: { sessionId, clientId: crypto.randomUUID(), audience: 'EVERYONE', url: 'https://example.org/a' } },
      ],
    },
    OpenLink: {
      budget: 10,
      prepare: async () => [customer, { messageId: (await csr.ask(PUSH, { id: sessionId })).pushLink.id }],
    },
    AskConversationCode: {
      budget: 11,
      prepare: () => [customer, { input: { sessionId, email: world.somebody(), locale: 'en' } }],
    },
    MailConversation: {
      budget: 15,
      async prepare() {
        const started = await api.startSession();
        const { email, token } = await invited(started.csr, started.id);
        const guest = await api.customerBy({ token });
        await said(guest, started.id);
        return [guest, { input: { sessionId: started.id, email, locale: 'en' } }];
      },
    },
    SaveNote: { budget: 9, prepare: () => [csr, { input: { sessionId, update: noteUpdate('More about it') } }] },

    AskConsent: {
      budget: 13,
      async prepare() {
        const two = await pair();
        return [two.csr, { input: { sessionId: two.id, kind: 'REQUEST_VIEW', target: 'DESKTOP' } }];
      },
    },
    AnswerConsent: {
      budget: 14,
      async prepare() {
        const { id, csr: leader, customer: owner, second, assistant, guest } = await full();
        const viewerIds = [second, assistant, guest].map(({ participantId }) => participantId);
        const shareId = await askShare(leader, id);
        return [owner, { input: { requestId: shareId, answer: 'ALLOW', duration: 'SESSION', viewerIds } }];
      },
    },
    ExtendConsentRequest: {
      budget: 10,
      async prepare() {
        const { customer: owner, shareId } = await askedShare();
        return [owner, { requestId: shareId }];
      },
    },
    WithdrawConsentRequest: {
      budget: 11,
      async prepare() {
        const { csr: leader, shareId } = await askedShare();
        return [leader, { requestId: shareId }];
      },
    },
    StartShare: {
      budget: 12,
      async prepare() {
        const { customer: owner, shareId } = await allowedShare();
        return [owner, { shareId, surface: 'MONITOR' }];
      },
    },
    FailShare: {
      budget: 12,
      async prepare() {
        const { customer: owner, shareId } = await allowedShare();
        return [owner, { shareId, reason: 'PICKER_CANCELLED' }];
      },
    },
    ReportNotChosen: {
      budget: 12,
      async prepare() {
        const { customer: owner, shareId } = await allowedShare();
        return [owner, { shareId }];
      },
    },
    StopShare: {
      budget: 13,
      async prepare() {
        const { csr: leader, shareId } = await runningShare();
        return [leader, { shareId, isByBrowser: false }];
      },
    },
    RevokeGrant: {
      budget: 13,
      async prepare() {
        const { customer: owner, grantId } = await runningShare();
        return [owner, { grantId }];
      },
    },
    SetShareMode: { budget: 7, prepare: () => [csr, { sessionId, mode: 'SAMPLING' }] },

    SetCamera: { budget: 10, prepare: () => [customer, { sessionId, isOn: true }] },
    ShowCamera: {
      budget: 11,
      async prepare() {
        const { id, customer: owner, second } = await full();
        await owner.ask('mutation($id: ID!) { setCamera(sessionId: $id, isOn: true) { id } }', { id });
        return [owner, { sessionId: id, viewerId: second.participantId, isShown: true }];
      },
    },
    SetMicrophone: { budget: 10, prepare: () => [customer, { sessionId, isOn: true }] },
    HoldCustomer: {
      budget: 9,
      async prepare() {
        const two = await pair();
        return [two.csr, { input: { sessionId: two.id } }];
      },
    },
    ResumeCustomer: {
      budget: 8,
      async prepare() {
        const two = await onHold();
        return [two.csr, { sessionId: two.id }];
      },
    },

    OfferFile: { budget: 14, prepare: () => [csr, { input: offer }] },
    CreateFileLink: { budget: 5, prepare: async () => [customer, { fileId: await published() }] },
    WithdrawFile: { budget: 12, prepare: async () => [csr, { fileId: await published() }] },
  };
}
