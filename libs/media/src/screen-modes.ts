/** How a screen is sent. The first three are whole and sharp or smooth, the last two take much fewer bytes. */
export type ScreenMode = 'STANDARD' | 'BALANCED' | 'MOTION' | 'SAMPLING' | 'SAMPLING_GREY';

interface Way {
  /** What the encoder is told the picture is. */
  hint: 'text' | 'motion';
  /** What is given up first where the line or the processor can't follow. */
  keeps: RTCDegradationPreference;
  maxBitrate: number;
  /** For a picture that stands, where that is another one: see rest-watch.ts. */
  restingBitrate?: number;
  maxFramerate: number;
  scaleResolutionDownBy: number;
  isGrey: boolean;
}
const TEXT = { hint: 'text', keeps: 'maintain-resolution', scaleResolutionDownBy: 1, isGrey: false } as const;
/** A quarter of the dots, a few times a second; while it stands it may be as sharp as so many dots can be. */
const SAMPLED = { ...TEXT, maxBitrate: 600_000, restingBitrate: 4_000_000, scaleResolutionDownBy: 2 } as const;

export const WAYS: Record<ScreenMode, Way> = {
  STANDARD: { ...TEXT, maxBitrate: 4_000_000, maxFramerate: 15 },
  BALANCED: { ...TEXT, maxBitrate: 1_500_000, maxFramerate: 10, scaleResolutionDownBy: 1.5 },
  MOTION: { ...TEXT, hint: 'motion', keeps: 'maintain-framerate', maxBitrate: 5_000_000, maxFramerate: 30 },
  SAMPLING: { ...SAMPLED, maxFramerate: 4 },
  SAMPLING_GREY: { ...SAMPLED, maxFramerate: 5, isGrey: true },
};
