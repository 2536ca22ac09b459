import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../tools/test/patience.mjs';
import type { ApiUser } from './api-user.js';
import { filePeer, png } from './file-peer.js';
import type { Seated } from './session-world.js';
import { startTestApi, type TestApi } from './test-api.js';

const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';
const EDIT = 'mutation($i: EditChatMessageInput!) { editChatMessage(input: $i) { id } }';
const DELETE = 'mutation($id: ID!) { deleteChatMessage(messageId: $id) { id } }';
const PUSH = 'mutation($i: PushLinkInput!) { pushLink(input: $i) { id } }';
const OPEN = 'mutation($id: ID!) { openLink(messageId: $id) { id } }';
const LEAVE = 'mutation($id: ID!) { leaveSession(sessionId: $id) }';
const REMOVE = 'mutation($p: ID!) { removeParticipant(participantId: $p) { id } }';
const HOLD = 'mutation($i: HoldCustomerInput!) { holdCustomer(input: $i) { id } }';
const RESUME = 'mutation($id: ID!) { resumeCustomer(sessionId: $id) { id } }';
const LET_IN =
  'mutation($p: ID!, $at: SeatPlace! = INSTEAD, $as: ID) { seatParticipant(participantId: $p, place: $at, sameAs: $as) { id role continues } }';
const EVENT = `__typename seq actor { name }
  ... on ParticipantJoined { participant { name } admittedAs } ... on ParticipantLeft { participant { name } }
  ... on ChatMessageSent { message { id text recipient { name } } } ... on ChatMessageEdited { message { id text } }
  ... on ChatMessageDeleted { message { id text } } ... on ChatLinkPushed { message { id link { url } } }
  ... on ChatLinkOpened { message { id link { url } } } ... on FilePublished { file { name } }
  ... on FileWithdrawn { file { name } } ... on ShareStopped { share { id customer { name } } }
  ... on ShareWithdrawn { share { id customer { name } } }
  ... on CustomerHeld { hold { message } } ... on CustomerResumed { hold { message } }`;
const SNAPSHOT = `query($id: ID!) { session(id: $id) { readUpTo hold { message }
  participants { name state } messages(last: 50) { id text sender { name } recipient { name } readBy { name } link { url openings { participant { name } } } }
  files { name state } peopleEvents { ${EVENT} } shares { id customer { name } } grants { id grantor { name } } invitations { email name } } }`;
const TRANSCRIPT = 'query($i: ChatTranscriptInput!) { chatTranscript(input: $i) { body } }';
const DONE = 'WRITTEN LATER';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

let count = 0;
async function say(user: ApiUser, sessionId: string, text: string, more: object = {}): Promise<string> {
  const input = { sessionId, clientId: `m${++count}`, audience: 'EVERYONE', text, ...more };
  return (await user.ask(SEND, { i: input })).sendChatMessage.id as string;
}

/**
 * Creates everything that an earlier customer can take part in, marked with their name. Then they leave or are removed.
 */
async function hasBeenThere(how: 'left' | 'removed' | 'stays') {
  const { id, number, csr } = await api.startSession();
  const first = await api.customer(number, { name: 'FIRST Kim' });
  const own = await say(first, id, 'FIRST wrote this');
  const toEdit = await say(csr, id, 'FIRST was told this');
  const toDelete = await say(csr, id, 'FIRST was told that');
  await say(csr, id, 'FIRST alone', { audience: 'PERSON', recipientId: first.participantId });
  const { pushLink } = await csr.ask(PUSH, {
    i: { sessionId: id, clientId: `l${++count}`, audience: 'EVERYONE', url: 'https://example.org/FIRST' },
  });
  const files = filePeer(api, csr, id);
  const file = await files.publish(png(1000), { name: 'FIRST.png' });
  const toWithdraw = await files.publish(png(1000, 2), { name: 'FIRST too.png', fingerprint: 'file two' });
  const sent = await filePeer(api, first, id).publish(png(1000, 3), {
    name: 'FIRST sent.png',
    fingerprint: 'file three',
  });
  await csr.ask(HOLD, { i: { sessionId: id, message: 'FIRST, wait a moment' } });
  if (how === 'left') await first.ask(LEAVE, { id });
  if (how === 'removed') await csr.ask(REMOVE, { p: first.participantId });
  await say(csr, id, 'FIRST has gone, as it seems');
  return { id, number, csr, first, own, toEdit, toDelete, link: pushLink.id as string, file, toWithdraw, sent, files };
}
type Before = Awaited<ReturnType<typeof hasBeenThere>>;

