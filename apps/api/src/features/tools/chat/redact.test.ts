import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId, newToken } from '../../../platform/crypto/index.js';
import { CARD, redact, TOKEN } from './redact.js';

describe('a text that leaves a session', () => {
  it.each([
    ['4111111111111111', CARD],
    ['my card is 4111 1111 1111 1111, ok?', `my card is ${CARD}, ok?`],
    ['5555-5555-5555-4444', CARD],
    ['3782 822463 10005', CARD], // American Express
    ['6011.1111.1111.1117', CARD],
    ['4222222222222', CARD], // 13 digits
    ['4111 1111 1111 1111 12/27 123', `${CARD} 12/27 123`],
    ['010-1234-5678 4111-1111-1111-1111', `010-1234-5678 ${CARD}`],
    ['카드 ４１１１ １１１１ １１１１ １１１１ 입니다', `카드 ${CARD} 입니다`],
    ['4111\u00a01111\u00a01111\u00a01111 and 5555555555554444', `${CARD} and ${CARD}`],
  ])('has no card number: %s', (text, shown) => {
    expect(redact(text)).toBe(shown);
  });

  it.each([
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
    'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
    'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
    'AKIAIOSFODNN7EXAMPLE',
    `tandem_${newToken()}`,
    'BEjXoYW3OaQk0S-0q5nHxKBPWIuIw-ota1DuIIc34Ls',
    randomBytes(16).toString('hex'),
  ])('has no token: %s', (token) => {
    expect(redact(`take ${token}!`)).toBe(`take ${TOKEN}!`);
    expect(redact(`https://example.org/?key=${token}`)).not.toContain(token);
  });

  it.each([
    '4111 1111 1111 1112', // the check digit is wrong
    '전화는 010-1234-5678, 세션은 481 207 936입니다',
    '2026-11-24 22:10, invoice 1234567890123456',
    'https://help.example.org/articles/how-to-fix-an-offline-printer-2024-edition?page=12',
    'C:\\Program Files (x86)\\Printer\\driver-v2.14.3.exe, error 0x00000bcb',
    `session ${newId()}`,
    'antidisestablishmentarianism',
    '가나다라마바사아자차카타파하',
  ])('keeps what is neither: %s', (text) => {
    expect(redact(text)).toBe(text);
  });
});
