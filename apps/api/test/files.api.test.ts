import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { within } from '../../../tools/test/patience.mjs';
import { LIMITS, type FileState } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesInSession, LINK, noise, png, sha256, WITHDRAW } from './file-peer.js';
import { startTestApi, type TestApi } from './test-api.js';

const MIB = 1024 * 1024;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/** The content of every blob in the data folder. */
async function stored(): Promise<Buffer[]> {
  const folder = path.join(api.platform.config.dataDir, 'files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => readFile(path.join(entry.parentPath, entry.name))),
  );
}

/** Adds files like this one, under other names. */
async function copies(id: string, count: number, state: FileState = 'UPLOADING'): Promise<void> {
  const row = await api.prisma.publishedFile.findUniqueOrThrow({ where: { id } });
  const more = Array.from({ length: count }, (_, nth) => ({ ...row, id: `${id}-${nth}`, name: `copy ${nth}`, state }));
  await api.prisma.publishedFile.createMany({ data: more });
}

describe('a published file', () => {
  it('is transferred from the CSR to the customer and from the customer to the CSR, byte for byte', async () => {
    const { id, csr, customer } = await filesInSession(api);
    const [down, up] = [png(3 * MIB + 17), noise(700_001)];
    const published = await csr.publish(down, { name: '설치 안내.png' });
    expect(published).toMatchObject({
      state: 'PUBLISHED',
      category: 'IMAGES',
      sha256: sha256(down),
      name: '설치 안내.png',
    });
    expect((await customer.list()).map(({ name }) => name)).toEqual(['설치 안내.png']);
    expect(await customer.download(published.id)).toEqual(down);

    const sent = await customer.publish(up, { name: 'dump' });
    expect(sent).toMatchObject({ state: 'PUBLISHED', category: 'OTHER', sha256: sha256(up) });
    expect(await csr.download(sent.id)).toEqual(up);
    expect(await api.eventTypes(id)).toEqual(
      expect.arrayContaining(['files.offered', 'files.received', 'files.published', 'files.downloaded']),
    );
  });

  it('is encrypted in the store, and each session has its own key', async () => {
    const { csr, id } = await filesInSession(api);
    const text = Buffer.from('this must not be read by whoever takes the disk\n'.repeat(40));
    const { id: fileId } = await csr.publish(text, { name: 'secret.txt' });
    for (const blob of await stored()) expect(blob.includes('must not be read')).toBe(false);
    const [key] = await api.prisma.dataKey.findMany({ where: { scope: `session:${id}` } });
    expect(key!.wrapped.length).toBe(32 + 12 + 16);
    expect(await csr.download(fileId)).toEqual(text);
  });

  it('is visible to the customer only after it was published, and not after it was withdrawn', async () => {
    const { csr, customer } = await filesInSession(api);
    const bytes = png(300_000);
    const file = await csr.offer(bytes);
    expect(await customer.list()).toEqual([]);
    expect(await csr.list()).toMatchObject([{ state: 'UPLOADING', received: 0 }]);
    await csr.send(file, bytes);
    await csr.until(file.id, 'PUBLISHED');
    const url = await customer.link(file.id);
    expect(await customer.user.refusal(WITHDRAW, { id: file.id })).toBe('FORBIDDEN'); // the file is not the customer's
    await csr.user.ask(WITHDRAW, { id: file.id });
    expect(await customer.list()).toEqual([]);
    expect((await customer.follow(url)).status).toBe(404);
    expect(await csr.user.refusal(LINK, { id: file.id })).toBe('FILE_GONE');
  });

  it('is downloaded under its name, as an attachment that the browser never runs', async () => {
    const { csr, customer } = await filesInSession(api);
    const { id } = await csr.publish(Buffer.from('<script>alert(1)</script>'), {
      name: '한글 문서.html',
      type: 'text/html',
    });
    const { headers } = await customer.follow(await customer.link(id));
    expect(headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%ED%95%9C%EA%B8%80%20/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('cache-control')).toContain('private');
  });

  it('resumes an interrupted download, and restarts it when the file has been replaced', async () => {
    const { csr, customer } = await filesInSession(api);
    const bytes = png(2 * MIB + 5);
    const { id, sha256: hash } = await csr.publish(bytes);
    const url = await customer.link(id);
    for (const [start, end] of [
      [1_000_000, bytes.length - 1],
      [262_143, 262_144],
      [bytes.length - 1, bytes.length - 1],
    ] as const) {
      const part = await customer.follow(url, { range: `bytes=${start}-${end}`, 'if-range': `"${hash}"` });
      expect(part.status).toBe(206);
      expect(part.headers.get('content-range')).toBe(`bytes ${start}-${end}/${bytes.length}`);
      expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(start, end + 1));
    }
    expect((await customer.follow(url, { range: 'bytes=5-', 'if-range': '"another"' })).status).toBe(200);
    expect((await customer.follow(url, { range: `bytes=${bytes.length}-` })).status).toBe(416);
  });
});