/** Events that follow after the newcomer is admitted: some about earlier objects, some about new ones. */
async function goOn({ id, csr, toEdit, toDelete, toWithdraw, files }: Before): Promise<void> {
  await csr.ask(EDIT, { i: { messageId: toEdit, text: 'FIRST was told this, changed' } });
  await csr.ask(DELETE, { id: toDelete });
  await csr.ask('mutation($id: ID!) { withdrawFile(fileId: $id) { id } }', { id: toWithdraw.id });
  await csr.ask(RESUME, { id });
  await say(csr, id, DONE);
  await files.publish(png(1000, 4), { name: `${DONE}.png`, fingerprint: 'file four' });
}

/** Everything that the stream sends to a participant, from its start. */
async function toldFrom(user: ApiUser, sessionId: string, after: number): Promise<string> {
  const client = user.socket();
  const received: unknown[] = [];
  const stop = client.subscribe(
    { query: `subscription { sessionEvents(sessionId: "${sessionId}", after: ${after}) { ${EVENT} } }` },
    {
      next: ({ data }) => void received.push(data),
      error: (cause) => void received.push(cause),
      complete: () => undefined,
    },
  );
  await expect.poll(() => JSON.stringify(received), { timeout: within(5000) }).toContain(`${DONE}.png`);
  stop();
  client.terminate();
  return JSON.stringify(received);
}

type Reader = ApiUser & Seated;
const transcript = async (user: Reader, sessionId: string, format: string) =>
  (await user.ask(TRANSCRIPT, { i: { sessionId, format, locale: 'en' } })).chatTranscript.body as string;
const refusalOr = async (work: Promise<unknown>) =>
  JSON.stringify(await work.catch((error: { failure?: { code: string } }) => error.failure?.code));

/** Every query and file by which a participant reads, with its result. */
const PATHS: [string, (user: Reader, before: Before) => Promise<string>][] = [
  ['the session’s page', async (user, { id }) => JSON.stringify(await user.ask(SNAPSHOT, { id }))],
  ['the stream from its beginning', (user, { id }) => toldFrom(user, id, 0)],
  ['the stream from somewhere before', (user, { id }) => toldFrom(user, id, 3)],
  [
    'the stream by requests',
    async (user, { id }) => {
      const step = `query { nextSessionEvents(sessionId: "${id}", after: 0) { events { ${EVENT} } } }`;
      return JSON.stringify(await user.ask(step));
    },
  ],
  ['the conversation as a text file', (user, { id }) => transcript(user, id, 'TEXT')],
  ['the conversation as a JSON file', (user, { id }) => transcript(user, id, 'JSON')],
  [
    'the conversation after leaving',
    async (user, { id }) => {
      await user.ask(LEAVE, { id });
      return transcript(user, id, 'TEXT');
    },
  ],
];
/** Objects of the first customer, by id. */
const THINGS: [string, (user: Reader, before: Before) => Promise<string>][] = [
  ['a file of the CSR’s', (user, { id, file }) => refusalOr(filePeer(api, user, id).link(file.id))],
  ['a file from the first customer', (user, { id, sent }) => refusalOr(filePeer(api, user, id).link(sent.id))],
  ['a web address from the CSR', (user, { link }) => refusalOr(user.ask(OPEN, { id: link }))],
  ['a message to edit', (user, { own }) => refusalOr(user.ask(EDIT, { i: { messageId: own, text: 'x FIRST' } }))],
];

async function comeBack(before: Before, as: 'SAME' | 'ANOTHER'): Promise<Reader> {
  const newcomer = await api.customer(before.number, { name: 'Lee Sora' });
  expect(newcomer.state).toBe('WAITING');
  const sameAs = as === 'SAME' ? before.first.participantId : null;
  const { seatParticipant } = await before.csr.ask(LET_IN, { p: newcomer.participantId, as: sameAs });
  expect(seatParticipant.role).toBe('PRIMARY_CUSTOMER');
  await goOn(before);
  return newcomer;
}

describe.each(['left', 'removed', 'stays'] as const)('after the first customer %s', (how) => {
  it('another person reads only what is new, by every query', { timeout: within(30_000) }, async () => {
    const before = await hasBeenThere(how);
    const newcomer = await comeBack(before, 'ANOTHER');
    for (const [name, take] of THINGS) expect(await take(newcomer, before), name).toMatch(/NOT_FOUND|FORBIDDEN/);
    for (const [name, read] of PATHS) {
      const seen = await read(newcomer, before);
      expect(seen, name).toContain(DONE);
      expect(seen, name).not.toContain('FIRST');
    }
  });

  it('the same person reads everything from before, by every query', { timeout: within(30_000) }, async () => {
    const before = await hasBeenThere(how);
    const newcomer = await comeBack(before, 'SAME');
    for (const [name, read] of PATHS.slice(0, -1)) {
      const seen = await read(newcomer, before);
      for (const text of [DONE, 'FIRST wrote this', 'FIRST alone']) expect(seen, name).toContain(text);
    }
    for (const [name, take] of THINGS) expect(await take(newcomer, before), name).not.toMatch(/NOT_FOUND|FORBIDDEN/);
    const [name, readAfterLeaving] = PATHS.at(-1)!;
    expect(await readAfterLeaving(newcomer, before), name).toContain('FIRST alone');
  });
});

