import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { PATHS } from '@tandem/contract';
import { LIMITS } from '@tandem/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { askAddress } from './ask-address.js';

const NONCE = 'only we know this';
let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

/** @returns what is found where this answers */
async function found(answer: RequestListener, scheme = 'http') {
  server = createServer(answer);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return askAddress(`${scheme}://help.example.com:${(server.address() as AddressInfo).port}`, '127.0.0.1', NONCE);
}

describe('an address that is asked', () => {
  it('leads here when it says what only we know, by the name that was asked for', async () => {
    let asked = '';
    const finding = await found(({ url, headers }, response) => {
      asked = `${headers.host} ${url}`;
      response.end(NONCE);
    });
    expect(finding).toBe('LEADS_HERE');
    expect(asked).toMatch(new RegExp(`^help\\.example\\.com:\\d+ ${PATHS.addressCheck.replaceAll('.', '\\.')}$`));
  });

  it.each<[string, RequestListener]>([
    ['a page', (_request, response) => response.end('hello')],
    ['an endless page', (_request, response) => response.end(NONCE + 'x'.repeat(10_000_000))],
    ['what we know, with a refusal', (_request, response) => response.writeHead(404).end(NONCE)],
    ['an echo of what was asked', ({ url, headers }, response) => response.end(`${url}${JSON.stringify(headers)}`)],
  ])('is another server when it answers %s', async (_what, answer) => {
    expect(await found(answer)).toBe('OTHER_SERVER');
  });

  it('is asked once: where it sends us to is not asked', async () => {
    const paths: string[] = [];
    const finding = await found(({ url }, response) => {
      paths.push(url!);
      response.writeHead(302, { location: '/secret' }).end();
    });
    expect(finding).toBe('OTHER_SERVER');
    expect(paths).toEqual([PATHS.addressCheck]);
  });

  it('has a wrong certificate when it speaks no TLS where it has to', async () => {
    expect(await found((_request, response) => response.end(NONCE), 'https')).toBe('CERTIFICATE_WRONG');
  });

  it('does not answer when nobody is there', async () => {
    const free = createTcpServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    expect(await askAddress(`http://help.example.com:${port}`, '127.0.0.1', NONCE)).toBe('NO_ANSWER');
  });

  it(
    'does not answer when it takes too long',
    async () => expect(await found(() => undefined)).toBe('NO_ANSWER'),
    LIMITS.hostAnswer + 3000,
  );
});
