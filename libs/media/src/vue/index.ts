export { useDevices } from './use-devices';
export { attachTrack } from './attach-track';
export { useLevel } from './use-level';
export { useFlow } from './use-flow';