describe('a customer who returns', () => {
  it('after leaving or being removed is admitted by the CSR only, by number and by the old link', async () => {
    for (const how of ['left', 'removed'] as const) {
      const { id, csr } = await api.startSession();
      const { createInvitationLink } = await csr.ask(
        'mutation($s: ID!) { createInvitationLink(input: { sessionId: $s, name: "Kim", locale: en }) { url } }',
        { s: id },
      );
      const token = (createInvitationLink.url as string).split('/').at(-1)!;
      const first = await api.customerBy({ token });
      expect(first.state).toBe('SEATED');
      const { session } = await csr.ask('query($id: ID!) { session(id: $id) { number } }', { id });
      if (how === 'left') await first.ask(LEAVE, { id });
      else await csr.ask(REMOVE, { p: first.participantId });
      for (const by of [{ token }, { number: session.number as string }]) {
        expect((await api.customerBy(by)).state).toBe('WAITING');
        // with the cookie of the closed seat too: the CSR is informed that it is the same browser
        const sameBrowser = await api.customerBy(by, { user: api.stranger().takeCookiesOf(first) });
        expect(sameBrowser.state).toBe('WAITING');
        const about = 'query($id: ID!) { session(id: $id) { participants { id formerId } } }';
        const { participants } = (await csr.ask(about, { id })).session;
        expect(participants).toContainEqual({ id: sameBrowser.participantId, formerId: first.participantId });
      }
    }
  });

  it('with the seat’s cookie is not asked about: a reload, or a long loss of connection', async () => {
    const { id, number } = await api.startSession();
    const first = await api.customer(number);
    const stream = first.follow(id);
    await expect.poll(() => stream.events.length).toBeGreaterThan(0);
    stream.cut();
    api.clock.turn(LIMITS.disconnectGrace + 60_000);
    await api.sweep();
    const again = await api.customer(number, { user: first });
    expect([again.state, again.participantId]).toEqual(['SEATED', first.participantId]);
  });

  it('is listed in the log and the report with the identity that the CSR chose', async () => {
    for (const as of ['SAME', 'ANOTHER'] as const) {
      const before = await hasBeenThere('left');
      await comeBack(before, as);
      const report = `query($id: ID!) { sessionReport(sessionId: $id) { customerNames timeline(after: 0) { ${EVENT} } } }`;
      const { timeline, customerNames } = (await api.owner.ask(report, { id: before.id })).sessionReport;
      const joined = timeline.filter((event: { __typename: string }) => event.__typename === 'ParticipantJoined');
      expect(joined.map(({ admittedAs }: { admittedAs: string | null }) => admittedAs)).toEqual([
        null,
        null,
        `${as}_PERSON`,
      ]);
      expect(customerNames).toHaveLength(as === 'SAME' ? 1 : 2); // each person once
    }
  });

  it('as the same person does not read what another person read in between', async () => {
    const before = await hasBeenThere('left');
    const other = await comeBack(before, 'ANOTHER');
    await other.ask(LEAVE, { id: before.id });
    const back = await api.customer(before.number, { name: 'Kim' });
    // SAME is refused for a participant of another session, for a colleague, and for a seat that has been continued
    const elsewhere = await api.customer((await api.startSession()).number);
    const { session } = await before.csr.ask('query($id: ID!) { session(id: $id) { mySeat { id } } }', {
      id: before.id,
    });
    for (const as of [elsewhere.participantId, session.mySeat.id, back.participantId, 'nobody'])
      expect(await before.csr.refusal(LET_IN, { p: back.participantId, as })).toBe('PARTICIPANT_NOT_PRESENT');
    await before.csr.ask(LET_IN, { p: back.participantId, as: other.participantId });
    expect(await transcript(back, before.id, 'TEXT')).not.toContain('FIRST');
    await back.ask(LEAVE, { id: before.id });
    const third = await api.customer(before.number);
    expect(await before.csr.refusal(LET_IN, { p: third.participantId, as: other.participantId })).toBe(
      'PARTICIPANT_NOT_PRESENT',
    );
    const { seatParticipant } = await before.csr.ask(LET_IN, { p: third.participantId, as: back.participantId });
    expect(seatParticipant.continues).toEqual([back.participantId, other.participantId]);
  });

  it('in the seat of a second customer is another person, and reads only what is new', async () => {
    const before = await hasBeenThere('stays');
    const beside = await api.customer(before.number, { name: 'Lee Sora' });
    await before.csr.ask(LET_IN, { p: beside.participantId, at: 'BESIDE' });
    await goOn(before);
    const seen = await transcript(beside, before.id, 'TEXT');
    expect(seen).toContain(DONE);
    expect(seen).not.toContain('FIRST');
  });
});
