import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LIMITS } from '@tandem/domain';
import { describe, expect, it, onTestFinished } from 'vitest';
import { filesInSession, png, sha256, WITHDRAW } from './file-peer.js';
import { startTestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

const MIB = 1024 * 1024;

async function apiWith(env: Record<string, string>) {
  const api = await startTestApi({ LOG_LEVEL: 'silent', ...env });
  onTestFinished(() => api.stop());
  return api;
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0;

/** A disk of this many MiB, for one test. */
function smallDisk(size: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tandem-small-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Two files that fit one by one but not together: the second is accepted after the first is deleted. */
async function promiseOnce(api: Awaited<ReturnType<typeof apiWith>>): Promise<void> {
  const { csr } = await filesInSession(api);
  const [first, second] = [png(2 * MIB, 1), png(2 * MIB, 2)];
  const offered = await csr.offer(first, { name: 'first.png' });
  expect(await csr.refusedOffer(second, { name: 'second.png' })).toMatchObject({ code: 'STORAGE_FULL' });
  await csr.send(offered, first, { upTo: 1_500_000 });
  expect(await csr.refusedOffer(second, { name: 'second.png' })).toMatchObject({ code: 'STORAGE_FULL' });
  await csr.send(offered, first, { from: await csr.offset(offered) });
  await csr.until(offered.id, 'PUBLISHED');
  expect(await csr.refusedOffer(second, { name: 'second.png' })).toMatchObject({ code: 'STORAGE_FULL' });
  // received bytes are not reserved any more: a small file still fits
  expect(await csr.publish(png(400_000, 3), { name: 'small.png' })).toMatchObject({ state: 'PUBLISHED' });
  await csr.user.ask(WITHDRAW, { id: offered.id });
  await api.sweep();
  expect(await csr.publish(second, { name: 'second.png' })).toMatchObject({ sha256: sha256(second) });
}

describe('a full store', () => {
  it('is reported before anything is sent, and accepts files after others are deleted: the quota is used up', async () => {
    await promiseOnce(await apiWith({ FILES_QUOTA_MIB: '3' }));
  });

  // only root can mount a small disk; elsewhere the quota test above covers it
  it.skipIf(!canMount)(
    'is reported before anything is sent, and accepts files after others are deleted: the disk is small',
    async () => {
      await promiseOnce(await apiWith({ DATA_DIR: smallDisk(3) }));
    },
  );

  it.skipIf(!canMount)('reserves its free space once, however many uploads start at the same time', async () => {
    const api = await apiWith({ DATA_DIR: smallDisk(3) });
    const sessions = await Promise.all(Array.from({ length: 6 }, () => filesInSession(api)));
    const answers = await Promise.all(sessions.map(({ customer }) => customer.refusedOffer(png(MIB))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(2);
    expect(answers.filter((answer) => answer?.code === 'STORAGE_FULL')).toHaveLength(4);
  });

  it.skipIf(!canMount)(
    'fills up during an upload: a reserve is left, received data is kept, and the upload resumes when there is room',
    async () => {
      const disk = smallDisk(40);
      const api = await apiWith({ DATA_DIR: disk });
      const { id, csr } = await filesInSession(api);
      const bytes = png(30 * MIB);
      const file = await csr.offer(bytes);
      const other = path.join(disk, 'of somebody else');
      await writeFile(other, Buffer.alloc(20 * MIB));
      expect(await csr.send(file, bytes)).toMatchObject({ status: 507, code: 'STORAGE_FULL' });
      const { bavail, bsize, blocks } = await statfs(disk);
      expect(bavail / blocks).toBeGreaterThan(0.04);
      expect(bavail * bsize).toBeLessThan(5 * MIB); // it was used up to there
      const from = await csr.offset(file);
      expect(from).toBeGreaterThan(10 * MIB);
      // everything else works
      const message = { sessionId: id, clientId: 'c', audience: 'EVERYONE', text: 'Is there room?' };
      const send = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';
      expect(await csr.user.refusal(send, { i: message })).toBeNull();
      await rm(other);
      await expect
        .poll(async () => (await csr.send(file, bytes, { from: await csr.offset(file) })).status, {
          timeout: within(5000),
        })
        .toBe(204);
      expect(await csr.until(file.id, 'PUBLISHED')).toMatchObject({ sha256: sha256(bytes) });
    },
  );

  it.skipIf(!canMount)('is reported wherever it occurs: not even an empty file can be created', async () => {
    const disk = smallDisk(3);
    const api = await apiWith({ DATA_DIR: disk });
    const { csr } = await filesInSession(api);
    const bytes = png(300_000);
    const file = await csr.offer(bytes);
    const fill = path.join(disk, 'of somebody else');
    await writeFile(fill, Buffer.alloc(4 * MIB)).catch(() => undefined);
    expect(await csr.send(file, bytes)).toMatchObject({ status: 507, code: 'STORAGE_FULL' });
    expect(await csr.refusedOffer(png(1000), { name: 'b.png' })).toMatchObject({ code: 'STORAGE_FULL' });
    await rm(fill);
    await expect.poll(async () => (await csr.send(file, bytes)).status, { timeout: within(5000) }).toBe(204);
  });
});

describe('a session', () => {
  it('has a limit for the total size of its files, and room again after one is withdrawn', async () => {
    const api = await apiWith({});
    const { csr } = await filesInSession(api);
    const { id } = await csr.publish(png(1000), { name: 'first.png' });
    const size = BigInt(LIMITS.filesBytesPerSession - 5000);
    await api.prisma.publishedFile.update({ where: { id }, data: { size } });
    expect(await csr.refusedOffer(png(6000), { name: 'second.png' })).toEqual({
      code: 'FILES_TOGETHER_TOO_LARGE',
      params: { limit: 20 },
    });
    expect(await csr.publish(png(4000), { name: 'third.png' })).toMatchObject({ state: 'PUBLISHED' });
    expect(await csr.refusedOffer(png(1001), { name: 'one byte more.png' })).toMatchObject({
      code: 'FILES_TOGETHER_TOO_LARGE',
    });
    expect(await csr.publish(png(1000), { name: 'all of it.png' })).toMatchObject({ state: 'PUBLISHED' });
    await csr.user.ask(WITHDRAW, { id });
    expect(await csr.publish(png(6000), { name: 'second.png' })).toMatchObject({ state: 'PUBLISHED' });
  });
});

describe('the master key', () => {
  it('is created once, readable by its owner only; without it no file can be read, and with it all can', async () => {
    const api = await apiWith({});
    const { csr } = await filesInSession(api);
    const bytes = png(5000);
    const { id } = await csr.publish(bytes);
    const file = path.join(api.platform.config.dataDir, 'master.key');
    const kept = await readFile(file);
    await rm(file);
    await api.restart();
    expect((await csr.follow(await csr.link(id))).status).toBe(500);
    await writeFile(file, kept);
    await api.restart();
    expect(await csr.download(id)).toEqual(bytes);
  });

  it('comes from the configuration if that contains one', async () => {
    const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
    const api = await apiWith({ MASTER_KEY });
    const { csr } = await filesInSession(api);
    const bytes = png(5000);
    expect(await csr.download((await csr.publish(bytes)).id)).toEqual(bytes);
    await expect(readFile(path.join(api.platform.config.dataDir, 'master.key'))).rejects.toThrow();
  });

  it('that is invalid stops the start with a message', async () => {
    await expect(startTestApi({ MASTER_KEY: 'too short' })).rejects.toThrow(/32 bytes in base64/);
  });
});
