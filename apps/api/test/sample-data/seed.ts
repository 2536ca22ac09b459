// `npm run seed`: fills an installation without sessions with a week of sample data.
import 'reflect-metadata';
import { readConfig } from '../../src/platform/config/index.js';
import { DatabaseOpenError, openDatabase } from '../../src/platform/db/open-database.js';
import { fillWithSamples, NotEmpty } from './fill.js';

async function seed(): Promise<void> {
  const db = await openDatabase(readConfig(process.env), () => {
    throw new Error('Another Tandem has taken the database: the sample data are not complete.');
  });
  try {
    const { sessions, password, emails } = await fillWithSamples(process.env, db);
    console.log(`${sessions} sessions of the last week were added. Start Tandem and sign in as one of`);
    for (const email of emails) console.log(`  ${email}`);
    console.log(`with the password  ${password}`);
  } finally {
    await db.close();
  }
}

await seed().catch((error: Error) => {
  const isTaken = error instanceof DatabaseOpenError && error.code === 'DATABASE_TAKEN';
  const isExpected = error instanceof NotEmpty || error instanceof DatabaseOpenError;
  if (isTaken) console.error('Tandem is running on this data folder: end it, run npm run seed, then start it again.');
  else console.error(isExpected ? error.message : error.stack);
  process.exitCode = 1;
});
