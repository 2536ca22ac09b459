/** Notified about screens at the media server; supplied by `compose.ts` with the feature that owns shares. */
export interface ScreenPort {
  /** The media server receives pictures of this participant's screen. Called at every check. */
  screenArrived(participantId: string): Promise<void>;
}
