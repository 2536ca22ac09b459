import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EICAR, filesInSession, noise, png, sha256 } from './file-peer.js';
import { startTestApi, type TestApi } from './test-api.js';

const MIB = 1024 * 1024;
const PROGRAM = Buffer.concat([Buffer.from('MZ'), noise(5000)]);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ LOG_LEVEL: 'silent' }); // tests break things on purpose
});
afterAll(() => api.stop());

describe('the content of a file', () => {
  it.each([
    ['a program named .pdf', 'invoice.pdf', PROGRAM, 'TYPE_MISMATCH'],
    ['a program without an extension', 'invoice', PROGRAM, 'TYPE_MISMATCH'],
    ['a shell script named .log', 'app.log', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'TYPE_MISMATCH'],
    ['noise named .docx', 'letter.docx', noise(3000), 'TYPE_MISMATCH'],
    ['a text named .png', 'photo.png', Buffer.from('hello\n'.repeat(20)), 'TYPE_MISMATCH'],
    ['noise named .txt', 'notes.txt', noise(3000), 'TYPE_MISMATCH'],
  ])('determines its type, not its name: %s is refused', async (_what, name, bytes, refusal) => {
    const { id, csr, customer } = await filesInSession(api);
    for (const [side, other] of [
      [csr, customer],
      [customer, csr],
    ] as const) {
      expect(await side.publish(bytes, { name })).toMatchObject({ state: 'REFUSED', refusal });
      expect((await other.list()).filter((file) => file.state === 'PUBLISHED')).toEqual([]);
    }
    expect(await api.eventTypes(id)).toContain('files.refused');
  });

  it('must match the type that the browser states', async () => {
    const { csr } = await filesInSession(api);
    expect(await csr.publish(png(500), { name: 'picture', type: 'application/pdf' })).toMatchObject({
      refusal: 'TYPE_MISMATCH',
    });
    expect(await csr.publish(png(500), { name: 'picture', type: 'image/png' })).toMatchObject({ state: 'PUBLISHED' });
  });

  it.each([
    ['보고서.hwp', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), noise(600)]), 'DOCUMENTS'],
    ['sheet.xlsx', Buffer.concat([Buffer.from('504b0304', 'hex'), noise(600)]), 'DOCUMENTS'],
    ['clip.mp4', Buffer.concat([Buffer.from('00000018667479706d703432', 'hex'), noise(600)]), 'VIDEO'],
    ['log.txt', Buffer.from('한글로 쓴 글\n'), 'TEXT'],
    ['euc-kr.csv', Buffer.from('c0ccb8a72cb3aac0cc0d0a', 'hex'), 'TEXT'],
    ['utf-16.txt', Buffer.from('\ufeff한글', 'utf16le'), 'TEXT'],
  ])('is recognised: %s', async (name, bytes, category) => {
    const { csr } = await filesInSession(api);
    expect(await csr.publish(bytes, { name })).toMatchObject({ state: 'PUBLISHED', category });
  });
});

describe('similar types that are harmless', () => {
  it.each([
    ['고객목록.csv', 'application/vnd.ms-excel', Buffer.from('이름\n김하나\n'), 'text/csv', 'TEXT'],
    ['export.xls', 'application/vnd.ms-excel', Buffer.from('<html><table></table></html>'), 'text/html', 'TEXT'],
    [
      '암호.xlsx',
      '',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), noise(600)]),
      'application/x-cfb',
      'DOCUMENTS',
    ],
    ['photo.jpg', 'image/jpeg', png(600), 'image/png', 'IMAGES'],
  ])(
    'are accepted as what they are, and never displayed inline: %s declared as %s',
    async (name, type, bytes, mediaType, category) => {
      const { csr, customer } = await filesInSession(api);
      const file = await customer.publish(bytes, { name, type });
      expect(file).toMatchObject({ state: 'PUBLISHED', mediaType, category });
      const { headers } = await csr.follow(await csr.link(file.id));
      expect(headers.get('content-type')).toContain(mediaType);
      expect(headers.get('content-disposition')).toMatch(/^attachment/);
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );
});

