import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { useMediaWorld } from './media-frame.js';
import { within } from '../../../tools/test/patience.mjs';

const HOLD =
  'mutation($i: HoldCustomerInput!) { holdCustomer(input: $i) { id hold { message by { name } startedAt } } }';
const RESUME = 'mutation($id: ID!) { resumeCustomer(sessionId: $id) { hold { id } } }';
const STATE =
  'query($id: ID!) { session(id: $id) { hold { message } participants { role isMicrophoneOn isCameraOn } shares { state } abilities { act reason } } }';
const SOON = { timeout: within(15_000) };

const media = useMediaWorld();
const turnOn = (user: ApiUser, id: string) =>
  user.ask(
    'mutation($id: ID!) { setMicrophone(sessionId: $id, isOn: true) { id } setCamera(sessionId: $id, isOn: true) { id } }',
    { id },
  );

/** Both publish audio and video, and the CSR sees the customer's screen. */
async function inFullSwing() {
  const { id, number, csr } = await media.api.startSession();
  const customer = await media.api.customer(number);
  const csrId = (await csr.ask('query($id: ID!) { session(id: $id) { mySeat { id } } }', { id })).session.mySeat.id;
  const share = {
    id: (
      await csr.ask(
        'mutation($s: ID!) { askShare(input: { sessionId: $s, action: REQUEST_VIEW, target: DESKTOP }) { id } }',
        { s: id },
      )
    ).askShare.id as string,
  };
  await customer.ask(
    'mutation($id: ID!) { answerShare(input: { shareId: $id, answer: ALLOW, duration: SESSION }) { id } }',
    share,
  );
  await customer.ask('mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { id } }', share);
  await turnOn(csr, id);
  await turnOn(customer, id);
  const csrPeer = await media.enter(csr, id);
  const customerPeer = await media.enter(customer, id);
  const showAll = async () => {
    await expect.poll(() => customerPeer.may(), SOON).toEqual(['camera', 'screen']);
    await expect.poll(() => csrPeer.may(), SOON).toContain('camera');
    await customerPeer.speak();
    await customerPeer.show('camera');
    await customerPeer.show('screen');
    await csrPeer.speak();
    await csrPeer.show('camera');
  };
  const got = () => [csrPeer.gotFrom(customer.participantId), customerPeer.gotFrom(csrId)];
  /** Video frames and audio arrive at both. */
  const flows = async () => {
    const before = got();
    await expect
      .poll(
        () => got().every((now, at) => now.pictures > before[at]!.pictures + 5 && now.sounds > before[at]!.sounds + 5),
        SOON,
      )
      .toBe(true);
  };
  await showAll();
  await flows();
  return { id, csr, customer, csrPeer, customerPeer, csrId, share, got, showAll, flows };
}

