import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRawSocket } from './raw-socket.js';
import { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const hasIPv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'));

describe.skipIf(!hasIPv6 && !process.env.CI)('on the local machine only', () => {
  let api: TestApi;
  beforeAll(async () => (api = await startTestApi()));
  afterAll(() => api.stop());
  const at = (host: string) => `http://${host}:${new URL(api.origin).port}`;

  it('the server answers at both addresses of localhost, for pages and for sockets', async () => {
    for (const host of ['127.0.0.1', '[::1]']) expect((await fetch(`${at(host)}/healthz`)).status).toBe(200);
    const user = Object.assign(new ApiUser(at('[::1]')).takeCookiesOf(api.owner), { sentOrigin: at('[::1]') });
    const socket = await openRawSocket(user);
    expect(socket.isLetIn).toBe(true);
    socket.cut();
  });

  it('the server does not start if another program uses one of them', async () => {
    const other = createServer().listen({ port: 0, host: '::1' });
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(startTestApi({ PORT: String(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    other.close();
  });
});
