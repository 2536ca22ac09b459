import { describe, expect, it } from 'vitest';
import { readOptions } from './options.mjs';
import { pastProxies } from './paths.mjs';
import { Problem } from './say.mjs';

const address = (text, extra = {}) => ({ address: text, family: 'IPv4', internal: false, ...extra });
const interfaces = {
  lo: [address('127.0.0.1', { internal: true })],
  docker0: [address('172.17.0.1')],
  tun0: [address('100.64.0.9')],
  eth0: [address('fd00::7', { family: 'IPv6' }), address('192.168.0.7')],
};
const read = (args = [], env = {}) => readOptions(args, env, interfaces);

describe('what npm start is asked for', () => {
  it('may be its usage or its version, and nothing else then', () => {
    expect(read(['--help'])).toEqual({ isHelp: true });
    expect(read(['--version'])).toEqual({ isVersion: true });
  });

  it('is this machine alone at port 4100, with the other ports in a row', () => {
    const settings = read();
    expect(settings).toMatchObject({ port: 4100, lan: undefined, mediaAddress: undefined, resetPassword: undefined });
    expect(Object.values(settings.ports)).toEqual([4100, 4101, 4102, 4103, 4104, 4105]);
    expect(settings.dataDir).toMatch(/[\\/]data$/);
  });

  it('takes the port from the environment, and rather from the command line', () => {
    expect(read([], { PORT: '4200' }).ports.hook).toBe(4204);
    expect(read(['--port', '4300'], { PORT: '4200' }).port).toBe(4300);
    expect(read(['--port=4301']).port).toBe(4301);
  });

  it.each(['0', '65531', 'x', '-1', '41.5'])('refuses port %s', (text) => {
    expect(() => read(['--port', text])).toThrow(Problem);
  });

  it('opens to other machines by a private address of a real network, where none is named', () => {
    expect(read(['--lan'])).toMatchObject({ lan: '192.168.0.7', mediaAddress: '192.168.0.7' });
    expect(read(['--lan=10.1.2.3'])).toMatchObject({ lan: '10.1.2.3', mediaAddress: '10.1.2.3' });
    expect(() => read(['--lan=here'])).toThrow("--lan=here isn't an address");
    expect(() => readOptions(['--lan'], {}, { lo: interfaces.lo })).toThrow('no network address');
  });

  it('sends media to another address when one is set', () => {
    expect(read([], { MEDIA_ADDRESS: '203.0.113.5' })).toMatchObject({ lan: undefined, mediaAddress: '203.0.113.5' });
  });

  it('resets a password, and wants to know whose', () => {
    expect(read(['--reset-password', 'kim@example.com']).resetPassword).toBe('kim@example.com');
    expect(() => read(['--reset-password'])).toThrow('--reset-password needs a value');
    expect(() => read(['--reset-password', '--lan'])).toThrow('--reset-password needs a value');
  });

  it('refuses what it does not know', () => {
    expect(() => read(['--host=x'])).toThrow("--host isn't an option");
  });

  it('takes a LiveKit server that runs elsewhere only with its keys', () => {
    const env = { LIVEKIT_URL: 'wss://media.example', LIVEKIT_API_KEY: 'k', LIVEKIT_API_SECRET: 's' };
    expect(read([], env).livekit).toEqual({ url: 'wss://media.example', apiKey: 'k', apiSecret: 's' });
    expect(() => read([], { ...env, LIVEKIT_API_SECRET: '' })).toThrow('LIVEKIT_URL is set without its keys');
  });
});

describe('what is asked on this machine', () => {
  it('is never asked through a proxy, whatever else is', () => {
    const all = 'localhost,127.0.0.1,::1';
    expect(pastProxies({})).toEqual({ NO_PROXY: all, no_proxy: all });
    expect(pastProxies({ NO_PROXY: 'a.example, localhost' }).no_proxy).toBe('a.example,localhost,127.0.0.1,::1');
    expect(pastProxies({ no_proxy: '*' }).NO_PROXY).toBe('*');
  });
});