describe('too many files', () => {
  it('sent by one person at the same time are refused, and one more is accepted when one is cancelled', async () => {
    const { csr, customer } = await filesInSession(api);
    const first = await csr.offer(png(100), { name: '1.png' });
    await copies(first.id, LIMITS.filesInTransit - 2);
    const limit = { code: 'FILE_LIMIT', params: { limit: LIMITS.filesInTransit } };
    expect((await csr.offer(png(100), { name: 'last.png' })).state).toBe('UPLOADING');
    expect(await csr.refusedOffer(png(100), { name: 'too many.png' })).toEqual(limit);
    expect((await customer.offer(png(100))).state).toBe('UPLOADING'); // another person's files are counted separately
    await csr.user.ask(WITHDRAW, { id: first.id });
    expect((await csr.offer(png(100), { name: 'too many.png' })).state).toBe('UPLOADING');
  });

  it('in one session are refused, even if most have been deleted', async () => {
    const { csr } = await filesInSession(api);
    const first = await csr.offer(png(100), { name: '1.png' });
    await copies(first.id, LIMITS.filesPerSession - 2, 'WITHDRAWN');
    expect((await csr.offer(png(100), { name: 'last.png' })).state).toBe('UPLOADING');
    expect(await csr.refusedOffer(png(100), { name: 'too many.png' })).toEqual({
      code: 'FILE_LIMIT',
      params: { limit: LIMITS.filesPerSession },
    });
  });
});

describe('an upload', () => {
  it.each([1, 262_143, 262_144, 262_145, 629_145, 1_048_575])(
    'that is interrupted at byte %i resumes and is complete in the end',
    async (cut) => {
      const { csr, customer } = await filesInSession(api);
      const bytes = png(MIB);
      const file = await csr.offer(bytes);
      await csr.send(file, bytes, { upTo: cut });
      const offset = await csr.offset(file);
      expect(offset).toBeLessThanOrEqual(cut);
      expect(offset).toBeGreaterThan(cut - 262_144);
      expect(await csr.send(file, bytes, { from: offset })).toMatchObject({ status: 204, offset: MIB });
      expect(await csr.until(file.id, 'PUBLISHED')).toMatchObject({ sha256: sha256(bytes) });
      expect(await customer.download(file.id)).toEqual(bytes);
    },
  );

  it('is found again by offering the same file, even after a restart of the server', async () => {
    const { csr } = await filesInSession(api);
    const bytes = png(2 * MIB);
    const file = await csr.offer(bytes);
    await csr.send(file, bytes, { upTo: Math.floor(bytes.length * 0.6) });
    await api.restart();
    const again = await csr.offer(bytes);
    expect(again.id).toBe(file.id);
    const from = await csr.offset(again);
    expect(from).toBeGreaterThanOrEqual(MIB);
    await csr.send(again, bytes, { from });
    expect(await csr.until(file.id, 'PUBLISHED')).toMatchObject({ sha256: sha256(bytes) });
  });

  it('of a file that was changed in between is not resumed, and restarts when the sender wants it', async () => {
    const { csr } = await filesInSession(api);
    const [before, after] = [png(MIB, 1), png(MIB, 2)];
    const file = await csr.offer(before, { fingerprint: 'as it was' });
    await csr.send(file, before, { upTo: 700_000, fingerprint: 'as it was' });
    expect((await csr.head(file, 'as it is now')).status).toBe(400);
    const from = 524_288;
    expect(await csr.send(file, after, { from, fingerprint: 'as it is now' })).toMatchObject({ code: 'FILE_CHANGED' });
    expect(await csr.refusedOffer(after, { fingerprint: 'as it is now' })).toMatchObject({
      code: 'FILE_CHANGED',
      params: { fileId: file.id },
    });
    const replacement = await csr.offer(after, { fingerprint: 'as it is now', replaces: file.id });
    await csr.send(replacement, after, { fingerprint: 'as it is now' });
    expect(await csr.until(replacement.id, 'PUBLISHED')).toMatchObject({ sha256: sha256(after) });
    expect(await csr.file(file.id)).toMatchObject({ state: 'WITHDRAWN' });
  });

  it('is written by its sender only', async () => {
    const { csr, customer } = await filesInSession(api);
    const bytes = png(1000);
    const file = await csr.offer(bytes);
    expect((await customer.head(file)).status).toBe(404);
    expect(await customer.send(file, bytes)).toMatchObject({ status: 404 });
    csr.user.sentOrigin = 'http://evil.example';
    expect(await csr.send(file, bytes)).toMatchObject({ status: 401 });
    expect((await csr.head(file)).status).toBe(401);
    csr.user.sentOrigin = null; // browsers send no Origin with HEAD
    expect(await csr.send(file, bytes)).toMatchObject({ status: 401 });
    expect(await csr.offset(file)).toBe(0);
    csr.user.sentOrigin = api.origin;
    expect(await csr.send(file, bytes)).toMatchObject({ status: 204 });
  });

  it('accepts no more bytes than were announced', async () => {
    const { csr } = await filesInSession(api);
    const bytes = png(1000);
    const file = await csr.offer(bytes);
    expect((await csr.send(file, png(2000))).status).toBe(413);
    expect(await csr.send(file, bytes)).toMatchObject({ status: 204 });
  });

  it('that is not resumed is cancelled after a day', async () => {
    const { csr } = await filesInSession(api);
    const bytes = png(MIB);
    const file = await csr.offer(bytes);
    await csr.send(file, bytes, { upTo: 300_000 });
    // the deadline counts from the moment at which the server begins to read, which may be after the connection was cut
    await expect.poll(() => csr.offset(file), { timeout: within(5000) }).toBeGreaterThan(0);
    api.clock.turn(25 * 3600_000);
    // the server may still be reading bytes that were sent before that
    const state = async () => {
      await api.sweep();
      return (await api.prisma.publishedFile.findUnique({ where: { id: file.id } }))!.state;
    };
    await expect.poll(state, { timeout: within(5000) }).toBe('EXPIRED');
  });
});
