export { useDevices, type Devices } from './use-devices';
export { attachTrack } from './attach-track';
export { useLevel } from './use-level';
export { useFlow, type Flow } from './use-flow';
