import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { filesInSession, png, sha256, WITHDRAW } from './file-peer.js';
import { startTestApi } from './test-api.js';

const MIB = 1024 * 1024;

async function apiWith(env: Record<string, string>) {
  const api = await startTestApi({ LOG_LEVEL: 'silent', ...env });
  onTestFinished(() => api.stop());
  return api;
}

/** Two files that fit one by one and not together: the second fills the store, and goes on when the first is gone. */
async function fillUp(api: Awaited<ReturnType<typeof apiWith>>): Promise<void> {
  const { csr } = await filesInSession(api);
  const [first, second] = [png(2 * MIB, 1), png(2 * MIB, 2)];
  const offered = await csr.offer(second, { name: 'second.png' });
  const kept = await csr.publish(first, { name: 'first.png' });
  expect(await csr.send(offered, second)).toMatchObject({ status: 507, code: 'STORAGE_FULL' });
  const from = await csr.offset(offered);
  expect(from).toBeGreaterThan(0);
  expect(await csr.refusedOffer(png(2 * MIB, 3), { name: 'third.png' })).toMatchObject({ code: 'STORAGE_FULL' });
  expect(await csr.download(kept.id)).toEqual(first);

  await csr.user.ask(WITHDRAW, { id: kept.id });
  await api.sweep();
  expect(await csr.send(offered, second, { from })).toMatchObject({ status: 204 });
  expect(await csr.until(offered.id, 'PUBLISHED')).toMatchObject({ sha256: sha256(second) });
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0;

describe('a store without room', () => {
  it('says so, keeps what was sent, and goes on when there is room: what the operator allows is used up', async () => {
    await fillUp(await apiWith({ FILES_QUOTA_MIB: '3' }));
  });

  // as root alone can make a small disk; elsewhere the one above stands for it
  it.skipIf(!canMount)('says so, keeps what was sent, and goes on when there is room: the disk is full', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tandem-small-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]);
    onTestFinished(() => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    });
    await fillUp(await apiWith({ DATA_DIR: folder }));
  });
});

describe('the master key', () => {
  it('is made once, readable by its owner alone; without it nothing can be read, with it all', async () => {
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

  it('comes from the configuration where it is set', async () => {
    const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
    const api = await apiWith({ MASTER_KEY });
    const { csr } = await filesInSession(api);
    const bytes = png(5000);
    expect(await csr.download((await csr.publish(bytes)).id)).toEqual(bytes);
    await expect(readFile(path.join(api.platform.config.dataDir, 'master.key'))).rejects.toThrow();
  });

  it('that is none stops the start with a sentence', async () => {
    await expect(startTestApi({ MASTER_KEY: 'too short' })).rejects.toThrow(/32 bytes in base64/);
  });
});
