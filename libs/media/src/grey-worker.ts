/* eslint-disable compat/compat -- it is started where all of it is there: `canSendGrey` */
export interface GreyJob {
  readable: ReadableStream<VideoFrame>;
  writable: WritableStream<VideoFrame>;
  /** Milliseconds from one picture to the next. */
  every: number;
}

/** A picture that stands is sent again for so long: each time the encoder makes it a little sharper. */
const REFINED_AFTER = 10_000;
const THEN_EVERY = 1000;

addEventListener('message', ({ data }: MessageEvent<GreyJob>) => void run(data), { once: true });

async function run({ readable, writable, every }: GreyJob): Promise<void> {
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
    else if (canvas.width === 1 || (now - changedAt > REFINED_AFTER && now - sentAt < THEN_EVERY)) return;
    sentAt = now;
    void writer.write(new VideoFrame(canvas, { timestamp: now * 1000 })).catch(() => undefined);
  }
  const clock = setInterval(send, every);
  const reader = readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    waiting?.close();
    waiting = next.value;
  }
  clearInterval(clock);
  await writer.close().catch(() => undefined);
  close();
}
