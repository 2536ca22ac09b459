/** How a screen is sent. The first three favour sharpness or smooth motion, the last two save bandwidth. */
export type ScreenMode = 'STANDARD' | 'BALANCED' | 'MOTION' | 'SAMPLING' | 'SAMPLING_GREY';

interface ModeSettings {
  /** What the encoder should optimize for. */
  hint: 'text' | 'motion';
  /** What the encoder keeps when bandwidth or CPU are short. */
  degradation: RTCDegradationPreference;
  maxBitrate: number;
  /** The limit for a static picture, where it differs: see `static-picture.ts`. */
  staticBitrate?: number;
  maxFramerate: number;
  scaleResolutionDownBy: number;
  isGrey: boolean;
}
const TEXT = { hint: 'text', degradation: 'maintain-resolution', scaleResolutionDownBy: 1, isGrey: false } as const;
/** A quarter of the pixels, a few frames per second; a static picture may become as sharp as those pixels allow. */
const SAMPLED = { ...TEXT, maxBitrate: 600_000, staticBitrate: 4_000_000, scaleResolutionDownBy: 2 } as const;

export const MODE_SETTINGS: Record<ScreenMode, ModeSettings> = {
  STANDARD: { ...TEXT, maxBitrate: 4_000_000, maxFramerate: 15 },
  BALANCED: { ...TEXT, maxBitrate: 1_500_000, maxFramerate: 10, scaleResolutionDownBy: 1.5 },
  MOTION: { ...TEXT, hint: 'motion', degradation: 'maintain-framerate', maxBitrate: 5_000_000, maxFramerate: 30 },
  SAMPLING: { ...SAMPLED, maxFramerate: 4 },
  SAMPLING_GREY: { ...SAMPLED, maxFramerate: 5, isGrey: true },
};
