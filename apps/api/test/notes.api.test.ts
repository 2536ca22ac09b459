import { LIMITS } from '@tandem/domain';
import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { noteUpdate } from './note-update.js';
import { openRawSocket } from './raw-socket.js';
import { randomOf } from './random.js';
import { assist } from './session-world.js';
import { startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

const SAVE =
  'mutation($i: SaveNoteInput!, $have: String) { saveNote(input: $i) { body revision stateVector missing(have: $have) } }';
const READ = 'query($id: ID!) { session(id: $id) { note { body revision } privateNote { body } } }';
const REPORT = 'query($id: ID!) { sessionReport(sessionId: $id) { note { body } privateNotes { body changedBy } } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

/** One window with a note. Its changes stay there until the server has them. */
function writer(user: ApiUser, sessionId: string, isPrivate = false) {
  const doc = new Y.Doc();
  const text = doc.getText('body');
  let known: Uint8Array | undefined;
  return {
    text,
    insert: (at: number, words: string) => text.insert(at, words),
    /** @param isHeard whether the answer arrives; the update arrives in any case */
    async save(isHeard = true): Promise<void> {
      const update = toBase64(Y.encodeStateAsUpdate(doc, known));
      const have = toBase64(Y.encodeStateVector(doc));
      const { saveNote } = await user.ask(SAVE, { i: { sessionId, isPrivate, update }, have });
      if (!isHeard) return;
      Y.applyUpdate(doc, fromBase64(saveNote.missing));
      known = fromBase64(saveNote.stateVector);
    },
  };
}

describe('a note that two CSRs edit at the same time', () => {
  it(
    'loses no word of either and becomes the same for both, through random disconnections',
    { timeout: within(60_000) },
    async () => {
      const seed = Date.now() % 100_000;
      const random = randomOf(seed);
      const below = (limit: number) => Math.floor(random() * limit);
      const { id, csr } = await api.startSession();
      const writers = [writer(csr, id), writer(await api.assistant(id), id)];
      const kept = new Set<string>();
      for (let step = 0; step < 300; step++) {
        const who = below(2);
        const { text, save } = writers[who]!;
        const word = `${'ab'[who]}${step};`;
        const places = [0, ...[...text.toJSON().matchAll(/;/g)].map(({ index }) => index + 1)];
        if (random() < 0.7) {
          text.insert(places[below(places.length)]!, word);
          kept.add(word);
        } else if (random() < 0.5 && places.length > 1) {
          const nth = below(places.length - 1); // a word in this window, by any author
          const gone = text.toJSON().slice(places[nth], places[nth + 1]);
          text.delete(places[nth]!, gone.length);
          kept.delete(gone);
        }
        if (random() < 0.4) await save(random() < 0.7); // the answer is lost
      }
      for (let round = 0; round < 2; round++) for (const { save } of writers) await save();
      const [left, right] = writers.map(({ text }) => text.toJSON());
      expect(left, `seed ${seed}`).toBe(right);
      expect(left!.split(/(?<=;)/).toSorted(), `seed ${seed}`).toEqual([...kept].toSorted());
      expect((await csr.ask(READ, { id })).session.note.body).toBe(left);
    },
  );

  it('is merged by the server in sequence, however many updates arrive at the same time', async () => {
    const { id, csr } = await api.startSession();
    const words = Array.from({ length: 8 }, (_, i) => `word${i} `);
    await Promise.all(words.map((word) => csr.ask(SAVE, { i: { sessionId: id, update: noteUpdate(word) } })));
    const { note } = (await csr.ask(READ, { id })).session;
    expect(note.body.trim().split(' ').toSorted()).toEqual(words.map((word) => word.trim()));
    expect(note.revision).toBe(8);
  });

  it('is not changed by a repeated update, and sends no event for it', async () => {
    const { id, csr } = await api.startSession();
    const update = noteUpdate('once');
    for (let i = 0; i < 3; i++) await csr.ask(SAVE, { i: { sessionId: id, update } });
    expect((await csr.ask(READ, { id })).session.note).toEqual({ body: 'once', revision: 1 });
    expect((await api.eventTypes(id)).filter((type) => type === 'notes.saved')).toHaveLength(1);
  });

  it('keeps a text from before notes were mergeable', async () => {
    const { id, csr } = await api.startSession();
    const row = { sessionId: id, siteId: api.site.id, body: 'from before. ', revision: 3, changedById: 'somebody' };
    await api.prisma.note.create({ data: { ...row, changedAt: new Date() } });
    const [one, two] = [writer(csr, id), writer(await api.assistant(id), id)];
    for (const { insert, save } of [one, two]) {
      insert(0, 'new. ');
      await save();
    }
    await one.save();
    expect(one.text.toJSON()).toBe(two.text.toJSON());
    expect(one.text.toJSON().match(/from before\./g)).toHaveLength(1);
    expect(one.text.toJSON().match(/new\./g)).toHaveLength(2);
  });

  it('refuses an invalid update, one that depends on an unknown one, and one that is too long', async () => {
    const { id, csr } = await api.startSession();
    const save = (update: string) => csr.failure(SAVE, { i: { sessionId: id, update } });
    const doc = new Y.Doc();
    doc.getText('body').insert(0, 'the first words');
    const first = Y.encodeStateVector(doc);
    doc.getText('body').insert(3, 'and more');
    const unfounded = toBase64(Y.encodeStateAsUpdate(doc, first));
    for (const update of ['', 'not base64 at all', toBase64(new Uint8Array([9, 9, 9, 9])), unfounded])
      expect(await save(update)).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'update' }] });
    const tooLong = noteUpdate('x'.repeat(LIMITS.noteBody + 1));
    expect(await save(tooLong)).toMatchObject({ fields: [{ rule: 'TOO_LONG', limit: LIMITS.noteBody }] });
    expect(await save(noteUpdate('a\0b'))).toMatchObject({ code: 'BAD_INPUT' });
    expect((await csr.ask(READ, { id })).session.note).toBeNull();
  });
});

