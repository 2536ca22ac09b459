export { tailEvents, type TailOptions, type TailState } from './tail-events.js';
export { createTandemClient, type SubscriptionSink, type TandemClient } from './tandem-client.js';
export { TandemError } from './tandem-error.js';
