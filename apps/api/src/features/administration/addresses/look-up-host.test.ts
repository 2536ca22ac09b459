import { describe, expect, it } from 'vitest';
import { mayBeAsked } from './look-up-host.js';

describe('an address in numbers', () => {
  it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '127.0.0.1', '::1', '127.8.9.10'])(
    '%s may be asked: it is public, or this machine',
    (address) => expect(mayBeAsked(address)).toBe(true),
  );
  it.each([
    '10.1.2.3',
    '172.16.9.9',
    '192.168.77.7',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    'fe80::1',
    'fc00::1',
    '::ffff:10.1.2.3',
    '::ffff:169.254.169.254',
    '64:ff9b::a01:203',
    '2002:a01:203::',
    'ff02::1',
  ])('%s may not: behind it somebody could look around', (address) => expect(mayBeAsked(address)).toBe(false));
});