describe('hold', () => {
  it(
    'stops media in both directions, and afterwards restores everything that was on',
    { timeout: within(90_000) },
    async () => {
      const s = await inFullSwing();
      const { holdCustomer } = await s.csr.ask(HOLD, { i: { sessionId: s.id, message: ' 곧 돌아오겠습니다. ' } });
      expect(holdCustomer.hold).toMatchObject({ message: '곧 돌아오겠습니다.', by: { name: 'A CSR' } });
      await expect.poll(() => [s.csrPeer.may(), s.customerPeer.may()], SOON).toEqual([[], []]);
      expect([s.csrPeer.maySend(), s.customerPeer.maySend()]).toEqual([false, false]);
      await sleep(700); // frames in transit have arrived
      const before = s.got();
      await s.customerPeer.speak().catch(() => undefined); // a client that ignores the hold
      await sleep(2000);
      expect(s.got()).toEqual(before);
      expect(await media.world.livekit.guests(await media.world.roomOf(s.id))).toHaveLength(2);

      const { session } = await s.customer.ask(STATE, { id: s.id });
      expect(session).toMatchObject({ hold: { message: '곧 돌아오겠습니다.' }, shares: [{ state: 'LIVE' }] });
      for (const person of session.participants)
        expect(person).toMatchObject({ isMicrophoneOn: true, isCameraOn: true });

      expect((await s.csr.ask(RESUME, { id: s.id })).resumeCustomer.hold).toBeNull();
      await s.showAll();
      await s.flows();
      expect([s.csrPeer.maySend(), s.customerPeer.maySend()]).toEqual([true, true]);
      const log = await media.api.eventTypes(s.id);
      expect(log.filter((type) => type === 'consents.asked')).toHaveLength(1);
      expect(log.filter((type) => type.startsWith('media.held') || type.startsWith('media.resumed'))).toEqual([
        'media.held',
        'media.resumed',
      ]);
    },
  );

  it(
    'applies to a participant who joins during it, also with an earlier ticket',
    { timeout: within(60_000) },
    async () => {
      const s = await inFullSwing();
      await s.customerPeer.leave();
      const before = await media.world.ticketFor(s.customer, s.id);
      await s.csr.ask(HOLD, { i: { sessionId: s.id } });
      await expect(media.enterWith(before)).rejects.toThrow();
      const again = await media.enter(s.customer, s.id);
      await sleep(2000);
      expect(again.may()).toEqual([]);
      expect(again.maySend()).toBe(false);
      expect(again.gotFrom(s.csrId)).toEqual({ pictures: 0, sounds: 0 });
    },
  );

  it(
    'does not restore what the customer turned off in the meantime, nor a screen whose consent was withdrawn',
    { timeout: within(60_000) },
    async () => {
      const s = await inFullSwing();
      await s.csr.ask(HOLD, { i: { sessionId: s.id } });
      await s.customer.ask('mutation($id: ID!) { setCamera(sessionId: $id, isOn: false) { id } }', { id: s.id });
      await s.customer.ask('mutation($id: ID!) { stopShare(shareId: $id) { id } }', s.share);
      await s.csr.ask(RESUME, { id: s.id });
      await expect.poll(() => s.csrPeer.may(), SOON).toEqual(['camera']);
      expect(s.customerPeer.may()).toEqual([]);
    },
  );

  it('needs a customer, is the primary CSR’s, prevents screen requests, and ends with the session', async () => {
    const { id, number, csr } = await media.api.startSession();
    expect(await csr.refusal(HOLD, { i: { sessionId: id } })).toBe('CUSTOMER_NOT_PRESENT');
    const customer = await media.api.customer(number);
    expect(await customer.refusal(HOLD, { i: { sessionId: id } })).toBe('FORBIDDEN');
    expect(await csr.refusal(HOLD, { i: { sessionId: id, message: 'x'.repeat(301) } })).toBe('BAD_INPUT');
    await csr.ask(HOLD, { i: { sessionId: id } });
    await csr.ask(HOLD, { i: { sessionId: id, message: 'twice' } });
    expect(await media.api.prisma.hold.count({ where: { sessionId: id } })).toBe(1);
    const asked = await csr.refusal(
      'mutation($s: ID!) { askShare(input: { sessionId: $s, action: REQUEST_VIEW, target: DESKTOP }) { id } }',
      { s: id },
    );
    expect(asked).toBe('CUSTOMER_ON_HOLD');
    const { session } = await csr.ask(STATE, { id });
    expect(session.abilities).toContainEqual({ act: 'requestViewDesktop', reason: 'CUSTOMER_ON_HOLD' });
    await csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });
    expect(await media.api.prisma.hold.count({ where: { sessionId: id, endedAt: null } })).toBe(0);
  });
});

describe('the report', () => {
  it('does not count the time on hold as viewing time', async () => {
    const { id, number, csr } = await media.api.startSession();
    const customer = await media.api.customer(number);
    const share = {
      id: (
        await csr.ask(
          'mutation($s: ID!) { askShare(input: { sessionId: $s, action: REQUEST_VIEW, target: DESKTOP }) { id } }',
          { s: id },
        )
      ).askShare.id as string,
    };
    await customer.ask(
      'mutation($id: ID!) { answerShare(input: { shareId: $id, answer: ALLOW, duration: ONCE }) { id } }',
      share,
    );
    await customer.ask('mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { id } }', share);
    const peer = await media.enter(customer, id);
    await expect.poll(() => peer.may(), SOON).toContain('screen');
    await peer.show('screen');
    await expect.poll(() => media.api.eventTypes(id), SOON).toContain('sharing.started');
    media.api.clock.turn(10_000);
    await csr.ask(HOLD, { i: { sessionId: id } });
    media.api.clock.turn(600_000);
    await csr.ask(RESUME, { id });
    media.api.clock.turn(5000);
    await csr.ask('mutation($id: ID!) { stopShare(shareId: $id) { id } }', share);
    const { sessionReport } = await csr.ask('query($id: ID!) { sessionReport(sessionId: $id) { viewSeconds } }', {
      id,
    });
    expect(sessionReport.viewSeconds).toBeGreaterThanOrEqual(15);
    expect(sessionReport.viewSeconds).toBeLessThan(25);
  });
});
