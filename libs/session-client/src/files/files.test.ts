// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint';
import { createSpeedMeter } from './speed-meter';

const MIB = 1024 * 1024;

describe('the fingerprint of a file', () => {
  const bytes = () => new Uint8Array(3 * MIB).fill(7);
  const fileOf = (content: Uint8Array<ArrayBuffer>, lastModified = 5) => new File([content], 'a.bin', { lastModified });

  it('is the same for the same file, under any name', async () => {
    const again = new File([bytes()], 'b.bin', { lastModified: 5 });
    expect(await fingerprintOf(again)).toBe(await fingerprintOf(fileOf(bytes())));
  });

  it.each([0, MIB - 1, 2 * MIB, 3 * MIB - 1])('changes with the byte %i', async (at) => {
    const changed = bytes();
    changed[at] = 8;
    expect(await fingerprintOf(fileOf(changed))).not.toBe(await fingerprintOf(fileOf(bytes())));
  });

  it('is found without reading the middle of a large file', async () => {
    const changed = bytes();
    changed.fill(8, MIB, 2 * MIB);
    expect(await fingerprintOf(fileOf(changed))).toBe(await fingerprintOf(fileOf(bytes())));
  });

  it('is the same in another page or a later version, which resumes an upload by it', async () => {
    const file = fileOf(Uint8Array.from({ length: 1000 }, (_, at) => at % 251));
    expect(await fingerprintOf(file)).toBe('1000-5-j0g8wm0ykaw0-j0g8wm0ykaw0');
  });

  it('changes with the size and with the modification time', async () => {
    const known = await fingerprintOf(fileOf(bytes()));
    expect(await fingerprintOf(fileOf(bytes(), 6))).not.toBe(known);
    expect(await fingerprintOf(fileOf(bytes().subarray(1)))).not.toBe(known);
  });
});

describe('the speed of an upload', () => {
  it('is measured over the last five seconds, and unknown at first and after a pause', () => {
    let now = 0;
    const meter = createSpeedMeter(() => now);
    meter.mark(0);
    expect(meter.speed()).toBeNull();
    for (now = 1000; now <= 4000; now += 1000) meter.mark(now * 100);
    expect(meter.speed()).toBe(100_000);
    for (now = 5000; now <= 12_000; now += 1000) meter.mark(400_000 + (now - 4000) * 10);
    expect(meter.speed()).toBe(10_000);
    meter.reset();
    expect(meter.speed()).toBeNull();
  });

  it('counts a mark of exactly five seconds ago, and needs three tenths of a second', () => {
    let now = 0;
    const meter = createSpeedMeter(() => now);
    expect(meter.speed()).toBeNull();
    meter.mark(0);
    now = 299;
    meter.mark(299);
    expect(meter.speed()).toBeNull();
    now = 300;
    meter.mark(600);
    expect(meter.speed()).toBe(2000);
    now = 5000;
    meter.mark(5000);
    expect(meter.speed()).toBe(1000);
    now = 5001;
    meter.mark(5299);
    expect(meter.speed()).toBeCloseTo((5000 / 4702) * 1000);
  });

  it('is measured by the clock of the page where none is given', () => {
    const meter = createSpeedMeter();
    meter.mark(0);
    expect(meter.speed()).toBeNull();
  });
});
