import 'reflect-metadata';
import { systemClock } from '../platform/clock/index.js';
import { readConfig } from '../platform/config/index.js';
import { openDatabase } from '../platform/db/open-database.js';
import { createLog } from '../platform/log/index.js';
import { compose, createPlatform } from './compose.js';

// `npm run reports:rebuild`: reads every session's log again.
const config = readConfig(process.env);
const db = await openDatabase(config).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
const features = compose(createPlatform({ config, db, clock: systemClock, log: createLog('warn') }));
const count = await features.reports.rebuild();
process.stdout.write(`${count} session reports were rebuilt from the log.\n`);
await db.close();
