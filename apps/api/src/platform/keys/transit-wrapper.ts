import { ConfigError, type Config } from '../config/index.js';
import { KeyServiceError, type KeyWrapper } from './key-wrapper.js';

type KeyService = NonNullable<Config['keyService']>;

const REQUEST_TIMEOUT_MS = 5000;
/** Plaintext of the test at the start. */
const TRIAL = 'trial';
const toBase64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');

/**
 * Wraps with a service that never reveals its key: HashiCorp Vault's transit engine, OpenBao's, or anything with the
 * same `encrypt` and `decrypt`. The scope is the associated data, so that no wrapped key opens another session's files.
 */
export function transitWrapper(service: KeyService): KeyWrapper {
  const wrapper = {
    id: `transit:${service.key}`,
    async wrap(plain: Buffer, scope: string): Promise<Buffer> {
      const asked = { plaintext: toBase64(plain), associated_data: toBase64(scope) };
      return Buffer.from(await ask(service, 'encrypt', asked, 'ciphertext'));
    },
    async unwrap(wrapped: Uint8Array, scope: string): Promise<Buffer> {
      const asked = { ciphertext: Buffer.from(wrapped).toString(), associated_data: toBase64(scope) };
      return Buffer.from(await ask(service, 'decrypt', asked, 'plaintext'), 'base64');
    },
  };
  return { ...wrapper, check: () => tryOut(wrapper) };
}

/** @returns the field of this name in the answer. @throws KeyServiceError */
async function ask({ url, key, token, namespace }: KeyService, act: string, body: object, name: string) {
  const headers = {
    'content-type': 'application/json',
    ...(token && { 'x-vault-token': token }),
    ...(namespace && { 'x-vault-namespace': namespace }),
  };
  const address = `${url}/${act}/${encodeURIComponent(key)}`;
  const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
  try {
    const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), signal });
    // without its message, which may quote the request
    if (!answer.ok) throw new KeyServiceError(`the key service answers ${act} with ${answer.status}`, answer.status);
    const value = ((await answer.json()) as { data?: Record<string, unknown> }).data?.[name];
    if (typeof value !== 'string') throw new KeyServiceError(`the key service answers ${act} without a ${name}`);
    return value;
  } catch (cause) {
    throw cause instanceof KeyServiceError
      ? cause
      : new KeyServiceError('the key service can not be asked', null, cause);
  }
}

/** An unreachable service recovers by itself; a refusal or a wrong answer needs the operator. */
async function tryOut({ wrap, unwrap }: KeyWrapper): Promise<void> {
  const trial = Buffer.alloc(32, 1);
  let back: Buffer;
  try {
    back = await unwrap(await wrap(trial, TRIAL), TRIAL);
  } catch (cause) {
    const { status } = cause as KeyServiceError;
    if (!status || status >= 500 || status === 429) return;
    throw new ConfigError(
      `The key service refuses (${status}): look at KEY_SERVICE_URL, KEY_SERVICE_KEY and KEY_SERVICE_TOKEN.`,
    );
  }
  if (!trial.equals(back))
    throw new ConfigError('The key service hands back something else than it was given: look at KEY_SERVICE_URL.');
}
