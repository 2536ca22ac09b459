export { serverClock } from './server-clock.js';
export { tailEvents, type TailWay } from './tail-events.js';
export { createTandemClient, type TandemClient } from './tandem-client.js';
export { TandemError } from './tandem-error.js';
