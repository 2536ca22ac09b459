// The library uses tsyringe, which requires this import to come first.
import 'reflect-metadata';
import { webcrypto, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

type SigningKeys = webcrypto.CryptoKeyPair;

/** A certificate and the private key that belongs to it, both PEM. */
export interface Pair {
  cert: string;
  key: string;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The machine that opens the page may have a clock that is slightly slow. */
const BACKDATED_MS = HOUR_MS;
const CA_MS = 3650 * DAY_MS;
/** Browsers refuse more than 398 days. */
const SERVER_MS = 397 * DAY_MS - BACKDATED_MS;

const newKeys = (): Promise<SigningKeys> => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

async function keyPem({ privateKey }: SigningKeys): Promise<string> {
  return `${PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', privateKey), 'PRIVATE KEY')}\n`;
}

/** The same key with signing usage, with its public half. */
async function readKeys({ cert, key }: Pair): Promise<SigningKeys> {
  const privateKey = await webcrypto.subtle.importKey('pkcs8', PemConverter.decodeFirst(key), ALGORITHM, false, [
    'sign',
  ]);
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  const publicKey = await webcrypto.subtle.importKey('spki', new Uint8Array(spki), ALGORITHM, true, ['verify']);
  return { privateKey, publicKey };
}

/** 16 random bytes, the first one between 64 and 127: positive, and never shorter than its length says. */
function newSerialNumber(): string {
  const bytes = webcrypto.getRandomValues(Buffer.alloc(16));
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return bytes.toString('hex');
}

/** @param owner part of its name, so that two installations can be distinguished in a list of trusted authorities */
export async function makeAuthority(owner: string, now: Date): Promise<Pair> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerialNumber(),
    name: [{ O: ['Tandem'] }, { CN: [`Tandem on ${owner}`] }],
    notBefore: new Date(now.getTime() - BACKDATED_MS),
    notAfter: new Date(now.getTime() + CA_MS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      // It signs servers, never another authority.
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { cert: `${certificate.toString('pem')}\n`, key: await keyPem(keys) };
}

/** @param names addresses and host names of the certificate, at least one; the first is its common name */
export async function makeServer(authority: Pair, names: string[], now: Date): Promise<Pair> {
  const keys = await newKeys();
  const signer = await readKeys(authority);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: newSerialNumber(),
    subject: [{ O: ['Tandem'] }, { CN: [names[0]!] }],
    issuer: issuerName(authority),
    notBefore: new Date(now.getTime() - BACKDATED_MS),
    notAfter: new Date(now.getTime() + SERVER_MS),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: signer.privateKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(names.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value }))),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(signer.publicKey),
    ],
  });
  return { cert: `${certificate.toString('pem')}\n`, key: await keyPem(keys) };
}

/** Node writes one attribute of a name per line, the library expects commas. */
const issuerName = ({ cert }: Pair): string => new X509Certificate(cert).subject.split('\n').join(', ');
