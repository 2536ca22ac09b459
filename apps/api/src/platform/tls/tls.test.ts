import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureCertificates, type Certificates } from './index.js';

const DAY_MS = 24 * 3_600_000;
const LAN = '192.168.7.20';
let dataDir = '';

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'tandem-tls-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const ensure = (addresses: string[], now = new Date()) =>
  ensureCertificates({ dataDir, addresses, clock: { now: () => now } });
const later = (days: number) => new Date(Date.now() + days * DAY_MS);
const file = (name: string) => path.join(dataDir, 'tls', name);

/** What a browser does: trusts the authority, asks for a name, and says why it refuses. */
async function handshake({ cert, key, ca }: Certificates, name: string): Promise<string> {
  const server: Server = createServer({ cert, key });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((done) => {
      const socket = connect({
        host: '127.0.0.1',
        port,
        ca,
        ALPNProtocols: ['http/1.1'],
        checkServerIdentity: () => undefined,
      });
      socket.once('error', (error) => done(error.message));
      socket.once('secureConnect', () => {
        const { raw } = socket.getPeerCertificate();
        const seen = new X509Certificate(raw);
        socket.destroy();
        done(seen.checkHost(name) ?? seen.checkIP(name) ?? 'another name');
      });
    });
  } finally {
    server.close();
  }
}

describe('certificates of this machine', () => {
  it('are trusted by whoever trusts the authority, for localhost and every address', async () => {
    const made = await ensure([LAN, 'fd00::7', 'tandem.example']);
    for (const name of ['localhost', '127.0.0.1', '::1', LAN, 'fd00::7', 'tandem.example'])
      expect(await handshake(made, name)).toBe(name);
    expect(await handshake(made, '192.168.7.21')).toBe('another name');
  });

  it('are refused by whoever trusts another authority', async () => {
    const made = await ensure([LAN]);
    await rm(path.join(dataDir, 'tls'), { recursive: true });
    const other = await ensure([LAN]);
    expect(await handshake({ ...made, ca: other.ca }, LAN)).not.toBe(LAN);
  });

  it('say that the authority is one, that the server is none, and live no longer than browsers accept', async () => {
    const made = await ensure([LAN]);
    const authority = new X509Certificate(made.ca);
    const server = new X509Certificate(made.cert);
    expect([authority.ca, server.ca]).toEqual([true, false]);
    expect(server.checkIssued(authority)).toBe(true);
    const days = (new Date(server.validTo).getTime() - new Date(server.validFrom).getTime()) / DAY_MS;
    expect(days).toBeLessThanOrEqual(397);
  });

  it('keep private keys to the owner', async () => {
    await ensure([]);
    for (const name of ['ca.key', 'server.key']) expect((await stat(file(name))).mode & 0o777).toBe(0o600);
  });

  it('stay the same at the next start', async () => {
    expect(await ensure([LAN])).toEqual(await ensure([LAN]));
  });

  it('are made anew when the addresses change, by the same authority', async () => {
    const first = await ensure([LAN]);
    const moved = await ensure(['10.0.0.5']);
    expect(moved.ca).toBe(first.ca);
    expect(await handshake(moved, '10.0.0.5')).toBe('10.0.0.5');
    expect(await handshake(moved, LAN)).toBe('another name');
  });

  it('are made anew before they end; the authority outlives them', async () => {
    const first = await ensure([LAN]);
    expect((await ensure([LAN], later(300))).cert).toBe(first.cert);
    const renewed = await ensure([LAN], later(370));
    expect(renewed.cert).not.toBe(first.cert);
    expect(renewed.ca).toBe(first.ca);
    expect((await ensure([LAN], later(3400))).ca).not.toBe(first.ca);
  });

  it('are made anew when a file is damaged or a key does not fit', async () => {
    const first = await ensure([LAN]);
    await writeFile(file('server.crt'), 'not a certificate');
    const second = await ensure([LAN]);
    await writeFile(file('server.key'), first.key);
    const third = await ensure([LAN]);
    expect(new Set([first.cert, second.cert, third.cert]).size).toBe(3);
    expect(await readFile(file('server.crt'), 'utf8')).toBe(third.cert);
    expect(await handshake(third, LAN)).toBe(LAN);
  });
});
