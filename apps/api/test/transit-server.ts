import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { freePort } from './free-port.js';

const KEY = 'tandem';
const TOKEN = 'a token of the test';

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
}
const bytesOf = (text: string | undefined) => Buffer.from(text ?? '', 'base64');

/** A key service with the API of Vault's transit engine: its paths, answers and refusals. */
export async function startTransit() {
  const port = await freePort();
  /** Keys by version, the newest last; they never leave the service. */
  const masters = [randomBytes(32)];
  const asked: string[] = [];
  let server: Server | null = null;

  function encrypt({ plaintext, associated_data }: Record<string, string>): object {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', masters.at(-1)!, nonce).setAAD(bytesOf(associated_data));
    const sealed = Buffer.concat([nonce, cipher.update(bytesOf(plaintext)), cipher.final(), cipher.getAuthTag()]);
    return { ciphertext: `vault:v${masters.length}:${sealed.toString('base64')}`, key_version: masters.length };
  }
  function decrypt({ ciphertext, associated_data }: Record<string, string>): object {
    const [, version, text] = /^vault:v(\d+):(.+)$/.exec(ciphertext ?? '')!;
    const sealed = bytesOf(text);
    const decipher = createDecipheriv('aes-256-gcm', masters[Number(version) - 1]!, sealed.subarray(0, 12));
    decipher.setAAD(bytesOf(associated_data)).setAuthTag(sealed.subarray(-16));
    return {
      plaintext: Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('base64'),
    };
  }
  async function answer(request: IncomingMessage): Promise<[status: number, body: object]> {
    asked.push(request.url!);
    const [, act, key] = /^\/v1\/transit\/(encrypt|decrypt)\/(\w+)$/.exec(request.url!) ?? [];
    if (request.headers['x-vault-token'] !== TOKEN) return [403, { errors: ['permission denied'] }];
    if (!act || key !== KEY) return [404, { errors: [] }];
    const body = await bodyOf(request);
    try {
      return [200, { data: act === 'encrypt' ? encrypt(body) : decrypt(body) }];
    } catch {
      return [400, { errors: ['cipher: message authentication failed'] }];
    }
  }

  const service = {
    env: { KEY_SERVICE_URL: `http://127.0.0.1:${port}/v1/transit/`, KEY_SERVICE_TOKEN: TOKEN },
    /** Requested paths, in order. */
    asked,
    rotate: () => void masters.push(randomBytes(32)),
    start(): Promise<void> {
      server = createServer((request, response) => {
        void answer(request).then(([status, body]) =>
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
        );
      });
      return new Promise((resolve) => server!.listen(port, '127.0.0.1', () => resolve()));
    },
    stop(): Promise<void> {
      server?.closeAllConnections();
      return new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()));
    },
  };
  await service.start();
  return service;
}
