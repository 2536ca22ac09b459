import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeClamd, type FakeClamd } from './fake-clamd.js';
import { EICAR, filesInSession, noise, png, sha256 } from './file-peer.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ LOG_LEVEL: 'silent' }); // tests break things on purpose
});
afterAll(() => api.stop());

describe('with a virus scanner', () => {
  let scanner: FakeClamd;
  let scanned: TestApi;
  beforeAll(async () => {
    scanner = await fakeClamd();
    scanned = await startTestApi({ CLAMD_ADDRESS: scanner.address, LOG_LEVEL: 'silent' });
  });
  afterAll(async () => {
    await scanned.stop();
    await scanner.stop();
  });

  it('every byte is scanned before a file is published, and infected files are refused in both directions', async () => {
    const { csr, customer } = await filesInSession(scanned);
    const clean = png(1_500_000);
    expect(await csr.publish(clean)).toMatchObject({ state: 'PUBLISHED', sha256: sha256(clean) });
    expect(sha256(scanner.last())).toBe(sha256(clean));
    // in the middle, where the server itself does not search
    const infected = Buffer.concat([png(600_000), EICAR, noise(50_000)]);
    for (const side of [csr, customer])
      expect(await side.publish(infected)).toMatchObject({ state: 'REFUSED', refusal: 'MALWARE', sha256: null });
  });

  it('nothing is published while the scanner is unreachable, and everything after it is back', async () => {
    const { csr, customer } = await filesInSession(scanned);
    await scanner.stop();
    const bytes = png(300_000);
    const file = await csr.offer(bytes);
    await csr.send(file, bytes);
    await expect.poll(() => csr.file(file.id)).toMatchObject({ state: 'CHECKING', isHeld: true });
    expect(await customer.list()).toEqual([]);
    await scanner.start();
    scanned.clock.turn(16_000);
    await scanned.sweep();
    expect(await csr.until(file.id, 'PUBLISHED')).toMatchObject({ isHeld: false });
    expect((await customer.list()).length).toBe(1);
  });

  it('a file that the scanner finds too large is refused, and an unknown answer keeps the file back', async () => {
    const { csr } = await filesInSession(scanned);
    scanner.answer('INSTREAM size limit exceeded. ERROR');
    expect(await csr.publish(png(9000))).toMatchObject({ refusal: 'TOO_LARGE_TO_SCAN' });
    scanner.answer('stream: something else ERROR');
    const bytes = png(9000, 3);
    const file = await csr.offer(bytes, { name: 'other.png' });
    await csr.send(file, bytes);
    await expect.poll(() => csr.file(file.id)).toMatchObject({ state: 'CHECKING', isHeld: true });
    scanner.answer(null);
  });
});
