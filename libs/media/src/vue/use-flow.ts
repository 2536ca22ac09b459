import type { RemoteTrack } from 'livekit-client';
import { onScopeDispose, ref } from 'vue';

/** What comes of a picture: plain figures of the last seconds. */
export interface Flow {
  bytesPerSecond: number;
  width: number;
  height: number;
}
const EVERY = 1000;
/** Screens come in bursts: the figure is over this many looks. */
const LOOKS = 4;

interface Look {
  at: number;
  bytes: number;
  width: number;
  height: number;
}
async function lookAt(track: RemoteTrack): Promise<Look | null> {
  let look: Look | null = null;
  (await track.getRTCStatsReport())?.forEach(
    (stat: { type: string; timestamp: number; bytesReceived?: number; frameWidth?: number; frameHeight?: number }) => {
      if (stat.type !== 'inbound-rtp') return;
      const { timestamp: at, bytesReceived: bytes = 0, frameWidth: width = 0, frameHeight: height = 0 } = stat;
      look = { at, bytes, width, height };
    },
  );
  return look;
}

/** How much comes of a track, measured where it arrives; null until two looks are there. */
export function useFlow(track: () => RemoteTrack | null) {
  const flow = ref<Flow | null>(null);
  let looks: Look[] = [];
  let looked: RemoteTrack | null = null;
  const timer = setInterval(() => void measure(), EVERY);
  onScopeDispose(() => clearInterval(timer));

  async function measure(): Promise<void> {
    const now = track();
    if (now !== looked) looks = [];
    looked = now;
    const look = now && (await lookAt(now).catch(() => null));
    looks = look ? [...looks, look].slice(-LOOKS) : [];
    const [first] = looks;
    if (!look || !first || look.at === first.at) return void (flow.value = null);
    const bytesPerSecond = Math.round(((look.bytes - first.bytes) * 1000) / (look.at - first.at));
    flow.value = { bytesPerSecond, width: look.width, height: look.height };
  }
  return flow;
}
