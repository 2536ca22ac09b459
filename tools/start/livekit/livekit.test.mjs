import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cachePlace, goFolders, inOneMove, pinnedVersion } from './cache.mjs';
import { liveKitConfig, ownKeys } from './config.mjs';
import { archiveName, checkSum } from './from-release.mjs';

let dir = '';
beforeEach(() => (dir = mkdtempSync(path.join(tmpdir(), 'tandem-livekit-'))));
afterEach(() => rmSync(dir, { recursive: true }));

describe('the configuration of LiveKit', () => {
  const ports = { signalling: 4101, mediaTcp: 4102, mediaUdp: 4103, hook: 4104 };
  const interfaces = {
    lo: [{ address: '127.0.0.1', family: 'IPv4', internal: true }],
    eth0: [
      { address: '192.168.0.7', family: 'IPv4', internal: false },
      { address: 'fd00::7', family: 'IPv6', internal: false },
    ],
    eth1: [{ address: '10.0.0.7', family: 'IPv4', internal: false }],
  };
  const rtc = (nodeIp) => liveKitConfig({ ports, keys: { apiKey: 'k', apiSecret: 's' }, nodeIp }, interfaces).rtc;

  it('keeps media on loopback, where TCP would open a port to everyone', () => {
    expect(rtc('127.0.0.1')).toMatchObject({ tcp_port: 0, udp_port: 4103, ips: { includes: ['127.0.0.0/8'] } });
  });

  it('offers an own address beside loopback where browsers of this machine alone are meant, and asks nobody for it', () => {
    expect(rtc(undefined)).toEqual({
      udp_port: 4103,
      use_external_ip: false,
      use_ice_lite: true,
      tcp_port: 0,
      enable_loopback_candidate: true,
      ips: { includes: ['127.0.0.0/8', '192.168.0.7/32'] },
    });
  });

  it('has loopback alone on a machine without a network', () => {
    const config = liveKitConfig({ ports, keys: { apiKey: 'k', apiSecret: 's' } }, { lo: interfaces.lo });
    expect(config.rtc).toMatchObject({ node_ip: '127.0.0.1', ips: { includes: ['127.0.0.0/8'] } });
  });

  it('uses the chosen address alone in a network, by UDP and TCP', () => {
    expect(rtc('192.168.0.7')).toMatchObject({ tcp_port: 4102, ips: { includes: ['192.168.0.7/32'] } });
    expect(rtc('fd00::7').ips.includes).toEqual(['fd00::7/128']);
    // It breaks ICE over TCP there.
    expect(rtc('192.168.0.7')).not.toHaveProperty('enable_loopback_candidate');
  });

  it("listens on every address of ours when the chosen one is a router's", () => {
    expect(rtc('203.0.113.5').ips.includes).toEqual(['192.168.0.7/32', '10.0.0.7/32']);
  });

  it('signals on loopback and sends its news there', () => {
    const config = liveKitConfig({ ports, keys: { apiKey: 'k', apiSecret: 's' }, nodeIp: '192.168.0.7' }, interfaces);
    expect(config).toMatchObject({ port: 4101, bind_addresses: ['127.0.0.1'], room: { auto_create: false } });
    expect(config.webhook).toEqual({ api_key: 'k', urls: ['http://127.0.0.1:4104/livekit/webhook'] });
  });
});

describe('the keys of LiveKit', () => {
  it('are made once, for their owner alone', () => {
    const keys = ownKeys(path.join(dir, 'data'));
    expect(ownKeys(path.join(dir, 'data'))).toEqual(keys);
    expect(statSync(path.join(dir, 'data/livekit.json')).mode & 0o777).toBe(0o600);
    expect(keys.apiSecret.length).toBeGreaterThan(40);
  });

  it.each(['', '{', '{}', 'null'])('are asked to be removed when their file holds %j', (text) => {
    writeFileSync(path.join(dir, 'livekit.json'), text);
    expect(() => ownKeys(dir)).toThrow('is damaged: remove it');
  });
});

describe('where a server is kept', () => {
  const { XDG_CACHE_HOME } = process.env;
  afterEach(() => {
    if (XDG_CACHE_HOME === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = XDG_CACHE_HOME;
  });
  const file = (name) => {
    writeFileSync(path.join(dir, name), '');
    return path.join(dir, name);
  };

  it('is the cache folder, else the data folder, where Go then keeps its own files too', () => {
    process.env.XDG_CACHE_HOME = path.join(dir, 'cache');
    const first = cachePlace('a/server', path.join(dir, 'data'));
    expect(first.place).toBe(path.join(dir, 'cache/a/server'));
    expect(goFolders(first)).toEqual({});

    process.env.XDG_CACHE_HOME = file('no-folder');
    const second = cachePlace('a/server', path.join(dir, 'data'));
    expect(second.place).toBe(path.join(dir, 'data/cache/a/server'));
    expect(goFolders(second)).toMatchObject({ GOCACHE: path.join(dir, 'data/cache/go-build') });
  });

  it('is where one was made already, though nothing can be written there', () => {
    process.env.XDG_CACHE_HOME = path.join(dir, 'cache');
    mkdirSync(path.join(dir, 'data/cache/a'), { recursive: true });
    writeFileSync(path.join(dir, 'data/cache/a/server'), '');
    expect(cachePlace('a/server', path.join(dir, 'data')).place).toBe(path.join(dir, 'data/cache/a/server'));
  });

  it('is asked for when neither can be written in', () => {
    process.env.XDG_CACHE_HOME = file('one');
    expect(() => cachePlace('a/server', file('two'))).toThrow(
      /Neither .*one nor .*two.cache can be written in: set XDG_CACHE_HOME/,
    );
  });
});

describe('a LiveKit server of our own', () => {
  it('has the version that go.mod pins', () => {
    expect(pinnedVersion()).toMatch(/^\d+\.\d+\.\d+$/);
    expect(pinnedVersion('require github.com/livekit/livekit-server v9.8.7 // indirect')).toBe('9.8.7');
  });

  it('stands in its place whole or not at all', async () => {
    const place = path.join(dir, 'cache/livekit-server');
    const broken = inOneMove(place, async (draft) => {
      writeFileSync(draft, 'half');
      throw new Error('no space');
    });
    await expect(broken).rejects.toThrow('no space');
    expect(existsSync(place)).toBe(false);
    await Promise.all(
      ['a', 'b'].map((text) => inOneMove(place, async (draft) => writeFileSync(draft, text.repeat(9)))),
    );
    expect(readFileSync(place, 'utf8')).toMatch(/^(a{9}|b{9})$/);
    expect(readdirSync(path.dirname(place))).toEqual(['livekit-server']);
  });

  it('has a release for some systems', () => {
    expect(archiveName('1.2.3', 'linux', 'x64')).toBe('livekit_1.2.3_linux_amd64.tar.gz');
    expect(archiveName('1.2.3', 'win32', 'arm64')).toBe('livekit_1.2.3_windows_arm64.zip');
    expect(archiveName('1.2.3', 'darwin', 'arm64')).toBeUndefined();
  });

  it('is used only when its checksum is the published one', () => {
    const sum = createHash('sha256').update('content').digest('hex');
    const list = `${'0'.repeat(64)}  other.tar.gz\n${sum}  it.tar.gz\n`;
    expect(() => checkSum('content', list, 'it.tar.gz')).not.toThrow();
    expect(() => checkSum('c0ntent', list, 'it.tar.gz')).toThrow('is not what its checksum list says');
    expect(() => checkSum('content', list, 'none.tar.gz')).toThrow('is not what its checksum list says');
  });
});
