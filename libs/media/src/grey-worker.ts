/* eslint-disable compat/compat -- started only where `canSendGrey` found all of it */
export interface GreyJob {
  readable: ReadableStream<VideoFrame>;
  writable: WritableStream<VideoFrame>;
  /** Milliseconds from one frame to the next. */
  frameInterval: number;
}

/** A static picture is sent at the full frame rate for this long, because the encoder sharpens it with each frame. */
const REFINING_MS = 10_000;
const STATIC_INTERVAL_MS = 1000;

addEventListener('message', ({ data }: MessageEvent<GreyJob>) => void run(data), { once: true });

async function run({ readable, writable, frameInterval }: GreyJob): Promise<void> {
  const writer = writable.getWriter();
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { alpha: false })!;
  let waiting: VideoFrame | null = null;
  let changedAt = -Infinity;
  let sentAt = -Infinity;

  function draw(frame: VideoFrame): void {
    const { displayWidth: width, displayHeight: height } = frame;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    context.filter = 'grayscale(1)';
    context.drawImage(frame, 0, 0);
    frame.close();
  }
  function send(): void {
    const now = performance.now();
    const isNew = waiting !== null;
    if (waiting) draw(waiting);
    waiting = null;
    if (isNew) changedAt = now;
    else if (canvas.width === 1 || (now - changedAt > REFINING_MS && now - sentAt < STATIC_INTERVAL_MS)) return;
    sentAt = now;
    void writer.write(new VideoFrame(canvas, { timestamp: now * 1000 })).catch(() => undefined);
  }
  const clock = setInterval(send, frameInterval);
  const reader = readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    waiting?.close();
    waiting = next.value;
  }
  clearInterval(clock);
  await writer.close().catch(() => undefined);
  close();
}
