import type { ParticipantRole } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { noteUpdate } from './note-update.js';
import { assist, expert, expertToken, fullSession, tick } from './session-world.js';
import { startTestApi, type TestApi } from './test-api.js';

const GIVE = 'mutation($s: ID!, $t: ID!) { transferControl(sessionId: $s, toId: $t) { id role } }';
const TAKE = 'mutation($s: ID!) { takeControl(sessionId: $s) { id role } }';
const SWAP = 'mutation($p: ID!) { swapCustomer(participantId: $p) { id role } }';
const LET_IN = 'mutation($p: ID!) { seatParticipant(participantId: $p) { id state } }';
const END = 'mutation($s: ID!) { endSession(sessionId: $s) { id } }';
const LEAVE = 'mutation($s: ID!) { leaveSession(sessionId: $s) }';
const ASK =
  'mutation($s: ID!) { askShare(input: { sessionId: $s, action: REQUEST_VIEW, target: DESKTOP }) { id state } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const mode = (value: string) =>
  api.owner.ask(`mutation { changeSetting(input: { key: sessionMode, value: "${value}" }) { value } }`);
const primaries = (sessionId: string, role: ParticipantRole = 'PRIMARY_CSR') =>
  api.prisma.participant.findMany({ where: { sessionId, role, state: 'SEATED' } });
const ownId = async (user: ApiUser, id: string) =>
  (await user.ask('query($id: ID!) { session(id: $id) { mySeat { id } } }', { id })).session.mySeat.id as string;
const say = (sessionId: string, audience: string) => ({
  i: { sessionId, clientId: crypto.randomUUID(), audience, text: 'hello' },
});
const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';

/** A desktop that is viewed with a consent for the whole session. */
async function seen(
  s: { id: string; csr: ApiUser; customer: ApiUser & { participantId: string } },
  isForAnyCsr = false,
) {
  const { askShare } = await s.csr.ask(ASK, { s: s.id });
  const people = await api.prisma.participant.findMany({ where: { sessionId: s.id, state: 'SEATED' } });
  await s.customer.ask('mutation($i: AnswerShareInput!) { answerShare(input: $i) { id } }', {
    i: {
      shareId: askShare.id,
      answer: 'ALLOW',
      duration: 'SESSION',
      isForAnyCsr,
      viewerIds: people.map(({ id }) => id),
    },
  });
  await s.customer.ask('mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { id } }', { id: askShare.id });
  await api.screenArrives(s.customer.participantId);
  return askShare.id as string;
}

