import type { GreyJob } from './grey-worker';

/** Known to browsers of the Chromium family, and not to the types of the DOM. */
declare global {
  interface Window {
    MediaStreamTrackProcessor?: new (wish: { track: MediaStreamTrack }) => { readable: ReadableStream<VideoFrame> };
    MediaStreamTrackGenerator?: new (wish: {
      kind: 'video';
    }) => MediaStreamTrack & { writable: WritableStream<VideoFrame> };
  }
}

/** Whether this browser can take the colours out of a picture before it sends it. */
export const canSendGrey = (): boolean =>
  typeof window.MediaStreamTrackProcessor === 'function' && typeof window.MediaStreamTrackGenerator === 'function';

/** A screen without its colours. */
export interface GreyScreen {
  track: MediaStreamTrack;
  stop(): void;
}

/**
 * The same picture without colours, a few times a second, made in a thread of its own: a page that stands behind the
 * window which is shown has no clock that it could count on.
 * @returns null where the browser can't
 */
export function makeGrey(colour: MediaStreamTrack, maxFramerate: number): GreyScreen | null {
  const { MediaStreamTrackProcessor: Processor, MediaStreamTrackGenerator: Generator } = window;
  if (!Processor || !Generator) return null;
  const { readable } = new Processor({ track: colour });
  const track = new Generator({ kind: 'video' });
  const worker = new Worker(new URL('./grey-worker.ts', import.meta.url), { type: 'module' });
  const job: GreyJob = { readable, writable: track.writable, every: 1000 / maxFramerate };
  worker.postMessage(job, [job.readable, job.writable]);
  return {
    track,
    stop() {
      worker.terminate();
      track.stop();
    },
  };
}
