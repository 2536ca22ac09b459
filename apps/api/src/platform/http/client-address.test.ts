import type { IncomingMessage } from 'node:http';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../log/index.js';
import { createClientAddress, isByHttps, readAddress } from './client-address.js';

describe('an entry of X-Forwarded-For', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    [' 198.51.100.7 ', '198.51.100.7'],
    ['198.51.100.7:41234', '198.51.100.7'],
    ['"198.51.100.7"', '198.51.100.7'],
    ['"198.51.100.7:41234"', '198.51.100.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:DB8::1]:443', '2001:db8::1'],
    ['"[2001:db8::1]:443"', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['[fe80::1%25eth0]:80', 'fe80::1'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['[::ffff:198.51.100.7]:80', '198.51.100.7'],
    ['::ffff:198.51.100.7:80', '198.51.100.7'],
    ['::ffff:c633:6407', '198.51.100.7'],
  ])('%s is %s', (entry, address) => {
    expect(readAddress(entry)?.toString()).toBe(address);
  });

  it.each([
    ...['unknown', '_hidden', 'unix:', 'localhost', 'a.example:80', '198.51.100', '127.1', '0x7f.0.0.1', '2130706433'],
    ...['010.0.0.1', '198.51.100.256', '198.51.100.7:', '198.51.100.7:x', '198.51.100.7:123456', '198.51.100.7 x'],
    ...['[2001:db8::1', '2001:db8::1]', '[198.51.100.7', '""', '"', '[]', '[]:80', ':80', 'for=198.51.100.7'],
    ...['198.51.100.7/24', '1'.repeat(8000), `${'1.'.repeat(4000)}1:80`],
  ])('%s is no address', (entry) => {
    expect(readAddress(entry)).toBeNull();
  });
});

describe('where a request comes from', () => {
  const log = createLog('silent');
  const warn = vi.spyOn(log, 'warn');
  let now = 0;
  beforeEach(() => {
    warn.mockClear();
    now += 24 * 3600_000;
  });
  const reader = (...proxies: string[]) => createClientAddress({ proxies, clock: { now: () => new Date(now) }, log });
  const request = (remoteAddress: string, forwarded?: string, proto?: string): IncomingMessage =>
    ({
      socket: { remoteAddress },
      headers: { ...(forwarded && { 'x-forwarded-for': forwarded }), ...(proto && { 'x-forwarded-proto': proto }) },
    }) as never;

  it.each([
    // who is no proxy says nothing about others
    ['198.51.100.9', '203.0.113.1', '198.51.100.9'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['::ffff:127.0.0.1', '203.0.113.1', '203.0.113.1'],
    ['127.0.0.1', '203.0.113.1:1234', '203.0.113.1'],
    ['127.0.0.1', '[2001:db8:1:2:3::9]:443', '2001:db8:1:2::/64'],
    // the client's own entry precedes the one of the proxy
    ['127.0.0.1', '10.9.9.9, 203.0.113.1:55', '203.0.113.1'],
    ['127.0.0.1', '127.0.0.1, 203.0.113.1:55', '203.0.113.1'],
    ['127.0.0.1', 'nonsense, 203.0.113.1', '203.0.113.1'],
    ['127.0.0.1', '203.0.113.1, 192.0.2.1', '203.0.113.1'],
    ['127.0.0.1', '203.0.113.1, 192.0.2.1, 192.0.2.1', '203.0.113.1'],
    ['127.0.0.1', ', 203.0.113.1 ,, ', '203.0.113.1'],
    ['127.0.0.1', '127.0.0.1', '127.0.0.1'],
  ])('from %s with %s it is %s', (socket, forwarded, address) => {
    expect(reader('127.0.0.1', '::1', '192.0.2.1')(request(socket, forwarded)).address).toBe(address);
  });

  it('an entry that can not be read ends the walk, as somebody of its own whom no network holds', () => {
    const at = reader('127.0.0.1');
    const from = (forwarded: string) => at(request('127.0.0.1', forwarded)).address;
    const hidden = from('10.0.0.1, _hidden1');
    expect(hidden).toMatch(/^unread:[\w-]{22}$/);
    expect(from('203.0.113.1, _hidden1')).toBe(hidden); // the entry before it was written by the client
    expect(from('_hidden2')).not.toBe(hidden);
    expect(from('203.0.113.1')).toBe('203.0.113.1');
  });

  it('it is told to the log once in a while, not with every request', () => {
    const at = reader('127.0.0.1');
    for (let i = 0; i < 1000; i++) at(request('127.0.0.1', `_hidden${i}`));
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]![0]).toEqual({ entry: '_hidden0' });
    now += 10 * 60_000;
    at(request('127.0.0.1', 'x'.repeat(5000)));
    expect(warn.mock.calls[1]![0]).toEqual({ entry: 'x'.repeat(100) });
  });

  it('nobody comes from another machine as this one', () => {
    expect(reader('10.0.0.5')(request('10.0.0.5', '127.0.0.1')).address).toMatch(/^unread:/);
    expect(reader('10.0.0.5')(request('10.0.0.5', '[::1]:80')).address).toMatch(/^unread:/);
  });

  it('a network of proxies stands for one hop: who is in it and no proxy can’t invent an address', () => {
    const at = reader('10.0.0.0/8');
    expect(at(request('10.0.0.5', '203.0.113.1')).address).toBe('203.0.113.1');
    expect(at(request('10.0.0.5', '203.0.113.1, 10.1.2.3')).address).toBe('10.1.2.3');
    expect(warn).toHaveBeenCalledTimes(1);
    // two hops out of it are said by naming it twice, or by naming the proxies
    for (const twice of [reader('10.0.0.0/8', '10.0.0.0/8'), reader('10.0.0.5', '10.1.2.3')])
      expect(twice(request('10.0.0.5', '203.0.113.1, 10.1.2.3')).address).toBe('203.0.113.1');
  });

  it.each([
    ['198.51.100.9', 'https', false], // anybody may write it
    ['127.0.0.1', 'https', true],
    ['127.0.0.1', 'HTTPS, http', true],
    ['127.0.0.1', 'http', false],
    ['127.0.0.1', 'http, https', false],
    ['127.0.0.1', undefined, false],
  ])('by HTTPS, when %s says %s: %s', (socket, proto, isSecure) => {
    const asked = request(socket, undefined, proto);
    expect(isByHttps(asked, reader('127.0.0.1')(asked))).toBe(isSecure);
  });
});