describe('an invited colleague', () => {
  const INVITE = 'mutation($i: InviteColleagueInput!) { inviteColleague(input: $i) { id state } }';
  const ACCEPT =
    'mutation($id: ID!) { acceptInvitation(id: $id) { session { id } participant { id role state rights } } }';
  async function asked() {
    const { id, csr } = await api.startSession();
    const colleague = await api.staff('CSR');
    const userId = (await colleague.ask('query { me { id } }')).me.id as string;
    const invite = async (more = {}) =>
      (await csr.ask(INVITE, { i: { sessionId: id, userId, ...more } })).inviteColleague.id as string;
    return { id, csr, colleague, userId, invite };
  }

  it('gets the invitation in the open console, joins muted and able to view, and joins once even by two requests', async () => {
    const { id, colleague, invite } = await asked();
    const received: string[][] = [];
    const client = colleague.socket();
    client.subscribe<{ myInvitations: { id: string }[] }>(
      { query: 'subscription { myInvitations { id number from customer } }' },
      {
        next: ({ data }) => void received.push(data!.myInvitations.map((each) => each.id)),
        error: () => undefined,
        complete: () => undefined,
      },
    );
    await expect.poll(() => received.length).toBe(1);
    const invitationId = await invite();
    await expect.poll(() => received.at(-1)).toEqual([invitationId]);
    const first = (await colleague.ask(ACCEPT, { id: invitationId })).acceptInvitation;
    expect(first.participant).toMatchObject({ role: 'ASSISTANT', state: 'SEATED', rights: ['VIEW'] });
    expect((await colleague.ask(ACCEPT, { id: invitationId })).acceptInvitation.participant.id).toBe(
      first.participant.id,
    );
    await expect.poll(() => received.at(-1)).toEqual([]);
    client.terminate();
    expect(
      (await colleague.ask('query { sessions(filter: { mine: true }) { edges { node { id } } } }')).sessions.edges,
    ).toEqual([{ node: { id } }]);
  });

  it('can use the invitation only with their own account, and not after it was declined or the session ended', async () => {
    const { id, csr, colleague, invite } = await asked();
    const invitationId = await invite();
    expect(await (await api.staff('CSR')).refusal(ACCEPT, { id: invitationId })).toBe('NOT_FOUND');
    await colleague.ask('mutation($id: ID!) { declineInvitation(id: $id) }', { id: invitationId });
    expect(await colleague.refusal(ACCEPT, { id: invitationId })).toBe('INVITATION_EXPIRED');
    const again = await invite();
    await csr.ask(END, { s: id });
    expect(await colleague.refusal(ACCEPT, { id: again })).toBe('SESSION_ENDED');
  });

  it('cannot use an invitation of another site', async () => {
    const { colleague, invite } = await asked();
    const where = { id: await invite() };
    const siteId = (await api.prisma.invitation.findUniqueOrThrow({ where })).siteId;
    const site = { id: 'of-others', name: 'Others', locale: 'en' as const, createdAt: new Date() };
    await api.prisma.site.create({ data: site });
    await api.prisma.invitation.update({ where, data: { siteId: site.id } });
    expect(await colleague.refusal(ACCEPT, where)).toBe('NOT_FOUND');
    expect(await colleague.refusal('mutation($id: ID!) { declineInvitation(id: $id) }', where)).toBe('NOT_FOUND');
    await api.prisma.invitation.update({ where, data: { siteId } });
    await api.prisma.site.delete({ where: { id: site.id } });
  });

  it('must be an account of the site that may take part in sessions', async () => {
    const { csr, id } = await asked();
    const auditor = await api.staff('AUDITOR');
    const userId = (await auditor.ask('query { me { id } }')).me.id as string;
    expect(await csr.refusal(INVITE, { i: { sessionId: id, userId } })).toBe('BAD_INPUT');
    expect(await csr.refusal(INVITE, { i: { sessionId: id, userId: 'nobody' } })).toBe('BAD_INPUT');
  });

  it('waits for admission after being removed; a demoted CSR can send nothing more', async () => {
    const { id, number, csr } = await api.startSession();
    const helper = await assist(api, number);
    const stream = helper.follow(id);
    await tick(csr, helper.participantId, ['VIEW', 'CHAT_CUSTOMER']);
    expect(await helper.refusal(SEND, say(id, 'EVERYONE'))).toBeNull();
    await tick(csr, helper.participantId, ['VIEW']);
    expect(await helper.refusal(SEND, say(id, 'EVERYONE'))).toBe('FORBIDDEN');
    expect(await helper.refusal(SEND, say(id, 'CSRS'))).toBeNull();
    await csr.ask('mutation($p: ID!) { removeParticipant(participantId: $p) { state } }', { p: helper.participantId });
    expect(await helper.refusal(SEND, say(id, 'CSRS'))).toBe('NOT_FOUND');
    await stream.done;
    expect(stream.events.at(-1)).toMatchObject({ __typename: 'ParticipantRemoved' });
    await csr.ask(SEND, say(id, 'CSRS'));
    expect(stream.events.at(-1)).toMatchObject({ __typename: 'ParticipantRemoved' });
    const again = await assist(api, number, helper);
    expect(await helper.refusal(SEND, say(id, 'CSRS'))).toBe('FORBIDDEN');
    await csr.ask(LET_IN, { p: again.participantId });
    expect(await helper.refusal(SEND, say(id, 'CSRS'))).toBeNull();
  });
});

