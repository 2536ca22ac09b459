import { FINGERPRINT_HEADER } from '@tandem/contract';
import { TandemError } from '@tandem/client';
import type { DetailedError, Upload } from 'tus-js-client';

/** About five minutes of retries before the user is asked. */
const RETRY_DELAYS_MS = [500, 1000, 2000, 3000, ...Array.from({ length: 60 }, () => 5000)];
/** An upload without progress for this long has lost its connection: it is restarted at the same position. */
const STALL_TIMEOUT_MS = 15_000;

export interface Sending {
  file: File;
  url: string;
  fingerprint: string;
  headers: Readonly<Record<string, string>>;
  onProgress(sent: number): void;
  /** The connection is lost; the upload is retried. */
  onInterrupted(): void;
}

/**
 * Uploads a file from where it was interrupted, reading it from the disk. Resolves when all of it has arrived.
 * @throws TandemError; UNAVAILABLE when the connection did not come back in time
 */
export async function sendBytes(sending: Sending, signal: AbortSignal): Promise<void> {
  const { Upload: TusUpload } = await import('tus-js-client');
  let upload: Upload | null = null;
  let seen = { sent: -1, at: performance.now() };
  const watch = setInterval(() => {
    if (!upload || performance.now() - seen.at < STALL_TIMEOUT_MS) return;
    seen.at = performance.now();
    sending.onInterrupted();
    void upload.abort().then(() => (signal.aborted ? undefined : upload?.start()));
  }, 1000);
  try {
    await new Promise<void>((resolve, reject) => {
      upload = new TusUpload(sending.file, {
        uploadUrl: sending.url,
        headers: { ...sending.headers, [FINGERPRINT_HEADER]: sending.fingerprint },
        retryDelays: RETRY_DELAYS_MS,
        storeFingerprintForResuming: false,
        onProgress: (sent) => {
          if (sent !== seen.sent) seen = { sent, at: performance.now() };
          sending.onProgress(sent);
        },
        onShouldRetry: (error) => {
          const isRetried = codeOf(error) === null;
          if (isRetried) sending.onInterrupted();
          return isRetried;
        },
        onSuccess: () => resolve(),
        onError: (error) => reject(toError(error)),
      });
      signal.addEventListener('abort', () => void upload!.abort().finally(() => resolve()), { once: true });
      if (!signal.aborted) upload.start();
    });
  } finally {
    clearInterval(watch);
  }
}

const isDetailed = (error: Error): error is DetailedError => 'originalResponse' in error;

/** The server's error, if there was an answer; null for a broken connection. */
function codeOf(error: Error): TandemError | null {
  const response = isDetailed(error) ? error.originalResponse : null;
  if (!response || response.getStatus() === 409 || response.getStatus() === 423) return null;
  try {
    const { errors } = JSON.parse(response.getBody()) as {
      errors: { extensions: { code: TandemError['code']; params?: Record<string, unknown> } }[];
    };
    const { code, params } = errors[0]!.extensions;
    return new TandemError(code, params);
  } catch {
    // a response to HEAD has no body
    return response.getStatus() >= 400 && response.getStatus() < 500 ? new TandemError('FILE_GONE') : null;
  }
}

const toError = (error: Error): TandemError =>
  codeOf(error) ?? new TandemError(error.name === 'NotReadableError' ? 'FILE_CHANGED' : 'UNAVAILABLE');
