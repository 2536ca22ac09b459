import { describe, expect, it } from 'vitest';
import { checkLink } from './check-link.js';

describe('an address to send', () => {
  it.each([
    ['https://help.example.org/printer?a=1#b', 'https://help.example.org/printer?a=1#b'],
    ['  http://192.168.0.7:8080/ ', 'http://192.168.0.7:8080/'],
    ['help.example.org', 'https://help.example.org/'],
    ['help.example.org:8443/x', 'https://help.example.org:8443/x'],
    ['HTTPS://HELP.EXAMPLE.ORG', 'https://help.example.org/'],
    ['https://한국.example/안내', 'https://xn--3e0b707e.example/%EC%95%88%EB%82%B4'],
    ['https://аррle.com/', 'https://xn--le-6kc8da.com/'], // Cyrillic letters that look like Latin ones
  ])('%s is %s', (typed, url) => {
    expect(checkLink(typed)?.href).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org/',
    'blob:https://example.org/1',
    'mailto:a@example.org',
    'tel:119',
    'https://user:secret@example.org/',
    'https://bank.example@evil.example/',
    'bank.example@evil.example',
    'https://',
    'https:///',
    'two words',
    'https://exa mple.org/',
    '',
  ])('%j is none', (typed) => {
    expect(checkLink(typed)).toBeNull();
  });
});
