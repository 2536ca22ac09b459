export * from './event-log.js';
export * from './hub.js';
export * from './relay.js';
export { createTails, type Tails } from './tail.js';
export { watch } from './watch.js';
