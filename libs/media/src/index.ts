export {
  captureScreen,
  canCaptureScreen,
  CaptureError,
  type CapturedSurface,
  type CaptureFailure,
} from './capture-screen';
export { canSendGrey } from './grey-screen';
export { meterLevel } from './level-meter';
export { mediaObstacle, type MediaObstacle } from './obstacle';
export { MediaRoom, type MediaRoomOptions } from './media-room';
export { watchForSilence, type SilenceWatch } from './silence-watch';
export type * from './types';
