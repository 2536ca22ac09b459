import WebSocket from 'ws';
import { loudness } from '../harness/tones.js';
import { expect, test } from '../harness/fixtures.js';
import { within } from '../../tools/test/patience.mjs';

/** Connects to LiveKit's signalling with a token, as a modified client would. @returns the result */
function replay(origin: string, token: string): Promise<'let in' | 'refused'> {
  return new Promise((resolve) => {
    const socket = new WebSocket(
      `${origin.replace(/^http/, 'ws')}/livekit/rtc?access_token=${encodeURIComponent(token)}&auto_subscribe=1&protocol=15`,
      { origin },
    );
    socket.once('message', () => (socket.terminate(), resolve('let in')));
    socket.once('error', () => resolve('refused'));
    socket.once('close', () => resolve('refused'));
  });
}

test('a used media token is refused: while its seat is open, after leaving, and after the end', async ({
  csr,
  joins,
  site,
}) => {
  const number = await csr.startSession();
  const tokens: string[] = [];
  const customer = await joins(number);
  customer.page.on('websocket', (socket) => {
    const token = new URL(socket.url()).searchParams.get('access_token');
    if (token) tokens.push(token);
  });
  await customer.page.reload();
  await expect.poll(() => tokens.length).toBeGreaterThan(0);
  await csr.seesCustomer('Park Jihun');
  await customer.turnOn('Talk');
  await expect.poll(() => loudness(csr.page, 880), { timeout: within(20_000) }).toBeGreaterThan(-60);

  expect(await replay(site.origin, tokens[0]!)).toBe('refused'); // it was valid for one connection
  await customer.page.getByRole('button', { name: 'Leave' }).click();
  await customer.page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(customer.page.getByRole('heading', { name: 'You left the session' })).toBeVisible();
  expect(await replay(site.origin, tokens.at(-1)!)).toBe('refused');
  await csr.end();
  expect(await replay(site.origin, tokens.at(-1)!)).toBe('refused');
});
