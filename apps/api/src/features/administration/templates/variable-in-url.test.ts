import { LOCALES, MAIL_KINDS } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { variableInUrl } from './variable-in-url.js';
import { DEFAULT_WORDINGS } from './templates.defaults.js';

describe('a word in braces', () => {
  it.each([
    ['https://evil.example/?u={link}', '{link}'],
    ['Go to https://evil.example/?u={link} now', '{link}'],
    ['[here](https://evil.example/?u={link})', '{link}'],
    ['HTTP://evil.example/{number}', '{number}'],
    ['//evil.example/{number}', '{number}'],
    ['evil.example/?{link}', '{link}'],
    ['evil.한국/?{link}', '{link}'],
    ['www.evil/{guest}', '{guest}'],
    ['127.0.0.1:8000/{number}', '{number}'],
    ['mailto:eve@evil?body={link}', '{link}'],
    ['{guest}@evil.example', '{guest}'],
    ['{site}.evil.example', '{site}'],
    ['https://{site}/', '{site}'],
    ['{address}@evil/', '{address}'],
    ['{address}.evil/', '{address}'],
    ['{address}/j/{number}', '{address}'],
    ['{link}?next=x', '{link}'],
    ['{link}{guest}', '{link}'],
    ['{guest}{link}', '{guest}'],
    ['{link}abc', '{link}'],
  ])('stands in an address in %j', (text, braced) => expect(variableInUrl(text)).toBe(braced));

  it.each([
    'https://help.example/ and {link}',
    'https://help.example/\n{link}',
    '{link}',
    '({link})',
    '<{link}>',
    '"{link}".',
    '{link}.',
    '{link}, please',
    'Link:{link}',
    '링크:{link}',
    '{address}에서 {number}(을)를 입력해 주세요.',
    '{name}/{csr} of {site}.',
    '{greeting}. 감사합니다.',
    '{number}?',
    'mail {email}, or eve@help.example',
  ])('stands in none in %j', (text) => expect(variableInUrl(text)).toBeNull());

  it.each(MAIL_KINDS.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const)))(
    'stands in none as %s comes in %s',
    (kind, locale) => {
      for (const text of Object.values(DEFAULT_WORDINGS[kind][locale])) expect(variableInUrl(text)).toBeNull();
    },
  );
});
