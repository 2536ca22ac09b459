// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { toPieces } from './link-pieces';

const linksIn = (text: string) => toPieces(text).flatMap(({ text: shown, url }) => (url ? [shown] : []));
const hostsIn = (text: string) => toPieces(text).flatMap(({ host }) => host ?? []);

describe('an address in a sentence', () => {
  it.each([
    ['https://example.com/docs에서 보세요', 'https://example.com/docs'],
    ['https://example.com입니다', 'https://example.com'],
    ['https://example.com.다음은', 'https://example.com'],
    ['http://192.168.0.1로 접속', 'http://192.168.0.1'],
    ['http://192.168.0.1:8080로 접속', 'http://192.168.0.1:8080'],
    ['http://localhost에', 'http://localhost'],
    ['http://[::1]:4100/a를', 'http://[::1]:4100/a'],
    ['https://ko.wikipedia.org/wiki/테스트_(소프트웨어)', 'https://ko.wikipedia.org/wiki/테스트_(소프트웨어)'],
    ['(https://ko.wikipedia.org/wiki/테스트_(소프트웨어))', 'https://ko.wikipedia.org/wiki/테스트_(소프트웨어)'],
    ['https://en.wikipedia.org/wiki/Test_(disambiguation).', 'https://en.wikipedia.org/wiki/Test_(disambiguation)'],
    ['https://example.com/docs（설명）', 'https://example.com/docs'],
    ['https://example.com/docs，다음', 'https://example.com/docs'],
    ['「https://example.com/docs」', 'https://example.com/docs'],
    ['https://example.com/docs…', 'https://example.com/docs'],
    ['https://example.com/docs\u200b다음', 'https://example.com/docs'],
    ['https://example.com/docs、次', 'https://example.com/docs'],
    ['https://example.comです', 'https://example.com'],
    ['https://example.com/한글/docs에서', 'https://example.com/한글/docs'],
    ['https://example.com/한글페이지/안내', 'https://example.com/한글페이지/안내'],
    ['https://example.com/?q=한글&x=1을', 'https://example.com/?q=한글&x=1'],
    ['https://example.com/%ED%95%9C%EA%B8%80에서', 'https://example.com/%ED%95%9C%EA%B8%80'],
    ['https://example.com/j/383903675로', 'https://example.com/j/383903675'],
    ['see https://example.com/a, please', 'https://example.com/a'],
    ['see <https://example.com/a?b=c#d>', 'https://example.com/a?b=c#d'],
    ['HTTPS://EXAMPLE.COM/A', 'HTTPS://EXAMPLE.COM/A'],
  ])('%s', (text, link) => {
    expect(linksIn(text)).toEqual([link]);
    expect(
      toPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text); // nothing is lost
  });

  it.each([
    ['https://example.com입니다', 'example.com'],
    ['https://한국인터넷정보센터.한국입니다', 'xn--3e0bx5euxnjje69i70af08bea817g.xn--3e0b707e'],
    ['https://www.한국.kr로', 'www.xn--3e0b707e.kr'],
    ['https://кто.рф/а', 'xn--j1ail.xn--p1ai'],
    ['https://münchen.de', 'xn--mnchen-3ya.de'],
    ['https://user:secret@example.com/a', 'example.com'],
    ['https://example.com@evil.example/a', 'evil.example'],
  ])('leads to the host that its letters say: %s', (text, host) => {
    expect(hostsIn(text)).toEqual([host]);
  });

  it.each(['ftp://example.com', 'javascript:alert(1)', 'https://', 'http:// example.com', 'example.com'])(
    'is none: %s',
    (text) => expect(linksIn(text)).toEqual([]),
  );

  it('takes no more than a moment, whatever was pasted', () => {
    const hostile = ['https://' + 'a.'.repeat(2000), 'https://a/' + '('.repeat(4000), 'https://a/' + ')'.repeat(4000)];
    for (const text of [
      ...hostile,
      'https://'.repeat(500),
      'https://' + '가.'.repeat(2000),
      'https://' + 'a@'.repeat(2000),
    ]) {
      const began = performance.now();
      toPieces(text.slice(0, 4000));
      expect(performance.now() - began).toBeLessThan(250);
    }
  });
});
