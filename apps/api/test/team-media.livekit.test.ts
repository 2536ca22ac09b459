import { describe, expect, it } from 'vitest';
import { useMediaWorld } from './media-frame.js';
import { MediaPeer } from './media-peer.js';
import { WINDOW } from './media-world.js';
import { assist, fullSession, tick } from './session-world.js';
import { within } from '../../../tools/test/patience.mjs';

/** A LiveKit client takes a second or two to report a newcomer. */
const SOON = { timeout: within(10_000) };
/** Rights and their tracks are gone within this time. */
const PROMPTLY = { timeout: within(1000), interval: 20 };
const JOIN = `mutation($s: ID!) { joinMedia(input: { sessionId: $s, windowId: "${WINDOW}" }) { token } }`;
const CAMERA = 'mutation($id: ID!) { setCamera(sessionId: $id, isOn: true) { id } }';

const media = useMediaWorld();

describe('at the media server', () => {
  it('only participants who may talk with the customer can publish audio, and only those who may view are in the room', async () => {
    const { id, csr, customer, second, assistant, guest } = await fullSession(media.api);
    const voices = async () => {
      const heard: string[] = [];
      for (const [name, user] of Object.entries({ csr, customer, second, assistant, guest }))
        if ((await media.enter(user, id)).mayTalk()) heard.push(name);
      return heard;
    };
    expect(await voices()).toEqual(['csr', 'customer']);
    for (const { participantId } of [assistant, guest]) await tick(csr, participantId, ['VIEW', 'CHAT_CUSTOMER']);
    expect(await voices()).toEqual(['csr', 'customer', 'assistant', 'guest']);
    for (const { participantId } of [assistant, guest]) await tick(csr, participantId, ['CHAT_CUSTOMER']);
    for (const user of [assistant, guest]) expect(await user.refusal(JOIN, { s: id })).toBe('FORBIDDEN');
  }, 60_000);

  it('an assistant who loses the right to talk is muted, and without the right to view disconnected, within a second', async () => {
    const { id, number, csr } = await media.api.startSession();
    const helper = await assist(media.api, number);
    await tick(csr, helper.participantId, ['VIEW', 'CHAT_CUSTOMER']);
    await helper.ask(CAMERA, { id });
    const csrPeer = await media.enter(csr, id);
    const peer = await media.enter(helper, id);
    await expect.poll(() => peer.may(), SOON).toContain('camera');
    await peer.show('camera');
    await expect.poll(() => csrPeer.sees(helper.participantId), SOON).toEqual(['camera']);
    await tick(csr, helper.participantId, ['VIEW']);
    await expect.poll(() => csrPeer.sees(helper.participantId), PROMPTLY).toEqual([]);
    await expect.poll(() => peer.mayTalk(), PROMPTLY).toBe(false);
    await tick(csr, helper.participantId, []);
    await expect.poll(() => peer.out !== null, PROMPTLY).toBe(true);
  }, 40_000);

  it('the former primary customer’s tracks stop within a second after the swap', async () => {
    const { id, csr, customer, second } = await fullSession(media.api);
    await customer.ask(CAMERA, { id });
    const csrPeer = await media.enter(csr, id);
    const peer = await media.enter(customer, id);
    await expect.poll(() => peer.may(), SOON).toContain('camera');
    await peer.show('camera');
    await expect.poll(() => csrPeer.sees(customer.participantId), SOON).toEqual(['camera']);
    await csr.ask('mutation($p: ID!) { swapCustomer(participantId: $p) { id } }', { p: second.participantId });
    await expect.poll(() => csrPeer.sees(customer.participantId), PROMPTLY).toEqual([]);
    expect(await customer.refusal(CAMERA, { id })).toBe('FORBIDDEN');
    expect(await second.refusal(CAMERA, { id })).toBeNull();
  }, 40_000);

  it('a ticket that was issued before the role changed is invalid after it', async () => {
    const { id, number, csr } = await media.api.startSession();
    const helper = await assist(media.api, number);
    await tick(csr, helper.participantId, ['VIEW', 'CHAT_CUSTOMER']);
    const ticket = await media.world.ticketFor(helper, id);
    await tick(csr, helper.participantId, ['VIEW']);
    const peer = new MediaPeer();
    await expect(peer.join(ticket)).rejects.toThrow();
  });
});
