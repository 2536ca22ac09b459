/** A screen that sends fewer bytes per second is static, or is being sharpened after a change. */
const STATIC_BELOW_BYTES = 60_000;
const CHECK_INTERVAL_MS = 1000;

/**
 * Reports when the picture of a sender becomes static and when it changes again, so that the bitrate limit can be raised
 * while it is static. A browser probes the bandwidth only up to twice its limit: with a low limit all the time, it would
 * learn about a slow network only when a whole new picture has to be sent, which would then take a second longer. A
 * static picture sends hardly anything, whatever the limit.
 */
export function watchStaticPicture(sender: RTCRtpSender, onChange: (isStatic: boolean) => void): () => void {
  let last: number | null = null;
  let isStatic = false;
  const timer = setInterval(() => void check(), CHECK_INTERVAL_MS);

  async function check(): Promise<void> {
    const bytes = await sentBy(sender).catch(() => null);
    if (bytes === null) return;
    const isStaticNow = last !== null && bytes - last < STATIC_BELOW_BYTES;
    last = bytes;
    if (isStaticNow === isStatic) return;
    isStatic = isStaticNow;
    onChange(isStatic);
  }
  return () => clearInterval(timer);
}

async function sentBy(sender: RTCRtpSender): Promise<number> {
  let sum = 0;
  (await sender.getStats()).forEach((stat: { type: string; bytesSent?: number }) => {
    if (stat.type === 'outbound-rtp') sum += stat.bytesSent ?? 0;
  });
  return sum;
}
