import { LIMITS, type GrantDuration } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { useMediaWorld } from './media-frame.js';
import { END } from './media-world.js';
import { assist, type Seated } from './session-world.js';
import { within } from '../../../tools/test/patience.mjs';

const ASK =
  'mutation($s: ID!, $a: ShareAction!) { askShare(input: { sessionId: $s, action: $a, target: DESKTOP }) { id } }';
const ANSWER = 'mutation($i: AnswerShareInput!) { answerShare(input: $i) { grant { id } } }';
const START = 'mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { state publisher { id } } }';
const STOP = 'mutation($id: ID!) { stopShare(shareId: $id) { id } }';
const FAIL = 'mutation($id: ID!) { failShare(shareId: $id, reason: CAPTURE_FAILED) { id } }';
const REVOKE = 'mutation($id: ID!) { revokeGrant(grantId: $id) { id } }';
const GIVE = 'mutation($s: ID!, $t: ID!) { transferControl(sessionId: $s, toId: $t) { id } }';
const LEAVE = 'mutation($s: ID!) { leaveSession(sessionId: $s) }';
const REMOVE = 'mutation($p: ID!) { removeParticipant(participantId: $p) { id } }';
const SEAT = 'mutation($p: ID!) { seatParticipant(participantId: $p, place: BESIDE) { id } }';
const SWAP = 'mutation($p: ID!) { swapCustomer(participantId: $p) { id } }';
const SOON = { timeout: within(10_000), interval: 50 };

const media = useMediaWorld();

type Person = ApiUser & Seated;
interface Scene {
  id: string;
  shareId: string;
  grantId: string;
  csr: ApiUser;
  customer: Person;
  /** A second CSR and a second customer. */
  helper: Person;
  second: Person;
}

/** A live screen: its publisher's page keeps sending, and a watcher receives it. */
async function seen(action: 'REQUEST_VIEW' | 'SHARE_VIEW', duration: GrantDuration) {
  const { api, enter } = media;
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number);
  const second = await api.customer(number, { name: 'Choi Yuna' });
  await csr.ask(SEAT, { p: second.participantId });
  const helper = await assist(api, number);
  const isView = action === 'REQUEST_VIEW';
  const publisher = await enter(isView ? customer : csr, id);
  const watcher = await enter(isView ? csr : customer, id);
  const shareId = (await csr.ask(ASK, { s: id, a: action })).askShare.id as string;
  const i = { shareId, answer: 'ALLOW', duration, viewerIds: [helper.participantId, second.participantId] };
  const grantId = (await customer.ask(ANSWER, { i })).answerShare.grant.id as string;
  const { startShare } = await (isView ? customer : csr).ask(START, { id: shareId });
  const publisherId = startShare.publisher.id as string;
  await expect.poll(() => publisher.may(), SOON).toContain('screen');
  await publisher.show('screen');
  await expect.poll(() => watcher.sees(publisherId), SOON).toEqual(['screen']);
  const scene: Scene = { id, shareId, grantId, csr, customer, helper, second };
  return { scene, publisher, watcher, publisherId };
}

const ENDS: [string, 'REQUEST_VIEW' | 'SHARE_VIEW', GrantDuration, (scene: Scene) => Promise<unknown>][] = [
  ['the CSR stops it', 'REQUEST_VIEW', 'ONCE', ({ csr, shareId }) => csr.ask(STOP, { id: shareId })],
  ['the customer stops it', 'REQUEST_VIEW', 'SESSION', ({ customer, shareId }) => customer.ask(STOP, { id: shareId })],
  [
    'the page reports a failure',
    'REQUEST_VIEW',
    'ONCE',
    ({ customer, shareId }) => customer.ask(FAIL, { id: shareId }),
  ],
  [
    'the consent is withdrawn',
    'REQUEST_VIEW',
    'SESSION',
    ({ customer, grantId }) => customer.ask(REVOKE, { id: grantId }),
  ],
  [
    'the consent expires',
    'REQUEST_VIEW',
    'TEN_MINUTES',
    () => {
      media.api.clock.turn(LIMITS.tenMinuteGrant + 1000);
      return media.api.sweep();
    },
  ],
  [
    'control is transferred',
    'REQUEST_VIEW',
    'SESSION',
    ({ csr, id, helper }) => csr.ask(GIVE, { s: id, t: helper.participantId }),
  ],
  [
    'another customer is made the primary one',
    'REQUEST_VIEW',
    'SESSION',
    ({ csr, second }) => csr.ask(SWAP, { p: second.participantId }),
  ],
  ['the customer leaves', 'REQUEST_VIEW', 'SESSION', ({ customer, id }) => customer.ask(LEAVE, { s: id })],
  ['the session ends', 'REQUEST_VIEW', 'SESSION', ({ csr, id }) => csr.ask(END, { id })],
  ['the customer stops watching', 'SHARE_VIEW', 'ONCE', ({ customer, shareId }) => customer.ask(STOP, { id: shareId })],
  ['the customer leaves', 'SHARE_VIEW', 'ONCE', ({ customer, id }) => customer.ask(LEAVE, { s: id })],
  [
    'the customer is removed',
    'SHARE_VIEW',
    'ONCE',
    ({ csr, customer }) => csr.ask(REMOVE, { p: customer.participantId }),
  ],
  [
    'another customer is made the primary one',
    'SHARE_VIEW',
    'ONCE',
    ({ csr, second }) => csr.ask(SWAP, { p: second.participantId }),
  ],
  [
    'control is transferred',
    'SHARE_VIEW',
    'ONCE',
    ({ csr, id, helper }) => csr.ask(GIVE, { s: id, t: helper.participantId }),
  ],
];

describe('the media server withdraws the right to publish a screen', { timeout: within(30_000) }, () => {
  it.each(ENDS)('when %s (%s)', async (_name, action, duration, act) => {
    const { scene, publisher, watcher, publisherId } = await seen(action, duration);
    const began = performance.now();
    await act(scene);
    const isOver = () => publisher.out !== null || !publisher.may().includes('screen');
    await expect.poll(isOver, SOON).toBe(true);
    const isUnseen = () => watcher.out !== null || watcher.sees(publisherId).length === 0;
    await expect.poll(isUnseen, SOON).toBe(true);
    console.log(`the right has ended after ${(performance.now() - began).toFixed(0)} ms: ${_name} (${action})`);
  });
});
