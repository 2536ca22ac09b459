import type { TandemClient } from '@tandem/client';
import { computed, onScopeDispose, reactive, watch } from 'vue';
import { CreateFileLinkDocument, SessionFilesDocument, WithdrawFileDocument } from '../gql/graphql';
import { storedOf } from '../browser/session-storage';
import type { SessionFile } from '../model/types';
import type { SessionStore } from '../session/use-session';
import { useTransfers, type Transfer } from './use-transfers';

/** One line of the list: a file of the session, one on its way from here, or both. */
export interface FileEntry {
  key: string;
  file: SessionFile | null;
  transfer: Transfer | null;
  isOwn: boolean;
  /** An upload of mine that was cut, and nobody goes on with: the same file must be chosen again. */
  isCut: boolean;
  /** It was not the line that cut it, but I who paused it, before this page was loaded. */
  isPaused: boolean;
  /** Who has downloaded this file of mine. */
  takenBy: readonly string[];
}

/** By a link that the browser follows by itself: it saves the file, and goes on where it was cut. @throws TandemError */
export async function downloadFile(client: TandemClient, { id, name }: SessionFile): Promise<void> {
  const { createFileLink } = await client.mutate(CreateFileLinkDocument, { fileId: id, purpose: 'DOWNLOAD' });
  const anchor = Object.assign(document.createElement('a'), { href: createFileLink.path, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
}

/** The files of a session: what is here, what comes, what goes. Newest first. */
export function useFiles(store: SessionStore) {
  const transfers = useTransfers(store);
  const { client } = store;
  /** Names by file; the log tells of each download once, to who sent it. */
  const taken = storedOf<Record<string, string[]>>(store.id, 'taken', {});
  onScopeDispose(
    store.onEvent((event) => {
      if (event.__typename !== 'FileDownloaded' || !event.file || event.actor.participantId === store.me?.id) return;
      const names = taken.value[event.file.id] ?? [];
      const name = event.actor.name ?? '';
      if (!names.includes(name)) taken.value[event.file.id] = [...names, name];
    }),
  );
  const isOwn = ({ sender }: SessionFile) => sender.id === store.me?.id;

  /** The server tells the session of an upload before it answers the page that sends it: until then name and size match. */
  const isUploadOf = ({ fileId, state, name, size }: Transfer, file: SessionFile): boolean =>
    fileId
      ? fileId === file.id
      : state === 'sending' && file.state === 'UPLOADING' && isOwn(file) && file.name === name && file.size === size;

  const entries = computed((): FileEntry[] => {
    const known = store.files.map((file): FileEntry => {
      const isMine = isOwn(file);
      const transfer = transfers.transfers.find((each) => isUploadOf(each, file)) ?? null;
      const isCut = isMine && file.state === 'UPLOADING' && !transfer;
      const takenBy = (isMine && taken.value[file.id]) || [];
      const isPaused = isCut && transfers.isPaused(file.id);
      return { key: file.id, file, transfer, isOwn: isMine, isCut, isPaused, takenBy };
    });
    const fresh = transfers.transfers
      .filter((transfer) => !store.files.some((file) => isUploadOf(transfer, file)))
      .map((transfer): FileEntry => ({
        key: `t${transfer.key}`,
        file: null,
        transfer,
        isOwn: true,
        isCut: false,
        isPaused: false,
        takenBy: [],
      }));
    return [...fresh.reverse(), ...known.reverse()];
  });

  // a colleague who is given the right to files sees those that were here before
  watch(
    () => store.ability('downloadFile').isAllowed,
    async (isAllowed, was) => {
      if (!isAllowed || was) return;
      const fresh = await client.query(SessionFilesDocument, { id: store.id }).catch(() => null);
      if (fresh) store.replaceFiles(fresh.session.files);
    },
  );

  return reactive({
    entries,
    transfers,
    send: transfers.send,
    /** @throws TandemError */
    download: (file: SessionFile) => downloadFile(client, file),
    /** Where a screenshot can be seen, for ten minutes. @throws TandemError */
    previewOf: async (fileId: string): Promise<string> =>
      (await client.mutate(CreateFileLinkDocument, { fileId, purpose: 'PREVIEW' })).createFileLink.path,
    /** @throws TandemError */
    withdraw: (fileId: string) => client.mutate(WithdrawFileDocument, { fileId }),
  });
}
export type Files = ReturnType<typeof useFiles>;
