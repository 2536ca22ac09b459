export { useDevices, type Devices } from './use-devices';
export { attachTrack } from './attach-track';
export { useLevel } from './use-level';
