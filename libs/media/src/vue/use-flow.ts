import type { RemoteTrack } from 'livekit-client';
import { onScopeDispose, ref } from 'vue';

/** The rate and size of a received video over the last seconds. */
export interface Flow {
  bytesPerSecond: number;
  width: number;
  height: number;
}
const SAMPLE_INTERVAL_MS = 1000;
/** Screens arrive in bursts, so the rate is measured over several samples. */
const SAMPLE_COUNT = 4;

interface Sample {
  at: number;
  bytes: number;
  width: number;
  height: number;
}
async function sampleOf(track: RemoteTrack): Promise<Sample | null> {
  let sample: Sample | null = null;
  (await track.getRTCStatsReport())?.forEach(
    (stat: { type: string; timestamp: number; bytesReceived?: number; frameWidth?: number; frameHeight?: number }) => {
      if (stat.type !== 'inbound-rtp') return;
      const { timestamp: at, bytesReceived: bytes = 0, frameWidth: width = 0, frameHeight: height = 0 } = stat;
      sample = { at, bytes, width, height };
    },
  );
  return sample;
}

/** The rate of a received track; null before there are two samples. */
export function useFlow(track: () => RemoteTrack | null) {
  const flow = ref<Flow | null>(null);
  let samples: Sample[] = [];
  let sampled: RemoteTrack | null = null;
  const timer = setInterval(() => void measure(), SAMPLE_INTERVAL_MS);
  onScopeDispose(() => clearInterval(timer));

  async function measure(): Promise<void> {
    const now = track();
    if (now !== sampled) samples = [];
    sampled = now;
    const sample = now && (await sampleOf(now).catch(() => null));
    samples = sample ? [...samples, sample].slice(-SAMPLE_COUNT) : [];
    const [first] = samples;
    if (!sample || !first || sample.at === first.at) return void (flow.value = null);
    const bytesPerSecond = Math.round(((sample.bytes - first.bytes) * 1000) / (sample.at - first.at));
    flow.value = { bytesPerSecond, width: sample.width, height: sample.height };
  }
  return flow;
}
