/** A picture that takes less than this in a second stands, or is being made sharper after it has changed. */
const RESTS_BELOW = 60_000;
const LOOK_EVERY = 1000;

/**
 * Tells when what a sender shows comes to rest, and when it changes again. A browser tries its line only up to twice what it
 * is allowed to send. With little allowed for good, it would know of a thin line at the moment when the whole picture is
 * wanted, and that would take a second longer; while nothing changes, much may be allowed and hardly anything is sent.
 */
export function watchRest(sender: RTCRtpSender, onChange: (isResting: boolean) => void): () => void {
  let last: number | null = null;
  let isResting = false;
  const timer = setInterval(() => void look(), LOOK_EVERY);

  async function look(): Promise<void> {
    const bytes = await sentBy(sender).catch(() => null);
    if (bytes === null) return;
    const rests = last !== null && bytes - last < RESTS_BELOW;
    last = bytes;
    if (rests === isResting) return;
    isResting = rests;
    onChange(rests);
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
