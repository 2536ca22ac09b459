import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { useMediaWorld } from './media-frame.js';
import type { MediaPeer } from './media-peer.js';
import { fullSession } from './session-world.js';
import { within } from '../../../tools/test/patience.mjs';

const CAMERA = 'mutation($id: ID!, $on: Boolean!) { setCamera(sessionId: $id, isOn: $on) { id } }';
const SHOW =
  'mutation($id: ID!, $v: ID!, $on: Boolean!) { showCamera(sessionId: $id, viewerId: $v, isShown: $on) { cameraShownToIds } }';
const SOON = { timeout: within(15_000) };
/** In this time a picture would have arrived: they are sent every tenth of a second. */
const A_WHILE = 1500;

const media = useMediaWorld();

/** The customer's camera is on; the CSR, an assistant and a secondary customer are in the room with raw clients. */
async function cameraOn() {
  const { id, csr, customer, second, assistant } = await fullSession(media.api);
  await customer.ask(CAMERA, { id, on: true });
  const [csrPeer, assistantPeer, secondPeer] = [
    await media.enter(csr, id),
    await media.enter(assistant, id),
    await media.enter(second, id),
  ];
  const customerPeer = await media.enter(customer, id);
  await expect.poll(() => customerPeer.may(), SOON).toContain('camera');
  const from = customer.participantId;
  const csrId = (await media.api.prisma.participant.findFirst({ where: { sessionId: id, role: 'PRIMARY_CSR' } }))!.id;
  const show = (viewer: ApiUser & { participantId: string }, on: boolean) =>
    customer.ask(SHOW, { id, v: viewer.participantId, on });
  return { id, csr, customer, second, assistant, csrId, csrPeer, assistantPeer, secondPeer, customerPeer, from, show };
}
async function gets(peer: MediaPeer, from: string): Promise<void> {
  const before = peer.gotFrom(from).pictures;
  await expect.poll(() => peer.gotFrom(from).pictures, SOON).toBeGreaterThan(before + 3);
}
/** Nothing arrives any more; pictures in transit may. */
async function getsNothing(peer: MediaPeer, from: string, meanwhile = () => {}): Promise<void> {
  const counts: number[] = [];
  await expect
    .poll(async () => {
      meanwhile();
      counts.push(peer.gotFrom(from).pictures);
      await sleep(A_WHILE);
      return peer.gotFrom(from).pictures - counts.at(-1)!;
    }, SOON)
    .toBe(0);
}

describe('the primary customer’s camera', () => {
  it('is seen by the CSRs, and by a secondary customer only from the agreement until its withdrawal', async () => {
    const s = await cameraOn();
    const { from, secondPeer } = s;
    const insist = () => secondPeer.askForCamera(from);
    s.customerPeer.letOnly([s.csrId, s.assistant.participantId]);
    await s.customerPeer.show('camera');
    await gets(s.csrPeer, from);
    await gets(s.assistantPeer, from);
    await getsNothing(secondPeer, from, insist);
    expect(secondPeer.gotFrom(from).pictures).toBe(0);

    expect((await s.show(s.second, true)).showCamera.cameraShownToIds).toEqual([s.second.participantId]);
    s.customerPeer.letOnly([s.csrId, s.assistant.participantId, s.second.participantId]);
    insist();
    await gets(secondPeer, from);

    expect((await s.show(s.second, false)).showCamera.cameraShownToIds).toEqual([]);
    s.customerPeer.letOnly([s.csrId, s.assistant.participantId]);
    await getsNothing(secondPeer, from, insist);
    await gets(s.csrPeer, from);
  }, 90_000);

  it('is withheld from secondary customers by the server too, when the customer’s page limits nobody', async () => {
    const s = await cameraOn();
    await s.customerPeer.show('camera');
    await gets(s.csrPeer, s.from);
    await getsNothing(s.secondPeer, s.from);
    await s.show(s.second, true);
    s.secondPeer.askForCamera(s.from);
    await gets(s.secondPeer, s.from);
    await s.show(s.second, false);
    await getsNothing(s.secondPeer, s.from);
    await gets(s.csrPeer, s.from);
  }, 90_000);

  it('is shown to nobody besides after it was turned off and on again, and the log says until when it was', async () => {
    const { id, csr, customer, second } = await fullSession(media.api);
    await customer.ask(CAMERA, { id, on: true });
    await customer.ask(SHOW, { id, v: second.participantId, on: true });
    await customer.ask(CAMERA, { id, on: false });
    await customer.ask(CAMERA, { id, on: true });
    const query =
      'query($id: ID!) { sessionReport(sessionId: $id) { timeline { ... on CameraShown { isShown viewer { id } } } } session(id: $id) { participants { role cameraShownToIds } } }';
    const { session, sessionReport } = await csr.ask(query, { id });
    expect(session.participants).toContainEqual({ role: 'PRIMARY_CUSTOMER', cameraShownToIds: [] });
    const shown = (sessionReport.timeline as { viewer?: object }[]).filter(({ viewer }) => viewer);
    expect(shown).toEqual([true, false].map((isShown) => ({ isShown, viewer: { id: second.participantId } })));
  });

  it('is not shown while it is off, nor to somebody who is no secondary customer of the session', async () => {
    const { id, customer, second, assistant } = await fullSession(media.api);
    const show = (v: string) => ({ id, v, on: true });
    expect((await customer.ask(SHOW, show(second.participantId))).showCamera.cameraShownToIds).toEqual([]);
    await customer.ask(CAMERA, { id, on: true });
    const another = await fullSession(media.api);
    for (const other of [assistant.participantId, another.second.participantId, customer.participantId])
      expect(await customer.refusal(SHOW, show(other))).toBe('NOT_FOUND');
    expect(await second.refusal(SHOW, show(second.participantId))).toBe('FORBIDDEN');
  });
});

describe('a secondary customer', () => {
  it('may not turn on a camera, and the media server accepts none', async () => {
    const { id, second } = await fullSession(media.api);
    expect(await second.refusal(CAMERA, { id, on: true })).toBe('FORBIDDEN');
    const peer = await media.enter(second, id);
    const before = media.world.server.refusalsOf(second.participantId);
    peer.show('camera').catch(() => undefined); // the client gives up after ten more seconds
    await expect.poll(() => media.world.server.refusalsOf(second.participantId), SOON).toBeGreaterThan(before);
  }, 60_000);
});
