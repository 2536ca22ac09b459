import { afterEach, expect, it, vi } from 'vitest';
import { greet } from './greet.mjs';

afterEach(() => vi.restoreAllMocks());

function saidWith(options) {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  greet({ origins: ['https://help.example'] }, { dataDir: 'data', hasOwnCertificate: true, ...options }, []);
  return said.mock.calls.join('\n');
}
const HINT = 'PUBLIC_URL is set without MEDIA_ADDRESS';

it('says that media need an address of their own where a proxy serves the pages', () => {
  expect(saidWith({ publicUrl: 'https://help.example' })).toContain(HINT);
});

it.each([
  ['with the address', { publicUrl: 'https://help.example', mediaAddress: '203.0.113.5' }],
  ['with a LiveKit server elsewhere', { publicUrl: 'https://help.example', livekit: { url: 'ws://x' } }],
  ['on this machine alone', {}],
])('does not say so %s', (_what, options) => expect(saidWith(options)).not.toContain(HINT));
