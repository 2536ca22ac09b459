import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError, type Config } from '../config/index.js';

/** The key management service is unreachable or refuses. Encrypted data is unaffected. */
export class KeyServiceError extends Error {
  constructor(
    message: string,
    /** Its HTTP status; null when there was no answer. */
    readonly status: number | null = null,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/**
 * Wraps the keys of sessions, so that the database alone decrypts nothing. A key management service is another
 * implementation; it never has to reveal its own key.
 */
export interface KeyWrapper {
  /** Identifies a master key without revealing anything about it. */
  id: string;
  wrap(key: Buffer, scope: string): Promise<Buffer>;
  unwrap(wrapped: Uint8Array, scope: string): Promise<Buffer>;
  /** Checks that it works, before anything depends on it. @throws ConfigError */
  check?(): Promise<void>;
}

const NONCE = 12;
const TAG = 16;
const KEY = 32;
const FILE = 'master.key';

/** Uses the installation's own master key: from the configuration, else from a file in the data folder. */
export async function openLocalWrapper({ masterKey, masterKeyFile, dataDir }: Config): Promise<KeyWrapper> {
  return localWrapper(masterKey ? decode(masterKey) : await readOrMake(masterKeyFile, dataDir));
}

function localWrapper(master: Buffer): KeyWrapper {
  return {
    id: createHash('sha256').update('tandem master key').update(master).digest('hex').slice(0, 16),
    async wrap(key, scope) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(Buffer.from(scope));
      return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    },
    async unwrap(wrapped, scope) {
      const decipher = createDecipheriv('aes-256-gcm', master, wrapped.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(scope)).setAuthTag(wrapped.subarray(-TAG));
      return Buffer.concat([decipher.update(wrapped.subarray(NONCE, -TAG)), decipher.final()]);
    },
  };
}

function decode(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY)
    throw new ConfigError(
      'The master key is not usable: 32 bytes in base64 are expected, as `openssl rand -base64 32` makes them.',
    );
  return key;
}

/** A configured file must exist; our own is created when first needed. */
async function readOrMake(named: string | undefined, dataDir: string): Promise<Buffer> {
  const file = named ?? path.join(dataDir, FILE);
  const found = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !named) return null;
    throw new ConfigError(`The master key file ${file} can't be read (${error.message}): correct MASTER_KEY_FILE.`);
  });
  if (found !== null) return decode(found);
  await mkdir(dataDir, { recursive: true });
  const text = randomBytes(KEY).toString('base64');
  // when two processes create it concurrently, the first one's key is used by both
  await writeFile(file, `${text}\n`, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return decode(await readFile(file, 'utf8'));
}
