import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDiskStore } from './disk-store.js';
import { FRAME, frameKey } from './frames.js';
import { createSealedBlobs } from './sealed-blobs.js';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), 'tandem-blobs-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A line that gives these bytes and is cut then. */
async function* cutAfter(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield Buffer.from(bytes);
  throw new Error('cut');
}

it('has a blob whose sender hangs up with the last byte, and asks for the rest of one cut before', async () => {
  const store = createDiskStore(folder);
  const blobs = createSealedBlobs(store);
  const [key, bytes] = [randomBytes(32), randomBytes(2 * FRAME + 5)];
  const write = async (length: number) => {
    const id = randomUUID();
    const blob = { ref: await store.create(id), sealing: frameKey(key, id, bytes.length) };
    const written = blobs.append(blob, 0, cutAfter(bytes.subarray(0, length)), () => undefined);
    return { blob, written };
  };
  const whole = await write(bytes.length);
  expect(await whole.written).toBe(bytes.length);
  expect(await blobs.received(whole.blob)).toBe(bytes.length);
  const short = await write(bytes.length - 1);
  await expect(short.written).rejects.toThrow('cut');
  expect(await blobs.received(short.blob)).toBe(2 * FRAME);
});
