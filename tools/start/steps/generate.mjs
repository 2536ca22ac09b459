import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from '../fingerprint.mjs';
import { root } from '../paths.mjs';
import { run } from '../processes.mjs';
import { Problem, step } from '../say.mjs';

const CLIENT = path.join(root, 'apps/api/src/generated/prisma/client.ts');
const STAMP = path.join(root, 'node_modules/.tandem-client');

/** Generates the database client, unless it is that of the schema already. */
export async function generateClient() {
  const schema = fingerprint(root, ['prisma/schema']);
  if (existsSync(CLIENT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === schema) return;
  await step('Generating the database client', async () => {
    const { code, lines } = await run('prisma', ['generate', '--no-hints'], { isShell: process.platform === 'win32' });
    if (code !== 0)
      throw new Problem('prisma generate failed: correct what its last lines name, then run npm run dev again.', {
        details: lines,
      });
    writeFileSync(STAMP, schema);
  });
}
