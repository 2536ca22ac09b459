import { TandemError } from '@tandem/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, reactive, type EffectScope } from 'vue';
import { SaveNoteDocument, SessionNoteDocument } from '../gql/graphql';
import { NoteDoc } from '../model/note-doc';
import { useNotes, type NoteSource } from './use-notes';

let scope: EffectScope;
beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

/** The server's copy of a note. */
function createServer() {
  const doc = new NoteDoc();
  let revision = 0;
  const answer = () => ({ revision, missing: doc.whole, stateVector: doc.vector });
  const server = {
    doc,
    isAway: false,
    refusal: null as TandemError | null,
    reads: 0,
    saves: [] as { isPrivate: boolean; update: string }[],
    /** Somebody else writes. */
    write(text: string): number {
      doc.write(text);
      return ++revision;
    },
    query(document: unknown, variables: object) {
      expect(document).toBe(SessionNoteDocument);
      server.reads++;
      if (server.isAway) return Promise.reject(new TandemError('UNAVAILABLE'));
      const { isPrivate } = variables as { isPrivate: boolean };
      return Promise.resolve({ session: isPrivate ? { privateNote: answer() } : { note: answer() } });
    },
    mutate(document: unknown, { input }: { input: { isPrivate: boolean; update: string } }) {
      expect(document).toBe(SaveNoteDocument);
      server.saves.push(input);
      if (server.isAway) return Promise.reject(new TandemError('UNAVAILABLE'));
      const { refusal } = server;
      server.refusal = null;
      if (refusal) return Promise.reject(refusal);
      doc.merge(input.update);
      revision++;
      return Promise.resolve({ saveNote: answer() });
    },
  };
  return server;
}
type Server = ReturnType<typeof createServer>;

