import type { TandemClient } from '@tandem/client';
import { computed, onScopeDispose, reactive, watch } from 'vue';
import { CreateFileLinkDocument, SessionFilesDocument, WithdrawFileDocument } from '../gql/graphql';
import { storedOf } from '../browser/session-storage';
import type { SessionFile } from '../model/types';
import type { SessionStore } from '../session/use-session';
import { useTransfers, type Transfer } from './use-transfers';

/** One entry of the list: a file of the session, one that is being sent from here, or both. */
export interface FileEntry {
  key: string;
  file: SessionFile | null;
  transfer: Transfer | null;
  isOwn: boolean;
  /** An own upload that was interrupted and is not running: the same file must be chosen again. */
  isCut: boolean;
  /** It was paused by its sender before this page was loaded, not interrupted. */
  isPaused: boolean;
  /** Names of the participants who have downloaded this own file. */
  downloadedBy: readonly string[];
}

/** Downloads by a link, so that the browser saves the file and resumes it by itself. @throws TandemError */
export async function downloadFile(client: TandemClient, { id, name }: SessionFile): Promise<void> {
  const { createFileLink } = await client.mutate(CreateFileLinkDocument, { fileId: id, purpose: 'DOWNLOAD' });
  const anchor = Object.assign(document.createElement('a'), { href: createFileLink.path, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
}

/** The files of a session: available, arriving, being sent. Newest first. */
export function useFiles(store: SessionStore) {
  const transfers = useTransfers(store);
  const { client } = store;
  /** Names by file; the event of a download is sent once, to the sender of the file. */
  const downloads = storedOf<Record<string, string[]>>(store.id, 'taken', {});
  onScopeDispose(
    store.onEvent((event) => {
      if (event.__typename !== 'FileDownloaded' || !event.file || event.actor.participantId === store.me?.id) return;
      const names = downloads.value[event.file.id] ?? [];
      const name = event.actor.name ?? '';
      if (!names.includes(name)) downloads.value[event.file.id] = [...names, name];
    }),
  );
  const isOwn = ({ sender }: SessionFile) => sender.id === store.me?.id;

  /** The event of an upload arrives before the response to its sender: until then they are matched by name and size. */
  const isUploadOf = ({ fileId, state, name, size }: Transfer, file: SessionFile): boolean =>
    fileId
      ? fileId === file.id
      : state === 'sending' && file.state === 'UPLOADING' && isOwn(file) && file.name === name && file.size === size;

  const entries = computed((): FileEntry[] => {
    const known = store.files.map((file): FileEntry => {
      const isMine = isOwn(file);
      const transfer = transfers.transfers.find((each) => isUploadOf(each, file)) ?? null;
      const isCut = isMine && file.state === 'UPLOADING' && !transfer;
      const downloadedBy = (isMine && downloads.value[file.id]) || [];
      const isPaused = isCut && transfers.isPaused(file.id);
      return { key: file.id, file, transfer, isOwn: isMine, isCut, isPaused, downloadedBy };
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
        downloadedBy: [],
      }));
    return [...fresh.reverse(), ...known.reverse()];
  });

  // a CSR who gets the right to files sees earlier ones too
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
    /** The path of a screenshot, valid for ten minutes. @throws TandemError */
    previewOf: async (fileId: string): Promise<string> =>
      (await client.mutate(CreateFileLinkDocument, { fileId, purpose: 'PREVIEW' })).createFileLink.path,
    /** @throws TandemError */
    withdraw: (fileId: string) => client.mutate(WithdrawFileDocument, { fileId }),
  });
}
export type Files = ReturnType<typeof useFiles>;