describe('a private note', () => {
  /** A session with a shared note, and a private note of each of its two CSRs. */
  async function setUp() {
    const { id, number, csr } = await api.startSession();
    const assistant = await api.assistant(id);
    const customer = await api.customer(number);
    const wire = await openRawSocket(customer);
    const kinds = 'subscription($id: ID!) { sessionEvents(sessionId: $id, after: 0) { __typename seq } }';
    wire.subscribe('1', kinds, { id });
    const save = (user: ApiUser, words: string, isPrivate = true) =>
      user.ask(SAVE, { i: { sessionId: id, isPrivate, update: noteUpdate(words) } });
    await save(csr, 'ours', false);
    await save(csr, 'of the csr');
    await save(assistant, 'of the assistant');
    return { id, csr, assistant, customer, wire };
  }

  it('is visible to its author only; a shared note to every CSR', async () => {
    const { id, csr, assistant, wire } = await setUp();
    const read = async (user: ApiUser) => {
      const { note, privateNote } = (await user.ask(READ, { id })).session;
      return [note?.body, privateNote?.body];
    };
    expect(await read(csr)).toEqual(['ours', 'of the csr']);
    expect(await read(assistant)).toEqual(['ours', 'of the assistant']);
    expect(await read(await api.staff('SUPERVISOR'))).toEqual(['ours', undefined]);
    wire.cut();
  });

  it('is in the report for its author, and for auditors with all others', async () => {
    const { id, csr, wire } = await setUp();
    const read = async (user: ApiUser) => {
      const { note, privateNotes } = (await user.ask(REPORT, { id })).sessionReport;
      expect(note).toEqual({ body: 'ours' });
      return privateNotes.map(({ body }: { body: string }) => body);
    };
    expect(await read(csr)).toEqual(['of the csr']);
    expect(await read(await api.staff('AUDITOR'))).toEqual(['of the csr', 'of the assistant']);
    for (const role of ['SUPERVISOR', 'READ_ONLY_ADMINISTRATOR', 'INTEGRATOR'] as const)
      expect(await read(await api.staff(role))).toEqual([]);
    wire.cut();
  });

  it('never reaches a customer: neither its text nor that it was written', async () => {
    const { id, csr, customer, wire } = await setUp();
    const ways = [
      'query($id: ID!) { session(id: $id) { note { body } privateNote { body } } }',
      'query($id: ID!) { session(id: $id) { note { missing } privateNote { missing stateVector } } }',
      'query($id: ID!) { session(id: $id) { abilities { act isAllowed } lastSeq messages { text } } }',
    ];
    for (const query of ways) {
      const { session } = await customer.ask(query, { id });
      expect([session.note ?? null, session.privateNote ?? null]).toEqual([null, null]);
    }
    for (const isPrivate of [false, true])
      expect(await customer.refusal(SAVE, { i: { sessionId: id, isPrivate, update: noteUpdate('x') } })).toBe(
        'FORBIDDEN',
      );
    expect(await customer.refusal(REPORT, { id })).toBe('FORBIDDEN');
    await csr.ask('mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }', {
      i: { sessionId: id, clientId: 'c', audience: 'EVERYONE', text: 'hello' },
    });
    await expect.poll(() => JSON.stringify(wire.received)).toContain('ChatMessageSent');
    for (const word of ['NoteSaved', 'ours', 'of the']) expect(JSON.stringify(wire.received)).not.toContain(word);
    wire.cut();
  });

  it('sends events to its author’s windows only', async () => {
    const { id, csr, assistant, wire } = await setUp();
    const eventsFor = async (user: ApiUser) => {
      const { events, cut } = user.follow(id);
      await expect.poll(() => events.some(({ __typename }) => __typename === 'PrivateNoteSaved')).toBe(true);
      await csr.ask('mutation($id: ID!) { setMicrophone(sessionId: $id, isOn: false) { id } }', { id });
      cut();
      return events.filter(({ __typename }) => __typename === 'PrivateNoteSaved').length;
    };
    expect([await eventsFor(csr), await eventsFor(assistant)]).toEqual([1, 1]);
    const { timeline } = (
      await api.owner.ask('query($id: ID!) { sessionReport(sessionId: $id) { timeline { __typename } } }', { id })
    ).sessionReport;
    expect(JSON.stringify(timeline)).not.toContain('PrivateNoteSaved');
    wire.cut();
  });
});

