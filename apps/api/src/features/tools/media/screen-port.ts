/** Told what arrives at the media server; filled by `compose.ts` with the feature that knows why it was allowed. */
export interface ScreenPort {
  /** Pictures of this participant's screen are there. Told again whenever it is looked. */
  screenArrived(participantId: string): Promise<void>;
}
