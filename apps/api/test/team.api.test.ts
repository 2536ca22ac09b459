import type { ParticipantRole } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { assist, expert, fullSession } from './session-world.js';
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