describe('a note after the end of its session', () => {
  const END = 'mutation($id: ID!) { endSession(sessionId: $id) { id } }';
  const AFTERWARDS =
    'query($id: ID!) { sessionReport(sessionId: $id) { mayWriteNote mayWritePrivateNote note { body bodyAtEnd changedBy changedAt } privateNotes { body bodyAtEnd isOwn } } }';
  const save = (user: ApiUser, sessionId: string, words: string, isPrivate = false) =>
    user.refusal(SAVE, { i: { sessionId, isPrivate, update: noteUpdate(words) } });
  const read = async (user: ApiUser, id: string) => (await user.ask(AFTERWARDS, { id })).sessionReport;

  /** A CSR who leads, one who has written, and one who only watched. */
  async function ended() {
    const { id, number, csr } = await api.startSession();
    const [writes, looksOn] = [await assist(api, number), await assist(api, number)];
    await save(writes, id, 'written in time');
    await csr.ask(END, { id });
    api.clock.turn(60_000);
    return { id, csr, writes, looksOn };
  }

  it('can be edited by its lead and its authors, and the history keeps the earlier text', async () => {
    const { id, csr, writes } = await ended();
    expect(await read(csr, id)).toMatchObject({
      mayWriteNote: true,
      note: { body: 'written in time', bodyAtEnd: null },
    });
    expect(await save(csr, id, 'called back. ')).toBeNull();
    expect(await save(writes, id, 'and solved. ')).toBeNull();
    const { note } = await read(api.owner, id);
    for (const words of ['written in time', 'called back. ', 'and solved. ']) expect(note.body).toContain(words);
    expect(note).toMatchObject({ bodyAtEnd: 'written in time', changedBy: 'A CSR' });
    const { endedAt } = (await api.prisma.supportSession.findUnique({ where: { id } }))!;
    expect(Date.parse(note.changedAt)).toBeGreaterThan(endedAt!.getTime());
  });

  it('adds nothing to the closed log', async () => {
    const { id, csr } = await ended();
    const before = await api.eventTypes(id);
    await save(csr, id, 'late');
    await save(csr, id, 'late, mine', true);
    expect(await api.eventTypes(id)).toEqual(before);
  });

  it('is read-only for a CSR who only watched, was removed, or never took part', async () => {
    const { id, looksOn } = await ended();
    expect(await read(looksOn, id)).toMatchObject({ mayWriteNote: false, mayWritePrivateNote: true });
    expect(await save(looksOn, id, 'x')).toBe('SESSION_ENDED');
    for (const user of [api.owner, await api.staff('SUPERVISOR'), await api.staff('CSR')])
      for (const isPrivate of [false, true]) expect(await save(user, id, 'x', isPrivate)).toBe('NOT_FOUND');
    expect(await read(api.owner, id)).toMatchObject({ mayWriteNote: false, mayWritePrivateNote: false });
    const second = await api.startSession();
    const sent = await assist(api, second.number);
    await save(sent, second.id, 'was here');
    await second.csr.ask('mutation($p: ID!) { removeParticipant(participantId: $p) { id } }', {
      p: sent.participantId,
    });
    await second.csr.ask(END, { id: second.id });
    expect(await save(sent, second.id, 'x')).toBe('NOT_FOUND');
  });

  it('is private if it is a CSR’s own', async () => {
    const { id, csr, looksOn } = await ended();
    expect(await save(looksOn, id, 'mine', true)).toBeNull();
    expect((await read(looksOn, id)).privateNotes).toEqual([{ body: 'mine', bodyAtEnd: '', isOwn: true }]);
    expect((await read(csr, id)).privateNotes).toEqual([]);
    expect((await read(await api.staff('AUDITOR'), id)).privateNotes).toEqual([
      { body: 'mine', bodyAtEnd: '', isOwn: false },
    ]);
  });
});
