import { readdir } from 'node:fs/promises';
import { expect, it, describe, onTestFinished } from 'vitest';
import { filesInSession, LINK, png, sha256 } from './file-peer.js';
import { startTestApi } from './test-api.js';
import { startTransit } from './transit-server.js';

const MIB = 1024 * 1024;
/** An unwrapped key is cached for a minute. */
const FORGOTTEN = 61_000;

async function setUp(more: Record<string, string> = {}) {
  const transit = await startTransit();
  onTestFinished(() => transit.stop());
  const api = await startTestApi({ ...transit.env, LOG_LEVEL: 'silent', ...more });
  onTestFinished(() => api.stop());
  return { transit, api };
}

describe('a key service with Vault’s transit API', () => {
  it('wraps the keys of files and never sees a file; no master key is stored locally', async () => {
    const { transit, api } = await setUp();
    const { id, csr, customer } = await filesInSession(api);
    const bytes = png(2 * MIB);
    const file = await csr.publish(bytes);
    expect(await customer.download(file.id)).toEqual(bytes);
    const { wrapped, wrappedBy } = (await api.prisma.dataKey.findUnique({ where: { scope: `session:${id}` } }))!;
    expect(Buffer.from(wrapped).toString()).toMatch(/^vault:v1:/);
    expect(wrappedBy).toBe('transit:tandem');
    expect(await readdir(api.platform.config.dataDir)).not.toContain('master.key');
    // not once for each part of a file: once to create the key, and once to unwrap it
    expect(transit.asked.slice(2)).toEqual(['/v1/transit/encrypt/tandem', '/v1/transit/decrypt/tandem']);
  });

  it('unwraps keys that it wrapped before its own key was rotated', async () => {
    const { transit, api } = await setUp();
    const [old, fresh] = [await filesInSession(api), await filesInSession(api)];
    const bytes = png(5000);
    const { id } = await old.csr.publish(bytes);
    transit.rotate();
    await api.restart();
    expect(await old.customer.download(id)).toEqual(bytes);
    await fresh.csr.publish(bytes);
    const { wrapped } = (await api.prisma.dataKey.findUnique({ where: { scope: `session:${fresh.id}` } }))!;
    expect(Buffer.from(wrapped).toString()).toMatch(/^vault:v2:/);
  });

  it('that is unreachable stops uploads and downloads with a code of its own; received data is kept and uploads resume', async () => {
    const { transit, api } = await setUp();
    const { id, csr, customer } = await filesInSession(api);
    const bytes = png(3 * MIB);
    const earlier = await csr.publish(png(9000, 2), { name: 'earlier.png' });
    const file = await csr.offer(bytes);
    await csr.send(file, bytes, { upTo: 2 * MIB });
    const kept = await csr.offset(file);
    expect(kept).toBeGreaterThan(0);

    await transit.stop();
    api.clock.turn(FORGOTTEN);
    expect(await csr.send(file, bytes, { from: kept })).toMatchObject({ status: 503, code: 'KEYS_UNAVAILABLE' });
    expect((await csr.list()).map(({ name, state }) => [name, state])).toEqual([
      ['earlier.png', 'PUBLISHED'],
      ['report.png', 'UPLOADING'],
    ]);
    expect((await customer.follow(await customer.link(earlier.id))).status).toBe(503);
    expect(
      await customer.user.refusal('query($id: ID!) { session(id: $id) { files { received } } }', { id }),
    ).toBeNull();

    await transit.start();
    expect(await csr.offset(file)).toBe(kept);
    expect(await csr.send(file, bytes, { from: kept })).toMatchObject({ status: 204 });
    expect(await csr.until(file.id, 'PUBLISHED')).toMatchObject({ sha256: sha256(bytes) });
    expect(await customer.user.refusal(LINK, { id: file.id })).toBeNull();
  });

  it('that is unreachable does not prevent the start; one that refuses does, with a message', async () => {
    const transit = await startTransit();
    onTestFinished(() => transit.stop());
    const wrongs: Record<string, string>[] = [{ KEY_SERVICE_TOKEN: 'not this one' }, { KEY_SERVICE_KEY: 'nobodys' }];
    for (const wrong of wrongs)
      await expect(startTestApi({ ...transit.env, ...wrong })).rejects.toThrow(/The key service refuses \(40[34]\)/);
    await expect(startTestApi({ ...transit.env, MASTER_KEY: 'x' })).rejects.toThrow(/two things/);
    await transit.stop();
    const api = await startTestApi({ ...transit.env, LOG_LEVEL: 'silent' });
    onTestFinished(() => api.stop());
    const { csr } = await filesInSession(api);
    const bytes = png(5000);
    const file = await csr.offer(bytes);
    expect(await csr.send(file, bytes)).toMatchObject({ code: 'KEYS_UNAVAILABLE' });
    await transit.start();
    expect(await csr.send(file, bytes)).toMatchObject({ status: 204 });
    await csr.until(file.id, 'PUBLISHED');
  });

  it('does not unwrap a session’s key for another session', async () => {
    const { api } = await setUp();
    const [one, two] = [await filesInSession(api), await filesInSession(api)];
    const { id } = await one.csr.publish(png(5000));
    await two.csr.publish(png(5000));
    const { wrapped } = (await api.prisma.dataKey.findUnique({ where: { scope: `session:${two.id}` } }))!;
    await api.prisma.dataKey.update({ where: { scope: `session:${one.id}` }, data: { wrapped } });
    api.clock.turn(FORGOTTEN);
    expect((await one.csr.follow(await one.csr.link(id))).status).toBe(503);
  });
});
