import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { readConfig } from '../platform/config/index.js';
import { systemClock } from '../platform/clock/index.js';
import { createLog } from '../platform/log/index.js';
import { compose, createPlatform } from './compose.js';
import { createSchema } from './schema.js';

// The schema needs no database, and nothing here queries one.
const foundations = { config: readConfig({}), db: {} as never, clock: systemClock, log: createLog('silent') };
const schema = await createSchema(compose(createPlatform(foundations)));
const file = process.argv[2] ?? path.resolve(import.meta.dirname, '../../../../libs/contract/schema.graphql');
await writeFile(file, `${printSchema(lexicographicSortSchema(schema))}\n`);
