import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import path from 'node:path';
import { systemClock, type Clock } from '../clock/index.js';
import { makeAuthority, makeServer, type Pair } from './certificates.js';

const ALWAYS = ['localhost', '127.0.0.1', '::1'];
const DAY_MS = 24 * 3_600_000;
/** A certificate that expires sooner is renewed. */
const SPARE_MS = 30 * DAY_MS;
/** The authority must outlive every certificate that it signs. */
const CA_SPARE_MS = 400 * DAY_MS;

export interface Certificates {
  /** The server's certificate, PEM. */
  cert: string;
  /** Its private key, PEM. */
  key: string;
  /** The authority's certificate, PEM: installed as trusted, once per machine. */
  ca: string;
}

export interface CertificatesWanted {
  /** They are stored in its `tls/` folder. */
  dataDir: string;
  /** Addresses and host names in addition to localhost. */
  addresses: string[];
  clock?: Clock;
}

/**
 * A certificate for this machine's addresses, signed by an authority of this installation. The authority is kept, so
 * that trust in it lasts; the server's certificate is renewed when the addresses change or it is about to expire.
 * Private keys are readable by the owner of the process only.
 */
export async function ensureCertificates(wanted: CertificatesWanted): Promise<Certificates> {
  const { dataDir, addresses, clock = systemClock } = wanted;
  const folder = path.join(dataDir, 'tls');
  const now = clock.now();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = [...new Set([...ALWAYS, ...addresses.map(plain)])];

  const authority = await keep(folder, 'ca', {
    isStillValid: (pair) => lasts(pair, now, CA_SPARE_MS),
    make: () => makeAuthority(hostname(), now),
  });
  const server = await keep(folder, 'server', {
    isStillValid: (pair) => lasts(pair, now, SPARE_MS) && isSignedBy(pair, authority) && standsFor(pair, names),
    make: () => makeServer(authority, names, now),
  });
  return { cert: server.cert, key: server.key, ca: authority.cert };
}

/** Without the brackets of a URL and the zone of a link-local address. */
const plain = (address: string): string => address.replace(/^\[(.*)\]$/, '$1').split('%')[0]!;

interface Keeping {
  isStillValid: (pair: Pair) => boolean;
  make: () => Promise<Pair>;
}

async function keep(folder: string, name: string, { isStillValid, make }: Keeping): Promise<Pair> {
  const certFile = path.join(folder, `${name}.crt`);
  const keyFile = path.join(folder, `${name}.key`);
  const [cert, key] = await Promise.all([certFile, keyFile].map((file) => readFile(file, 'utf8').catch(() => '')));
  const kept = { cert: cert!, key: key! };
  if (isUsable(kept) && isStillValid(kept)) return kept;
  const made = await make();
  // The key first: a process that dies in between leaves a pair that does not match, and the next start replaces both.
  await replaceFile(keyFile, made.key, 0o600);
  await replaceFile(certFile, made.cert, 0o644);
  return made;
}

async function replaceFile(file: string, content: string, mode: number): Promise<void> {
  const draft = `${file}.new`;
  await writeFile(draft, content, { mode });
  await chmod(draft, mode); // an existing draft would keep its mode
  await rename(draft, file);
}

/** Whether both can be read and belong together. */
function isUsable({ cert, key }: Pair): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}

function lasts({ cert }: Pair, now: Date, spareMs: number): boolean {
  const { validFrom, validTo } = new X509Certificate(cert);
  return new Date(validFrom) <= now && new Date(validTo).getTime() - now.getTime() >= spareMs;
}

const isSignedBy = ({ cert }: Pair, authority: Pair): boolean =>
  new X509Certificate(cert).verify(new X509Certificate(authority.cert).publicKey);

const standsFor = ({ cert }: Pair, names: string[]): boolean => {
  const certificate = new X509Certificate(cert);
  const isNamed = (name: string) => Boolean(isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name));
  const count = certificate.subjectAltName?.split(', ').length ?? 0;
  return count === names.length && names.every(isNamed);
};
