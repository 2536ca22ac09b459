export { captureScreen, CaptureError } from './capture-screen';
export { canSendGrey } from './grey-screen';
export { mediaObstacle } from './obstacle';
export { MediaRoom } from './media-room';
export { watchForSilence } from './silence-watch';
export type * from './types';