describe('an outside expert', () => {
  it('joins by a link that works once and for this session only', async () => {
    const { id, csr } = await api.startSession();
    const token = await expertToken(csr, id);
    const guest = await api.customerBy({ token }, { name: 'Dr. Han' });
    const device =
      'device: { kind: DESKTOP, browser: "b", system: "s", language: "ko", timeZone: "UTC", canShareScreen: true, hasCamera: true }';
    const join = `mutation($t: String!) { joinSession(input: { token: $t, locale: en, ${device} }) { session { id } } }`;
    expect(await api.stranger().refusal(join, { t: token })).toBe('INVITATION_SPENT');
    const elsewhere = await api.startSession();
    guest.actor = `seat:${elsewhere.id}`;
    expect(await guest.refusal('query($id: ID!) { session(id: $id) { id } }', { id: elsewhere.id })).toBe(
      'UNAUTHENTICATED',
    );
    guest.actor = `seat:${id}`;
    expect(await guest.refusal('query($id: ID!) { session(id: $id) { id } }', { id: elsewhere.id })).toBe('NOT_FOUND');
  });

  it('sees nothing else of the site, nor the notes, invitations, devices and waiting people of the session', async () => {
    const { id, csr, guest, customer } = await fullSession(api);
    for (const query of [
      '{ sessions { totalCount } }',
      '{ sessionReports { totalCount } }',
      '{ colleagues { id } }',
      '{ apiTokens { id } }',
    ])
      expect(await guest.refusal(`query ${query}`)).toBe('FORBIDDEN');
    await csr.ask('mutation($i: SaveNoteInput!) { saveNote(input: $i) { revision } }', {
      i: { sessionId: id, update: noteUpdate('secret') },
    });
    const { session } = await guest.ask(
      'query($id: ID!) { session(id: $id) { note { body } invitations { id } participants { id name organisation role state device { system } } } }',
      { id },
    );
    expect(session).toMatchObject({ note: null, invitations: [] });
    expect(session.participants.map(({ state }: { state: string }) => state)).not.toContain('WAITING');
    expect(session.participants.find((each: { id: string }) => each.id === customer.participantId).device).toBeNull();
    const { session: shown } = await customer.ask(
      'query($id: ID!) { session(id: $id) { participants { name role organisation } } }',
      { id },
    );
    expect(shown.participants).toContainEqual({
      name: 'Dr. Han',
      role: 'GUEST_EXPERT',
      organisation: 'Hanbit Software',
    });
  });
});

describe('a colleague who has never signed in', () => {
  it('is last in the list, marked, and cannot be invited', async () => {
    const { id, csr } = await api.startSession();
    const { inviteUser } = await api.owner.ask(
      'mutation { inviteUser(input: { email: "not.yet@example.org", name: "Aa", roleId: "CSR", locale: en }) { member { id } } }',
    );
    const userId = inviteUser.member.id as string;
    const { colleagues } = await csr.ask('{ colleagues { id hasSignedIn } }');
    expect(colleagues.at(-1)).toEqual({ id: userId, hasSignedIn: false });
    expect(colleagues[0].hasSignedIn).toBe(true);
    const ask = 'mutation($i: InviteColleagueInput!) { inviteColleague(input: $i) { id } }';
    expect(await csr.refusal(ask, { i: { sessionId: id, userId } })).toBe('NEVER_SIGNED_IN');
  });
});

