import 'reflect-metadata';
import { systemClock } from '../platform/clock/index.js';
import { readConfig } from '../platform/config/index.js';
import { DATABASE_TAKEN, DatabaseOpenError, openDatabase } from '../platform/db/open-database.js';
import { createLog } from '../platform/log/index.js';
import { compose, createPlatform } from './compose.js';

// `npm run reports:rebuild`: reads every session's log again.
const config = readConfig(process.env);
const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};
const db = await openDatabase(config, () => fail(DATABASE_TAKEN)).catch((error: Error) =>
  fail(
    error instanceof DatabaseOpenError && error.code === 'DATABASE_TAKEN'
      ? 'Tandem runs and counts its reports itself: end it first, then run this command, then start it again.'
      : error.message,
  ),
);
const features = compose(createPlatform({ config, db, clock: systemClock, log: createLog('warn') }));
const count = await features.reports.rebuild();
process.stdout.write(`${count} session reports were rebuilt from the log.\n`);
await db.close();
