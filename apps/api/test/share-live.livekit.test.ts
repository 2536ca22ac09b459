import { LIMITS } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { useMediaWorld } from './media-frame.js';
import { MediaPeer } from './media-peer.js';
import { within } from '../../../tools/test/patience.mjs';

const ASK =
  'mutation($s: ID!) { askShare(input: { sessionId: $s, action: REQUEST_VIEW, target: DESKTOP }) { id state } }';
const ANSWER = 'mutation($id: ID!) { answerShare(input: { shareId: $id, answer: ALLOW, duration: ONCE }) { id } }';
const START = 'mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { state } }';
const SOON = { timeout: within(10_000), interval: 50 };

const media = useMediaWorld();

/** The customer has allowed and selected a screen; nothing is sent yet. */
async function chosen({ isInRoom = true } = {}) {
  const { api } = media;
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number);
  const peer = isInRoom ? await media.enter(customer, id) : new MediaPeer();
  const share = (await csr.ask(ASK, { s: id })).askShare as { id: string };
  await customer.ask(ANSWER, { id: share.id });
  expect((await customer.ask(START, { id: share.id })).startShare.state).toBe('STARTING');
  const row = () => api.prisma.share.findUniqueOrThrow({ where: { id: share.id } });
  return { id, csr, customer, peer, row };
}
const show = async (peer: MediaPeer) => {
  await expect.poll(() => peer.may(), SOON).toContain('screen');
  await peer.show('screen');
};

describe('a share', () => {
  it('becomes live when the media server reports it, a moment after the picture was sent', async () => {
    const { peer, row } = await chosen();
    await show(peer);
    await expect.poll(async () => (await row()).state, SOON).toBe('LIVE');
    expect((await row()).liveAt).not.toBeNull();
  });

  it('becomes live by a sweep if that report was lost', async () => {
    const { peer, row } = await chosen();
    await media.api.features.media.stop(); // the media server's reports are lost
    await show(peer);
    const sees = async () => {
      await media.api.sweep();
      return (await row()).state;
    };
    await expect.poll(sees, SOON).toBe('LIVE');
    await media.api.restart();
  });

  it('fails when the page is connected but sends nothing, and loses the right to publish', async () => {
    const { peer, row } = await chosen();
    await expect.poll(() => peer.may(), SOON).toContain('screen');
    media.api.clock.turn(LIMITS.shareStart + 1000);
    await media.api.sweep();
    expect(await row()).toMatchObject({ state: 'FAILED', endReason: 'CAPTURE_FAILED', liveAt: null });
    await expect.poll(() => peer.may(), SOON).not.toContain('screen');
  });

  it('fails with another reason when its page never connected to the media server', async () => {
    const { row } = await chosen({ isInRoom: false });
    media.api.clock.turn(LIMITS.shareStart + 1000);
    await media.api.sweep();
    expect(await row()).toMatchObject({ state: 'FAILED', endReason: 'MEDIA_NOT_CONNECTED' });
  });
});