describe('control of a session', () => {
  it('is transferred, and taken back by the CSR who handed it over; End becomes Leave', async () => {
    const { id, number, csr } = await api.startSession();
    const helper = await assist(api, number);
    const { transferControl } = await csr.ask(GIVE, { s: id, t: helper.participantId });
    expect(transferControl).toEqual({ id: helper.participantId, role: 'PRIMARY_CSR' });
    expect(await csr.refusal(END, { s: id })).toBe('FORBIDDEN');
    expect(await csr.refusal(GIVE, { s: id, t: helper.participantId })).toBe('FORBIDDEN');
    await csr.ask(TAKE, { s: id });
    expect(await helper.refusal(END, { s: id })).toBe('FORBIDDEN');
    expect(await helper.failure(TAKE, { s: id })).toBeNull(); // the two have swapped roles
    await csr.ask(LEAVE, { s: id });
    expect(await helper.refusal(END, { s: id })).toBeNull();
    expect(await api.eventTypes(id)).toEqual(
      expect.arrayContaining(['participants.controlTransferred', 'participants.left']),
    );
    const nameOf = async (user: ApiUser) => (await user.ask('{ me { name } }')).me.name;
    const names = [await nameOf(csr), await nameOf(helper)];
    const led = (await api.owner.ask(`{ sessionReport(sessionId: "${id}") { csrNames } }`)).sessionReport.csrNames;
    expect(led).toEqual(names); // each CSR who led, once
  });

  it('makes the report readable for every CSR who took part, and for no other', async () => {
    const { id, number, csr } = await api.startSession();
    const helper = await assist(api, number);
    await csr.ask(GIVE, { s: id, t: helper.participantId });
    await helper.ask(END, { s: id });
    const read = 'query($id: ID!) { sessionReport(sessionId: $id) { number } }';
    for (const user of [csr, helper]) expect(await user.refusal(read, { id })).toBeNull();
    expect(await (await api.staff('CSR')).refusal(read, { id })).toBe('NOT_FOUND');
    expect((await helper.ask('query { sessions(filter: { mine: true }) { totalCount } }')).sessions.totalCount).toBe(1);
  });

  it('keeps an ended session in the lists of the CSRs who took part, and not of removed ones', async () => {
    const { id, number, csr } = await api.startSession();
    const helpers = [await assist(api, number), await assist(api, number), await assist(api, number)] as const;
    const [stayed, left, removed] = helpers;
    await left.ask(LEAVE, { s: id });
    await csr.ask('mutation($p: ID!) { removeParticipant(participantId: $p) { id } }', { p: removed.participantId });
    await csr.ask(END, { s: id });
    await api.reportsAreCounted();
    const lists = `{ sessions(filter: { mine: true }) { edges { node { id } } }
      sessionReports { edges { node { sessionId } } } }`;
    const own = { sessions: { edges: [{ node: { id } }] }, sessionReports: { edges: [{ node: { sessionId: id } }] } };
    for (const user of [csr, stayed, left]) expect(await user.ask(lists)).toEqual(own);
    expect(await removed.ask(lists)).toEqual({ sessions: { edges: [] }, sessionReports: { edges: [] } });
  });

  it('cannot be given to a participant who has left, and the primary CSR cannot leave', async () => {
    const { id, number, csr } = await api.startSession();
    const helper = await assist(api, number);
    expect(await csr.refusal(LEAVE, { s: id })).toBe('FORBIDDEN');
    await helper.ask(LEAVE, { s: id });
    expect(await csr.refusal(GIVE, { s: id, t: helper.participantId })).toBe('PARTICIPANT_NOT_PRESENT');
  });

  it('can be taken by an assistant only while the primary CSR is away, by one of two at the same time', async () => {
    const { id, number, csr } = await api.startSession();
    const [one, two] = [await assist(api, number), await assist(api, number)];
    const name = (await csr.ask('query { me { name } }')).me.name as string;
    expect(await one.failure(TAKE, { s: id })).toMatchObject({ code: 'CONTROL_TAKEN', params: { name } });
    for (let round = 0; round < 10; round++) {
      const led = (await primaries(id))[0]!;
      await api.prisma.participant.update({ where: { id: led.id }, data: { isAway: true } });
      await api.prisma.participant.updateMany({ where: { sessionId: id }, data: { gaveControlAt: null } });
      const others = [one, two, Object.assign(csr, { participantId: await ownId(csr, id) })].filter(
        ({ participantId }) => participantId !== led.id,
      );
      const codes = await Promise.all(others.map((each) => each.refusal(TAKE, { s: id })));
      expect(codes.sort()).toEqual(['CONTROL_TAKEN', null]);
      expect(await primaries(id)).toHaveLength(1);
    }
  });

  it('goes to one of two at the same time, and the database permits only one', async () => {
    for (let round = 0; round < 10; round++) {
      const { id, number, csr } = await api.startSession();
      const helpers = [await assist(api, number), await assist(api, number)];
      const codes = await Promise.all(
        helpers.map(({ participantId }) => csr.refusal(GIVE, { s: id, t: participantId })),
      );
      expect(codes.sort()).toEqual(['FORBIDDEN', null]);
      expect(await primaries(id)).toHaveLength(1);
      const second = api.prisma.participant.updateMany({
        where: { sessionId: id, state: 'SEATED', userId: { not: null } },
        data: { role: 'PRIMARY_CSR' },
      });
      await expect(second).rejects.toMatchObject({ code: 'P2002' });
    }
  }, 30_000);

  it('counts towards the limit of live sessions', async () => {
    await mode('SINGLE');
    const { id, number, csr } = await api.startSession();
    const busy = (await api.startSession()).csr;
    const helper = await assist(api, number, busy);
    expect(await csr.refusal(GIVE, { s: id, t: helper.participantId })).toBe('SESSION_LIMIT');
    await mode('MULTI');
  });

  it('ends a consent for one CSR: the new primary CSR asks again, unless any representative was allowed', async () => {
    for (const isForAnyCsr of [false, true]) {
      const { id, number, csr } = await api.startSession();
      const customer = await api.customer(number);
      const helper = await assist(api, number);
      const shareId = await seen({ id, csr, customer }, isForAnyCsr);
      await csr.ask(GIVE, { s: id, t: helper.participantId });
      const share = await api.prisma.share.findUniqueOrThrow({ where: { id: shareId } });
      expect(share).toMatchObject(
        isForAnyCsr
          ? { state: 'LIVE', askedById: helper.participantId }
          : { state: 'STOPPED', endReason: 'ROLE_CHANGED' },
      );
      if (isForAnyCsr) await helper.ask('mutation($id: ID!) { stopShare(shareId: $id) { id } }', { id: shareId });
      expect((await helper.ask(ASK, { s: id })).askShare.state).toBe(isForAnyCsr ? 'GRANTED' : 'ASKED');
    }
  });
});

