import { describe, expect, it } from 'vitest';
import { toHostName, toReadable } from './host-name.js';

describe('a host name', () => {
  it.each([
    ['help.example.com', 'help.example.com'],
    [' HELP.Example.COM. ', 'help.example.com'],
    ['https://help.example.com/', 'help.example.com'],
    ['지원.에이크미.한국', 'xn--sp5bt7c.xn--hg3b13p99ao2s.xn--3e0b707e'],
    ['help.localhost', 'help.localhost'],
    ['a-1.example', 'a-1.example'],
  ])('%s is %s', (typed, host) => expect(toHostName(typed)).toBe(host));

  it.each([
    '',
    'help',
    'localhost',
    '10.0.0.1',
    '１０.0.0.1',
    '0x7f.1',
    'example.127',
    '[::1]',
    '::1',
    'help.example.com:8443',
    'help.example.com/path',
    'https://user@help.example.com',
    'help example.com',
    '-help.example.com',
    'help-.example.com',
    'help..example.com',
    'help_1.example.com',
    'xn--a.example.com\u0000',
    '*.example.com',
    `${'a'.repeat(64)}.example.com`,
    `${'a.'.repeat(130)}com`,
  ])('is not %j', (typed) => expect(toHostName(typed)).toBeNull());

  it('is read in its own script', () => expect(toReadable('xn--3e0b707e.kr')).toBe('한국.kr'));
});
