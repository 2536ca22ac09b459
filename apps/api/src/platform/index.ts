import type { SealedBlobs } from './blobs/index.js';
import type { Clock } from './clock/index.js';
import type { Config } from './config/index.js';
import type { Database } from './db/index.js';
import type { EventLog, Hub, Relay, Tails } from './events/index.js';
import type { ClientAddress } from './http/client-address.js';
import type { Sockets } from './http/sockets.js';
import type { Sweeper } from './jobs/index.js';
import type { Keys } from './keys/index.js';
import type { Log } from './log/index.js';
import type { Throttle } from './throttle/index.js';

/** An opaque transaction; only repos look inside. */
export type { Tx } from './db/index.js';

/** What every feature is built on. */
export interface Platform {
  config: Config;
  db: Database;
  clock: Clock;
  log: Log;
  hub: Hub;
  events: EventLog;
  relay: Relay;
  tails: Tails;
  sweeper: Sweeper;
  throttle: Throttle;
  sockets: Sockets;
  clientAddress: ClientAddress;
  blobs: SealedBlobs;
  keys: Keys;
}

/** What a use case needs of it: `interface Deps extends Uses<'db' | 'clock'>`. The whole is for a feature's index.ts. */
export type Uses<Part extends keyof Platform> = Pick<Platform, Part>;
