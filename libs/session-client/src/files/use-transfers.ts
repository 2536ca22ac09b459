import { TandemError } from '@tandem/client';
import { useEventListener } from '@vueuse/core';
import { onScopeDispose, reactive, ref, watch } from 'vue';
import { OfferFileDocument, WithdrawFileDocument, type FileKind } from '../gql/graphql';
import { storedOf } from '../browser/session-storage';
import type { SessionStore } from '../session/use-session';
import { fingerprintOf } from './fingerprint';
import { sendBytes } from './send-bytes';
import { createSpeedMeter } from './speed-meter';

/** interrupted: the connection is lost, it resumes by itself. failed: see `error`; changed: it must be restarted. */
export type TransferState = 'waiting' | 'sending' | 'interrupted' | 'paused' | 'changed' | 'failed' | 'sent';

/** A file that this page sends. */
export interface Transfer {
  key: number;
  kind: FileKind;
  name: string;
  size: number;
  fileId: string | null;
  state: TransferState;
  sent: number;
  bytesPerSecond: number | null;
  secondsLeft: number | null;
  error: TandemError | null;
}
interface Job {
  file: File;
  replaces: string | undefined;
  ending: AbortController;
}

const MAX_PARALLEL = 3;
const isUnderWay = ({ state }: Transfer) => state === 'waiting' || state === 'sending' || state === 'interrupted';

/** Files that are being sent from this page: a few at a time, each of which can be paused, resumed and cancelled. */
export function useTransfers(store: SessionStore) {
  const transfers = ref<Transfer[]>([]);
  const jobs = new Map<number, Job>();
  const { client } = store;
  /** Paused files, remembered for pages that are opened later. */
  const paused = storedOf<string[]>(store.id, 'paused', []);
  let last = 0;

  function next(): void {
    const busy = transfers.value.filter(({ state }) => state === 'sending' || state === 'interrupted').length;
    for (const transfer of transfers.value.filter(({ state }) => state === 'waiting').slice(0, MAX_PARALLEL - busy))
      void run(transfer);
  }

  function forget(id: string | null | undefined): void {
    if (id && paused.value.includes(id)) paused.value = paused.value.filter((each) => each !== id);
  }

  async function offer(transfer: Transfer, { file, replaces }: Job, fingerprint: string) {
    const { name, size, type } = file;
    const input = { sessionId: store.id, kind: transfer.kind, name, size, type: type.slice(0, 200), fingerprint };
    const { offerFile } = await client.mutate(OfferFileDocument, { input: { ...input, replaces: replaces ?? null } });
    transfer.fileId = offerFile.id;
    forget(offerFile.id);
    return offerFile;
  }

  async function run(transfer: Transfer): Promise<void> {
    const job = jobs.get(transfer.key)!;
    const { signal } = (job.ending = new AbortController());
    const meter = createSpeedMeter();
    Object.assign(transfer, { state: 'sending', error: null, bytesPerSecond: null, secondsLeft: null });
    const onProgress = (sent: number) => {
      if (signal.aborted) return;
      meter.mark(sent);
      const bytesPerSecond = meter.speed();
      const secondsLeft = bytesPerSecond ? Math.ceil((transfer.size - sent) / bytesPerSecond) : null;
      Object.assign(transfer, { state: 'sending', sent, bytesPerSecond, secondsLeft });
    };
    const onInterrupted = () => {
      meter.reset();
      if (!signal.aborted) Object.assign(transfer, { state: 'interrupted', bytesPerSecond: null, secondsLeft: null });
    };
    try {
      const fingerprint = await fingerprintOf(job.file);
      const { uploadPath } = await offer(transfer, job, fingerprint);
      const url = location.origin + uploadPath;
      if (!signal.aborted)
        await sendBytes(
          { file: job.file, url, fingerprint, headers: client.headers, onProgress, onInterrupted },
          signal,
        );
      if (!signal.aborted) Object.assign(transfer, { state: 'sent', sent: transfer.size });
    } catch (cause) {
      if (!signal.aborted) fail(transfer, cause);
    }
    next();
  }

  function fail(transfer: Transfer, cause: unknown): void {
    // a file that can't be read any more was changed or removed
    const error = cause instanceof TandemError ? cause : new TandemError('FILE_CHANGED');
    if (error.code === 'UNAVAILABLE') return void Object.assign(transfer, { state: 'interrupted' });
    Object.assign(transfer, { state: error.code === 'FILE_CHANGED' ? 'changed' : 'failed', error });
  }

  const of = (key: number) => transfers.value.find((transfer) => transfer.key === key);
  const stop = (key: number) => jobs.get(key)?.ending.abort();
  function drop(key: number): void {
    stop(key);
    jobs.delete(key);
    transfers.value = transfers.value.filter((transfer) => transfer.key !== key);
    next();
  }
  function resume(key: number): void {
    const transfer = of(key);
    if (!transfer) return;
    stop(key);
    transfer.state = 'waiting';
    next();
  }

  function send(files: Iterable<File>, kind: FileKind = 'FILE'): void {
    for (const file of files) {
      const key = ++last;
      jobs.set(key, { file, replaces: undefined, ending: new AbortController() });
      const { name, size } = file;
      transfers.value.push(
        ...[{ key, kind, name, size, fileId: null, state: 'waiting' as const, sent: 0, error: null }].map((fresh) => ({
          ...fresh,
          bytesPerSecond: null,
          secondsLeft: null,
        })),
      );
    }
    next();
  }

  // a complete file is in the list of the session; a reconnect resumes interrupted uploads
  watch(
    () => store.files.map(({ id, state }) => `${id} ${state}`),
    () => {
      for (const { key, fileId } of [...transfers.value]) {
        const file = store.files.find(({ id }) => id === fileId);
        if (file && file.state !== 'UPLOADING') drop(key);
      }
    },
  );
  watch(
    () => store.connection,
    (connection) => {
      if (connection === 'live') for (const { key, state } of transfers.value) if (state === 'interrupted') resume(key);
    },
  );
  useEventListener('beforeunload', (event) => {
    if (transfers.value.some(isUnderWay)) event.preventDefault();
  });
  onScopeDispose(() => jobs.forEach(({ ending }) => ending.abort()));

  return reactive({
    transfers,
    send,
    isPaused: (fileId: string) => paused.value.includes(fileId),
    pause(key: number): void {
      stop(key);
      const id = of(key)?.fileId;
      if (id) paused.value = [...paused.value, id];
      Object.assign(of(key) ?? {}, { state: 'paused', bytesPerSecond: null, secondsLeft: null });
      next();
    },
    resume,
    /** Sends a file that was changed meanwhile from its start. */
    restart(key: number): void {
      const job = jobs.get(key);
      const replaced = of(key)?.error?.params.fileId;
      if (job) job.replaces = typeof replaced === 'string' ? replaced : (of(key)?.fileId ?? undefined);
      resume(key);
    },
    /** The server deletes what was sent. */
    async cancel(key: number): Promise<void> {
      const fileId = of(key)?.fileId;
      drop(key);
      if (fileId) await client.mutate(WithdrawFileDocument, { fileId }).catch(() => undefined);
    },
  });
}
