import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';

const BUCKET = 'tandem';
const KEYS = { id: 'tandem-test', secret: 'a secret of this test' };

/**
 * An S3-compatible store for one test file, on loopback, over a folder. VERSITYGW names the program; `npm test` sets
 * it.
 */
export async function startS3Server() {
  const command = process.env.VERSITYGW;
  if (!command) throw new Error('VERSITYGW is not set: run these tests by `npm test -- --lane s3`.');
  const folder = await mkdtemp(path.join(tmpdir(), 'tandem-s3-'));
  await mkdir(path.join(folder, BUCKET)); // a folder in it is a bucket
  const address = `127.0.0.1:${await freePort()}`;
  const args = ['--port', address, '--access', KEYS.id, '--secret', KEYS.secret, '--quiet', 'posix', folder];
  let child = spawn(command, args, { stdio: 'ignore' });
  const ready = async () => {
    for (let i = 0; i < 200; i++) {
      if (await fetch(`http://${address}/`).then(Boolean, () => false)) return;
      await sleep(50);
    }
    throw new Error('the S3 store does not answer');
  };
  const halt = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill();
    });
  await ready();
  return {
    env: {
      S3_ENDPOINT: `http://${address}`,
      S3_BUCKET: BUCKET,
      S3_ACCESS_KEY_ID: KEYS.id,
      S3_SECRET_ACCESS_KEY: KEYS.secret,
    },
    /** The objects in the bucket, without parts of unfinished uploads. */
    async objects(): Promise<string[]> {
      const entries = await readdir(path.join(folder, BUCKET), { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
      return files
        .map((file) => path.relative(path.join(folder, BUCKET), file))
        .filter((file) => !file.startsWith('.'));
    },
    halt,
    async begin(): Promise<void> {
      child = spawn(command, args, { stdio: 'ignore' });
      await ready();
    },
    async stop(): Promise<void> {
      await halt();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