describe('the site’s settings decide', () => {
  it('in which direction files may be sent: each direction is a separate right', async () => {
    const ask = 'query($id: ID!) { session(id: $id) { abilities { act isAllowed reason } } }';
    const bytes = png(3000);
    for (const [allow, from, to] of [
      [(isOn: boolean) => api.setting('canStaffSendFiles', isOn), 'csr', 'customer'],
      [(isOn: boolean) => api.setting('canCustomersSendFiles', isOn), 'customer', 'csr'],
    ] as const) {
      const { id, ...sides } = await filesInSession(api);
      const mayPublish = async (side: 'csr' | 'customer') =>
        (await sides[side].user.ask(ask, { id })).session.abilities.find(
          ({ act }: { act: string }) => act === 'publishFile',
        );
      await allow(false);
      expect(await mayPublish(from)).toEqual({ act: 'publishFile', isAllowed: false, reason: 'SITE_DOES_NOT' });
      expect(await mayPublish(to)).toMatchObject({ isAllowed: true, reason: null });
      expect(await sides[from].refusedOffer(bytes)).toMatchObject({ code: 'FILE_DIRECTION_OFF' });
      const { id: fileId } = await sides[to].publish(bytes);
      expect(await sides[from].download(fileId)).toEqual(bytes);
      // a screenshot is not a sent file
      if (from === 'csr')
        expect(await sides.csr.publish(bytes, { kind: 'SCREENSHOT' })).toMatchObject({ state: 'PUBLISHED' });
      await allow(true);
      expect(await sides[from].refusedOffer(bytes, { name: 'again.png' })).toBeNull();
    }
  });

  it('the maximum size of a file', async () => {
    const { csr } = await filesInSession(api);
    await api.setting('fileMegabytes', 1);
    expect(await csr.refusedOffer(png(MIB + 1))).toMatchObject({ code: 'FILE_TOO_LARGE', params: { limit: 1 } });
    expect(await csr.publish(png(MIB))).toMatchObject({ state: 'PUBLISHED' });
    await api.setting('fileMegabytes', 5120);
  });

  it('whether programs may be sent, with a program’s extension', async () => {
    const { csr } = await filesInSession(api);
    expect(await csr.refusedOffer(PROGRAM, { name: 'setup.exe' })).toMatchObject({ code: 'FILE_TYPE_NOT_ALLOWED' });
    await api.setting('canPublishPrograms', true);
    expect(await csr.publish(PROGRAM, { name: 'setup.exe' })).toMatchObject({ category: 'PROGRAMS' });
    expect(await csr.publish(PROGRAM, { name: 'setup.pdf' })).toMatchObject({ refusal: 'TYPE_MISMATCH' });
    await api.setting('canPublishPrograms', false);
  });

  it('whether archives, recordings and unknown types may be sent', async () => {
    const { csr } = await filesInSession(api);
    await api.setting('canPublishArchives', false);
    await api.setting('canPublishRecordings', false);
    await api.setting('canPublishUnknown', false);
    for (const name of ['all.zip', 'song.mp3', 'film.mp4'])
      expect(await csr.refusedOffer(noise(100), { name })).toMatchObject({ code: 'FILE_TYPE_NOT_ALLOWED' });
    expect(await csr.publish(noise(1000), { name: 'core.dump' })).toMatchObject({ refusal: 'TYPE_NOT_ALLOWED' });
    // nor under another type's name
    const archive = zipOf(Buffer.from('hello'));
    expect(await csr.publish(archive, { name: 'letter.doc' })).toMatchObject({ refusal: 'TYPE_NOT_ALLOWED' });
    const gzip = Buffer.concat([Buffer.from('1f8b0800', 'hex'), noise(900)]);
    expect(await csr.publish(gzip, { name: 'nameless' })).toMatchObject({ refusal: 'TYPE_NOT_ALLOWED' });
    await api.setting('canPublishArchives', true);
    await api.setting('canPublishRecordings', true);
    await api.setting('canPublishUnknown', true);
  });

  it('how long files are kept: then the content is deleted, and with the last file of a session its key', async () => {
    const { id, csr, customer } = await filesInSession(api);
    await api.setting('fileRetentionDays', 3);
    const file = await csr.publish(png(400_000));
    const url = await customer.link(file.id);
    await csr.user.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });
    api.clock.turn(3 * 24 * 3600_000 - 3600_000);
    await api.sweep();
    expect(await row(file.id)).toMatchObject({ state: 'PUBLISHED', purgedAt: null });
    api.clock.turn(2 * 3600_000);
    await api.sweep();
    const purged = await row(file.id);
    expect(purged).toMatchObject({ state: 'EXPIRED', name: 'report.png' });
    expect(purged!.purgedAt).not.toBeNull();
    await expect(api.platform.blobs.received({ ref: file.id, sealing: { size: 1 } as never })).rejects.toThrow();
    expect(await api.prisma.dataKey.count({ where: { scope: `session:${id}` } })).toBe(0);
    expect((await csr.follow(url)).status).toBe(404);
    await api.setting('fileRetentionDays', 30);
  });
});
const row = (id: string) => api.prisma.publishedFile.findUnique({ where: { id } });

