import { beforeEach, expect, it, vi } from 'vitest';
import { effectScope, nextTick, reactive } from 'vue';
import { CreateFileLinkDocument, WithdrawFileDocument } from '../gql/graphql';
import type { SessionEvent, SessionFile } from '../model/types';
import type { SessionStore } from '../session/use-session';
import { useFiles } from './use-files';

beforeEach(() => localStorage.clear());

const fileOf = (id: string, sender: string) => ({ id, state: 'PUBLISHED', sender: { id: sender } }) as SessionFile;

it('knows who has downloaded a file of mine, also after the page is loaded anew', () => {
  const files = [fileOf('mine', 'me'), fileOf('theirs', 'csr')];
  const open = () => {
    let tell: (event: SessionEvent) => void = () => undefined;
    const store = {
      ...{ id: 's', me: { id: 'me' }, files, connection: 'live', client: {} },
      onEvent: (listener: typeof tell) => ((tell = listener), () => undefined),
      ability: () => ({ isAllowed: true }),
    } as unknown as SessionStore;
    const list = effectScope().run(() => useFiles(store))!;
    const downloaded = (file: SessionFile, participantId: string, name: string) =>
      tell({ __typename: 'FileDownloaded', file, actor: { participantId, name } } as SessionEvent);
    const downloadedBy = () => Object.fromEntries(list.entries.map((entry) => [entry.key, entry.downloadedBy]));
    return { downloaded, downloadedBy };
  };
  const { downloaded, downloadedBy } = open();
  expect(downloadedBy()).toEqual({ mine: [], theirs: [] });
  for (const name of ['Sara', 'Sara', 'Tom']) downloaded(files[0]!, name, name);
  downloaded(files[1]!, 'me', 'Park');
  expect(downloadedBy()).toEqual({ mine: ['Sara', 'Tom'], theirs: [] });
  expect(open().downloadedBy()).toEqual({ mine: ['Sara', 'Tom'], theirs: [] });
});

it('shows an upload once, also when the session hears of it before this page has its answer', async () => {
  const offered = vi.fn(() => new Promise<never>(() => undefined));
  const session = reactive({
    ...{ id: 's', me: { id: 'me' }, files: [] as SessionFile[], connection: 'live', client: { mutate: offered } },
    onEvent: () => () => undefined,
    ability: () => ({ isAllowed: true }),
  });
  const store = session as unknown as SessionStore;
  const list = effectScope().run(() => useFiles(store))!;
  list.send([new File(['manual'], 'manual.pdf')]);
  await vi.waitFor(() => expect(offered).toHaveBeenCalled());
  expect(list.entries).toHaveLength(1);

  const upload = { ...fileOf('new', 'me'), name: 'manual.pdf', size: 6, state: 'UPLOADING' } as SessionFile;
  session.files = [upload];
  expect(list.entries.map(({ key, isCut, transfer }) => [key, isCut, transfer?.name])).toEqual([
    ['new', false, 'manual.pdf'],
  ]);
  // a file of the same name from another sender, and an interrupted one of mine, are entries of their own
  session.files = [{ ...upload, sender: { id: 'csr' } } as SessionFile, { ...upload, id: 'old', size: 9 }];
  expect(list.entries.map(({ isCut, transfer }) => [isCut, transfer?.name])).toEqual([
    [false, 'manual.pdf'],
    [true, undefined],
    [false, undefined],
  ]);
});

it('loads the files again when the right to them is given, and only then', async () => {
  const query = vi.fn(() => Promise.resolve({ session: { files: [fileOf('earlier', 'csr')] } }));
  const replaceFiles = vi.fn();
  const session = reactive({
    ...{
      id: 's',
      me: { id: 'me' },
      files: [] as SessionFile[],
      connection: 'live',
      client: { query },
      isAllowed: false,
    },
    onEvent: () => () => undefined,
    ability: () => ({ isAllowed: session.isAllowed }),
    replaceFiles,
  });
  const scope = effectScope();
  scope.run(() => useFiles(session as unknown as SessionStore));
  expect(query).not.toHaveBeenCalled();
  session.isAllowed = true;
  await vi.waitFor(() => expect(replaceFiles).toHaveBeenCalledExactlyOnceWith([fileOf('earlier', 'csr')]));
  session.isAllowed = false;
  await nextTick();
  expect(query).toHaveBeenCalledOnce();
  query.mockRejectedValueOnce(new Error('no answer'));
  session.isAllowed = true;
  await vi.waitFor(() => expect(query).toHaveBeenCalledTimes(2));
  await nextTick();
  expect(replaceFiles).toHaveBeenCalledOnce();
  scope.stop();
});

