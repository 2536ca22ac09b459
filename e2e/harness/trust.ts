import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A person's home folder, with the certificate authorities that Chromium trusts for this person. */
export interface Home {
  path: string;
  /** Downloads the authority's certificate from the product and imports it, as a person does once for each machine. */
  trust(origin: string): Promise<void>;
  remove(): Promise<void>;
}

export async function makeHome(): Promise<Home> {
  const home = await mkdtemp(path.join(tmpdir(), 'tandem-home-'));
  const database = path.join(home, '.pki/nssdb');
  await mkdir(database, { recursive: true });
  await run('certutil', ['-N', '-d', `sql:${database}`, '--empty-password']);
  return {
    path: home,
    async trust(origin) {
      const file = path.join(home, 'ca.crt');
      await writeFile(file, await download(`${origin}/ca.crt`));
      await run('certutil', ['-A', '-d', `sql:${database}`, '-n', 'Tandem', '-t', 'C,,', '-i', file]);
    },
    remove: () => rm(home, { recursive: true, force: true }),
  };
}

/** It is trusted only after this. */
function download(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { rejectUnauthorized: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts)));
    }).on('error', reject);
  });
}
