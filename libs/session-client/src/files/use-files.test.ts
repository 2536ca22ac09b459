import { beforeEach, expect, it } from 'vitest';
import { effectScope } from 'vue';
import type { SessionEvent, SessionFile } from '../types';
import type { SessionStore } from '../use-session';
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
    const takenBy = () => Object.fromEntries(list.entries.map((entry) => [entry.key, entry.takenBy]));
    return { downloaded, takenBy };
  };
  const { downloaded, takenBy } = open();
  expect(takenBy()).toEqual({ mine: [], theirs: [] });
  for (const name of ['Sara', 'Sara', 'Tom']) downloaded(files[0]!, name, name);
  downloaded(files[1]!, 'me', 'Park');
  expect(takenBy()).toEqual({ mine: ['Sara', 'Tom'], theirs: [] });
  expect(open().takenBy()).toEqual({ mine: ['Sara', 'Tom'], theirs: [] });
});
