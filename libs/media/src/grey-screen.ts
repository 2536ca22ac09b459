import type { GreyJob } from './grey-worker';

/** Exist in Chromium browsers; TypeScript's DOM types lack them. */
declare global {
  interface Window {
    MediaStreamTrackProcessor?: new (wish: { track: MediaStreamTrack }) => { readable: ReadableStream<VideoFrame> };
    MediaStreamTrackGenerator?: new (wish: {
      kind: 'video';
    }) => MediaStreamTrack & { writable: WritableStream<VideoFrame> };
  }
}

/** Whether this browser can convert a screen to greyscale before sending it. */
export const canSendGrey = (): boolean =>
  typeof window.MediaStreamTrackProcessor === 'function' && typeof window.MediaStreamTrackGenerator === 'function';

/** A greyscale copy of a captured screen. */
export interface GreyScreen {
  track: MediaStreamTrack;
  stop(): void;
}

/**
 * Copies a captured screen in greyscale, a few frames per second. A worker does it, because browsers slow the timers of a
 * page behind the window that is being shared.
 * @returns null where the browser does not support it
 */
export function makeGrey(colour: MediaStreamTrack, maxFramerate: number): GreyScreen | null {
  const { MediaStreamTrackProcessor: Processor, MediaStreamTrackGenerator: Generator } = window;
  if (!Processor || !Generator) return null;
  const { readable } = new Processor({ track: colour });
  const track = new Generator({ kind: 'video' });
  const worker = new Worker(new URL('./grey-worker.ts', import.meta.url), { type: 'module' });
  const job: GreyJob = { readable, writable: track.writable, frameInterval: 1000 / maxFramerate };
  worker.postMessage(job, [job.readable, job.writable]);
  return {
    track,
    stop() {
      worker.terminate();
      track.stop();
    },
  };
}