function page(server: Server, { isPrivate = false, connection = 'live', me = 'csr', sessionId = 's' } = {}) {
  const listeners = new Set<(event: object) => void>();
  const store = reactive({
    ...{ id: sessionId, connection, client: server, me: { id: me } },
    onEvent: (listener: (event: object) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const notes = scope.run(() => useNotes(store as unknown as NoteSource, isPrivate))!;
  const happen = (__typename: string, revision: number) =>
    listeners.forEach((listener) => listener({ __typename, revision }));
  return { store, notes, happen, listeners };
}

describe('a note', () => {
  it('is read when it opens, and saved a moment after something was typed', async () => {
    const server = createServer();
    server.write('Printer.');
    const { notes } = page(server);
    await settle();
    expect([notes.body, notes.state, server.reads]).toEqual(['Printer.', 'saved', 1]);
    notes.edit('Printer is off.');
    expect([notes.body, notes.state]).toEqual(['Printer is off.', 'dirty']);
    await settle(800);
    expect([server.doc.body, notes.state]).toEqual(['Printer is off.', 'saved']);
    expect(server.saves).toMatchObject([{ sessionId: 's', isPrivate: false }]);
  });

  it('is read again when somebody else has saved it, and not for the own save', async () => {
    const server = createServer();
    const { notes, happen } = page(server);
    await settle();
    happen('NoteSaved', server.write('Kim was here.'));
    await settle();
    expect([notes.body, server.reads]).toEqual(['Kim was here.', 2]);
    happen('PrivateNoteSaved', 99);
    notes.edit('Kim was here. So was I.');
    const saved = notes.saveNow();
    happen('NoteSaved', 2);
    await saved;
    await settle();
    expect(server.reads).toBe(2);
    happen('NoteSaved', 2);
    await settle();
    expect(server.reads).toBe(2);
  });

  it('of the writer alone follows events of its own', async () => {
    const server = createServer();
    const { notes, happen } = page(server, { isPrivate: true });
    await settle();
    happen('NoteSaved', server.write('mine'));
    await settle();
    expect(notes.body).toBe('');
    happen('PrivateNoteSaved', 1);
    await settle();
    expect(notes.body).toBe('mine');
  });

  it('that can’t be read is read at the next reconnect', async () => {
    const server = createServer();
    server.write('Printer.');
    server.isAway = true;
    const { notes, store } = page(server);
    await settle();
    expect([notes.body, notes.state, notes.error]).toEqual(['', 'saved', null]);
    server.isAway = false;
    store.connection = 'lost';
    await settle();
    store.connection = 'live';
    await settle();
    expect(notes.body).toBe('Printer.');
  });

  it('is read by the source where that knows how', async () => {
    const server = createServer();
    const doc = new NoteDoc();
    doc.write('of a report');
    const store = {
      ...{ id: 's', connection: 'live', client: server, me: null, onEvent: () => () => undefined },
      readNote: vi.fn(() => Promise.resolve({ revision: 1, missing: doc.whole, stateVector: doc.vector })),
    };
    const notes = scope.run(() => useNotes(store as unknown as NoteSource, true))!;
    await settle();
    expect([notes.body, server.reads]).toEqual(['of a report', 0]);
    expect(store.readNote).toHaveBeenCalledExactlyOnceWith(true, expect.any(String));
  });

  it('listens no more after its page has gone', async () => {
    const server = createServer();
    const { notes, listeners } = page(server);
    await settle();
    notes.edit('unsent');
    scope.stop();
    await settle(5000);
    expect([listeners.size, server.saves.length]).toEqual([0, 0]);
  });
});

describe('text that was not saved', () => {
  it('is sent when the connection is back, and both texts are there', async () => {
    const server = createServer();
    const { notes, store } = page(server);
    await settle();
    server.isAway = true;
    notes.edit('mine. ');
    await settle(800);
    expect([notes.state, notes.error?.code]).toEqual(['waiting', 'UNAVAILABLE']);
    store.connection = 'lost';
    server.isAway = false;
    server.write('theirs. ');
    await settle();
    store.connection = 'live';
    await settle();
    expect([notes.state, notes.error]).toEqual(['saved', null]);
    expect(server.doc.body).toContain('mine. ');
    expect(server.doc.body).toContain('theirs. ');
    expect(notes.body).toBe(server.doc.body);
  });

  it('outlives the page, and is forgotten once the server has it', async () => {
    const server = createServer();
    server.isAway = true;
    page(server).notes.edit('typed before the crash');
    scope.stop();
    scope = effectScope();
    const { notes, store } = page(server, { connection: 'connecting' });
    expect([notes.body, notes.state]).toEqual(['typed before the crash', 'dirty']);
    server.isAway = false;
    store.connection = 'live';
    await settle();
    expect([server.doc.body, notes.state]).toEqual(['typed before the crash', 'saved']);
    scope.stop();
    scope = effectScope();
    expect(page(createServer()).notes.body).toBe('');
  });

  it('is not mixed up between writers, notes and sessions', () => {
    const server = createServer();
    server.isAway = true;
    page(server, { isPrivate: true, me: 'kim' }).notes.edit('Kim’s secret');
    expect(page(server, { isPrivate: true, me: 'lee' }).notes.body).toBe('');
    expect(page(server).notes.body).toBe('');
    expect(page(server, { isPrivate: true, me: 'kim', sessionId: 'other' }).notes.body).toBe('');
    expect(page(server, { isPrivate: true, me: 'kim' }).notes.body).toBe('Kim’s secret');
  });

  it('is sent whole after the server has lost what it builds on', async () => {
    const server = createServer();
    const { notes } = page(server);
    await settle();
    notes.edit('first. ');
    await settle(800);
    const field = { path: 'update', rule: 'INVALID' } as const;
    server.refusal = new TandemError('BAD_INPUT', {}, [field]);
    notes.edit('first. second.');
    await settle(800);
    expect([notes.state, notes.error?.code]).toEqual(['refused', 'BAD_INPUT']);
    await notes.saveNow();
    const whole = new NoteDoc();
    whole.merge(server.saves.at(-1)!.update);
    expect(whole.body).toBe('first. second.');
  });

  it('is sent as what is new where the refusal is about something else', async () => {
    const server = createServer();
    const { notes } = page(server);
    await settle();
    notes.edit('first. ');
    await settle(800);
    server.refusal = new TandemError('BAD_INPUT', {}, [{ path: 'body', rule: 'INVALID' }]);
    notes.edit('first. second.');
    await settle(800);
    await notes.saveNow();
    const part = new NoteDoc();
    part.merge(server.saves.at(-1)!.update);
    expect(part.body).toBe('');
  });
});

it('what others write waits while a syllable is composed, and the field keeps its cursor', async () => {
  const server = createServer();
  server.write('Printer.');
  const { notes, happen } = page(server);
  await settle();
  const field = { before: vi.fn(), after: vi.fn() };
  notes.attach(field);
  const cursor = notes.placeOf(7);
  notes.pauseMerging();
  happen('NoteSaved', server.write('The Printer.'));
  await settle();
  expect([notes.body, field.before.mock.calls.length]).toEqual(['Printer.', 0]);
  notes.resumeMerging();
  expect([notes.body, field.before.mock.calls.length, field.after.mock.calls.length]).toEqual(['The Printer.', 1, 1]);
  expect(notes.indexOf(cursor)).toBe(11);
});
