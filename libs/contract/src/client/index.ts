export { serverClock } from './server-clock.js';
export { tailEvents, type TailOptions, type TailState, type TailStep, type TailWay } from './tail-events.js';
export { createTandemClient, type SubscriptionSink, type TandemClient } from './tandem-client.js';
export { TandemError } from './tandem-error.js';