describe('a file name', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\kim\\사진.png', '사진.png'],
    ['ab\r\nc\u0007.txt', 'abc.txt'],
    ['invoice\u202Efdp.png', 'invoicefdp.png'],
    ['con.txt', '_con.txt'],
    ['LPT1', '_LPT1'],
    ['what: <is> "this"?.txt', 'what_ _is_ _this__.txt'],
    ['  spaces and dots. . ', 'spaces and dots'],
    ['한글'.normalize('NFD') + '.txt', '한글.txt'],
  ])('%j is stored as %j', async (name, kept) => {
    const { csr } = await filesInSession(api);
    expect((await csr.offer(Buffer.from('x'), { name })).name).toBe(kept);
  });

  it.each(['', '...', '../..', '\u202E', '\u0007', 'a\u0000.txt'])(
    'that becomes empty is refused: %j',
    async (name) => {
      const { csr } = await filesInSession(api);
      expect((await csr.refusedOffer(Buffer.from('x'), { name }))?.code).toMatch(/FILE_NAME_UNUSABLE|BAD_INPUT/);
    },
  );

  it('of 300 Hangul characters is shortened, and keeps its extension', async () => {
    const { csr } = await filesInSession(api);
    const { name } = await csr.publish(png(500), { name: `${'긴'.repeat(300)}.png` });
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
    expect(name).toMatch(/^긴+….png$/);
  });

  it('that is far too long is refused', async () => {
    const { csr } = await filesInSession(api);
    expect(await csr.refusedOffer(png(9), { name: `${'x'.repeat(2000)}.png` })).toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('a file', () => {
  it('that is empty is refused with its own code', async () => {
    const { csr } = await filesInSession(api);
    expect(await csr.refusedOffer(Buffer.alloc(0))).toMatchObject({ code: 'FILE_EMPTY' });
  });

  it('that would unpack to a hundred times its size is stored as it is, and nothing is unpacked', async () => {
    const { csr, customer } = await filesInSession(api);
    const bomb = zipOf(Buffer.alloc(100 * MIB));
    expect(bomb.length).toBeLessThan(MIB);
    const { id } = await csr.publish(bomb, { name: 'photos.zip' });
    expect(sha256(await customer.download(id))).toBe(sha256(bomb));
  });

  it('that was changed in the store is not delivered', async () => {
    const { csr, customer } = await filesInSession(api);
    const { id } = await csr.publish(png(700_000));
    const { appendFile, readFile, writeFile } = await import('node:fs/promises');
    const file = `${api.platform.config.dataDir}/files/${id.slice(0, 2)}/${id}`;
    const stored = await readFile(file);
    const url = await customer.link(id);
    const broken = Buffer.from(stored);
    broken[300_000]! ^= 1;
    await writeFile(file, broken);
    await expect(customer.follow(url).then((answer) => answer.arrayBuffer())).rejects.toThrow();
    await writeFile(file, stored.subarray(0, 262_172)); // cut off after a whole frame
    await expect(customer.follow(url).then((answer) => answer.arrayBuffer())).rejects.toThrow();
    await writeFile(file, stored);
    await appendFile(file, 'more');
    expect((await customer.follow(url).then((answer) => answer.arrayBuffer())).byteLength).toBe(700_000);
  });

  it('with the test virus is blocked in both directions without a scanner', async () => {
    const { id, csr, customer } = await filesInSession(api);
    for (const side of [csr, customer])
      expect(await side.publish(EICAR, { name: 'eicar.txt' })).toMatchObject({ state: 'REFUSED', refusal: 'MALWARE' });
    const events = await api.prisma.event.findMany({ where: { stream: `session:${id}`, type: 'files.refused' } });
    expect(events.map(({ payload }) => (payload as { reason: string }).reason)).toEqual(['MALWARE', 'MALWARE']);
    const report =
      'query($id: ID!) { sessionReport(sessionId: $id) { timeline { ... on FileRefused { reason file { name sender { role } } } } } }';
    const { timeline } = (await csr.user.ask(report, { id })).sessionReport;
    expect(timeline.filter(({ reason }: { reason?: string }) => reason)).toEqual([
      { reason: 'MALWARE', file: { name: 'eicar.txt', sender: { role: 'PRIMARY_CSR' } } },
      { reason: 'MALWARE', file: { name: 'eicar.txt', sender: { role: 'PRIMARY_CUSTOMER' } } },
    ]);
  });
});

/** A ZIP archive with one file, built by hand. */
function zipOf(bytes: Buffer): Buffer {
  const packed = deflateRawSync(bytes);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(bytes.length, 22);
  return Buffer.concat([header, packed]);
}