describe('a second customer', () => {
  it('joins beside the first, becomes primary, and all consents of the former one end', async () => {
    const { id, csr, customer, second } = await fullSession(api);
    const shareId = await seen({ id, csr, customer }, true);
    await customer.ask('mutation($s: ID!) { setCamera(sessionId: $s, isOn: true) { id } }', { s: id });
    expect(await second.refusal('mutation($s: ID!) { setCamera(sessionId: $s, isOn: true) { id } }', { s: id })).toBe(
      'FORBIDDEN',
    );
    await csr.ask(SWAP, { p: second.participantId });
    expect(await api.prisma.share.findUniqueOrThrow({ where: { id: shareId } })).toMatchObject({
      state: 'STOPPED',
      endReason: 'ROLE_CHANGED',
    });
    expect(
      await api.prisma.grant.count({ where: { grantorIds: { has: customer.participantId }, endedAt: null } }),
    ).toBe(0);
    expect(
      await api.prisma.mediaSeat.findUniqueOrThrow({ where: { participantId: customer.participantId } }),
    ).toMatchObject({ isCameraOn: false, isScreenAllowed: false });
    expect((await primaries(id, 'PRIMARY_CUSTOMER')).map((row) => row.id)).toEqual([second.participantId]);
    expect((await csr.ask(ASK, { s: id })).askShare.state).toBe('ASKED');
    expect(await csr.refusal(SWAP, { p: second.participantId })).toBe('PARTICIPANT_NOT_PRESENT');
    await csr.ask(SWAP, { p: customer.participantId });
  });

  it('is chosen once when two windows swap at the same time', async () => {
    const { id, number, csr, second } = await fullSession(api);
    const third = await api.customer(number, { name: 'Third' });
    await csr.ask('mutation($p: ID!) { seatParticipant(participantId: $p, place: BESIDE) { id } }', {
      p: third.participantId,
    });
    await Promise.all([second, third].map(({ participantId }) => csr.refusal(SWAP, { p: participantId })));
    expect(await primaries(id, 'PRIMARY_CUSTOMER')).toHaveLength(1);
  });
});

describe('a locked session', () => {
  it('makes everybody wait for admission: the first customer, a colleague and an expert too', async () => {
    const { id, number, csr } = await api.startSession();
    await csr.ask('mutation($s: ID!) { lockSession(sessionId: $s, isLocked: true) { isLocked } }', { s: id });
    const customer = await api.customer(number);
    const helper = await assist(api, number);
    const guest = await expert(api, csr, id);
    const rows = await api.prisma.participant.findMany({ where: { sessionId: id, role: { not: 'PRIMARY_CSR' } } });
    expect(rows.map(({ state }) => state)).toEqual(['WAITING', 'WAITING', 'WAITING']);
    for (const { participantId } of [customer, helper, guest]) await csr.ask(LET_IN, { p: participantId });
    expect(await helper.refusal(SEND, say(id, 'CSRS'))).toBeNull();
    expect(await customer.refusal(SEND, say(id, 'EVERYONE'))).toBeNull();
    expect((await csr.ask('query($id: ID!) { session(id: $id) { state isLocked } }', { id })).session).toEqual({
      state: 'ACTIVE',
      isLocked: true,
    });
  });
});
