import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesInSession, png, sha256, WITHDRAW } from './file-peer.js';
import { startS3Server } from './s3-server.js';
import { startTestApi, type TestApi } from './test-api.js';

const MIB = 1024 * 1024;
/** Plain bytes of a frame: an upload is stored in such units. */
const FRAME = 256 * 1024;

let store: Awaited<ReturnType<typeof startS3Server>>;
let api: TestApi;
beforeAll(async () => {
  store = await startS3Server();
  api = await startTestApi({ ...store.env, LOG_LEVEL: 'silent' });
});
afterAll(async () => {
  await api.stop();
  await store.stop();
});

describe('files in an S3-compatible store', () => {
  it('are uploaded and downloaded, whole and in ranges', async () => {
    const { csr, customer } = await filesInSession(api);
    const bytes = png(21 * MIB + 77);
    const { id, sha256: hash } = await csr.publish(bytes);
    expect(hash).toBe(sha256(bytes));
    const url = await customer.link(id);
    expect(sha256(Buffer.from(await (await customer.follow(url)).arrayBuffer()))).toBe(hash);
    const [from, to] = [9 * MIB - 3, 17 * MIB + 5];
    const part = await customer.follow(url, { range: `bytes=${from}-${to}` });
    expect(sha256(Buffer.from(await part.arrayBuffer()))).toBe(sha256(bytes.subarray(from, to + 1)));
    const small = png(900);
    expect(await customer.download((await csr.publish(small, { name: 'small.png' })).id)).toEqual(small);
  });

  it.each([3 * MIB, 6 * MIB, 13 * MIB + 5])(
    'that are interrupted at byte %i lose less than a frame and resume',
    async (cut) => {
      const { csr } = await filesInSession(api);
      const bytes = png(20 * MIB, cut);
      const file = await csr.offer(bytes);
      await csr.send(file, bytes, { upTo: cut });
      await expect.poll(() => csr.offset(file)).toBeGreaterThan(cut - FRAME);
      const from = await csr.offset(file);
      expect(from).toBeLessThanOrEqual(cut);
      await csr.send(file, bytes, { from });
      expect(await csr.until(file.id, 'PUBLISHED')).toMatchObject({ sha256: sha256(bytes) });
    },
  );

  it('arrive over a connection that is interrupted repeatedly, also within one part', async () => {
    const { csr } = await filesInSession(api);
    const bytes = png(11 * MIB);
    const file = await csr.offer(bytes);
    for (let upTo = 1.5 * MIB; upTo < bytes.length; upTo += 1.5 * MIB) {
      await csr.send(file, bytes, { from: await csr.offset(file), upTo });
      await expect.poll(() => csr.offset(file)).toBeGreaterThan(upTo - FRAME);
    }
    await api.restart();
    await csr.send(file, bytes, { from: await csr.offset(file) });
    expect(await csr.until(file.id, 'PUBLISHED')).toMatchObject({ sha256: sha256(bytes) });
  });

  it('are deleted with everything that belongs to them, complete or not', async () => {
    const { csr } = await filesInSession(api);
    const before = await store.objects();
    const whole = await csr.publish(png(6 * MIB));
    const bytes = png(10 * MIB, 2);
    const cut = await csr.offer(bytes, { name: 'cut.png' });
    await csr.send(cut, bytes, { upTo: 3 * MIB });
    await expect.poll(() => csr.offset(cut)).toBeGreaterThan(0);
    for (const { id } of [whole, cut]) await csr.user.ask(WITHDRAW, { id });
    await api.sweep();
    expect(await store.objects()).toEqual(before);
  });

  it('wait while the store is unreachable: received data is kept, and the upload resumes afterwards', async () => {
    const { csr } = await filesInSession(api);
    const bytes = png(20 * MIB, 5);
    const file = await csr.offer(bytes);
    await csr.send(file, bytes, { upTo: 9 * MIB });
    await expect.poll(() => csr.offset(file)).toBeGreaterThan(8 * MIB);
    await store.halt();
    expect((await csr.send(file, bytes, { from: 8 * MIB })).status).toBeGreaterThanOrEqual(500);
    await store.begin();
    const from = await csr.offset(file);
    expect(from).toBeGreaterThan(8 * MIB);
    await csr.send(file, bytes, { from });
    expect(await csr.until(file.id, 'PUBLISHED')).toMatchObject({ sha256: sha256(bytes) });
  });
});