it('downloads and previews by a link of the server, and withdraws', async () => {
  const mutate = vi.fn(() => Promise.resolve({ createFileLink: { path: '/files/1' } }));
  const store = {
    ...{ id: 's', me: { id: 'me' }, files: [], connection: 'live', client: { mutate } },
    onEvent: () => () => undefined,
    ability: () => ({ isAllowed: true }),
  } as unknown as SessionStore;
  const list = effectScope().run(() => useFiles(store))!;
  const clicked: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push(`${this.getAttribute('href')} ${this.download} ${this.isConnected}`);
  });
  await list.download({ ...fileOf('f', 'csr'), name: 'manual.pdf' });
  expect(clicked).toEqual(['/files/1 manual.pdf true']);
  expect(document.querySelector('a')).toBeNull();
  expect(await list.previewOf('p')).toBe('/files/1');
  await list.withdraw('w');
  expect(mutate.mock.calls).toEqual([
    [CreateFileLinkDocument, { fileId: 'f', purpose: 'DOWNLOAD' }],
    [CreateFileLinkDocument, { fileId: 'p', purpose: 'PREVIEW' }],
    [WithdrawFileDocument, { fileId: 'w' }],
  ]);
  vi.restoreAllMocks();
});

it('shows the newest first, what is sent from here before it, and what was paused or cut off', async () => {
  localStorage.setItem('tandem.session.s.paused', JSON.stringify(['paused']));
  const arriving = (id: string, sender: string) => ({ ...fileOf(id, sender), state: 'UPLOADING' }) as SessionFile;
  const store = {
    ...{ id: 's', me: { id: 'me' }, connection: 'live', client: { mutate: () => new Promise(() => undefined) } },
    files: [fileOf('first', 'csr'), fileOf('mine', 'me'), arriving('cut', 'me'), arriving('theirs', 'csr')],
    onEvent: () => () => undefined,
    ability: () => ({ isAllowed: true }),
  } as unknown as SessionStore;
  const scope = effectScope();
  const list = scope.run(() => useFiles(store))!;
  list.send([new File(['a'], 'a.txt'), new File(['b'], 'b.txt')]);
  await nextTick();
  expect(list.entries.map(({ file, transfer }) => file?.id ?? transfer?.name)).toEqual([
    'b.txt',
    'a.txt',
    'theirs',
    'cut',
    'mine',
    'first',
  ]);
  expect(list.entries.map(({ isOwn, isCut, isPaused }) => [isOwn, isCut, isPaused])).toEqual([
    [true, false, false],
    [true, false, false],
    [false, false, false],
    [true, true, false],
    [true, false, false],
    [false, false, false],
  ]);
  expect(new Set(list.entries.map(({ key }) => key)).size).toBe(6);
  expect(list.entries[0]).toMatchObject({ file: null, downloadedBy: [] });
  scope.stop();
});

it('an upload is not taken for another file: by its id once it has one, before by all that is known of it', async () => {
  let answer: (value: object) => void = () => undefined;
  const mutate = vi.fn(() => new Promise((resolve) => (answer = resolve)));
  const session = reactive({
    ...{ id: 's', me: { id: 'me' }, files: [] as SessionFile[], connection: 'live', client: { mutate } },
    onEvent: () => () => undefined,
    ability: () => ({ isAllowed: true }),
  });
  const scope = effectScope();
  const list = scope.run(() => useFiles(session as unknown as SessionStore))!;
  list.send([new File(['manual'], 'manual.pdf')]);
  await vi.waitFor(() => expect(mutate).toHaveBeenCalled());
  const upload = { ...fileOf('new', 'me'), name: 'manual.pdf', size: 6, state: 'UPLOADING' } as SessionFile;
  for (const other of [{ name: 'other.pdf' }, { size: 7 }, { state: 'PUBLISHED' }, { sender: { id: 'csr' } }]) {
    session.files = [{ ...upload, ...other } as SessionFile];
    expect(list.entries).toHaveLength(2);
  }
  session.files = [upload];
  expect(list.entries).toHaveLength(1);
  answer({});
  scope.stop();
});

it('a download whose file is gone, or by somebody without a name, breaks nothing, and a page that has gone hears of none', () => {
  let tell: (event: object) => void = () => undefined;
  const isHearing = { now: true };
  const store = {
    ...{ id: 's', me: { id: 'me' }, files: [fileOf('mine', 'me')], connection: 'live', client: {} },
    onEvent: (listener: typeof tell) => {
      tell = listener;
      return () => (isHearing.now = false);
    },
    ability: () => ({ isAllowed: true }),
  } as unknown as SessionStore;
  const scope = effectScope();
  const list = scope.run(() => useFiles(store))!;
  const csr = { participantId: 'csr', name: 'Kim' };
  tell({ __typename: 'FileDownloaded', file: null, actor: csr });
  tell({ __typename: 'FilePublished', file: fileOf('mine', 'me'), actor: csr });
  expect(list.entries[0]!.downloadedBy).toEqual([]);
  tell({ __typename: 'FileDownloaded', file: fileOf('mine', 'me'), actor: { participantId: 'csr', name: null } });
  expect(list.entries[0]!.downloadedBy).toEqual(['']);
  scope.stop();
  expect(isHearing.now).toBe(false);
});
