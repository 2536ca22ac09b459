import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import MarkdownText from './MarkdownText.vue';

const htmlOf = (text: string) => mount(MarkdownText, { props: { text } }).html({ raw: true });

describe('a text with Markdown', () => {
  it('shows headings, lists, emphasis, line breaks, code and tables', () => {
    const html = htmlOf('# Title\n- one\n- **two**\n\nline\nbreak `x < y`');
    expect(html).toContain('<p class="markdown-heading">Title</p>');
    expect(html).toMatch(/<ul><li>.*one.*<\/li><li>.*<strong>two<\/strong>.*<\/li><\/ul>/s);
    expect(html).toContain('line<br>break <code>x &lt; y</code>');
    expect(htmlOf('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('<tbody><tr><td>1</td><td>2</td></tr></tbody>');
    expect(htmlOf('3. drei\n4. vier')).toContain('<ol start="3">');
    expect(htmlOf('- [x] done\n- [ ] open')).toMatch(/☑ .*done.*☐ .*open/s);
    expect(htmlOf('그냥 한글, 5 < 6 & 7')).toContain('<p>그냥 한글, 5 &lt; 6 &amp; 7</p>');
  });

  it('leads out by links of the web only, which know nothing of the console', () => {
    const link = '<a href="https://example.org" target="_blank" rel="noopener noreferrer nofollow">there</a>';
    expect(htmlOf('[there](https://example.org)')).toContain(link);
    for (const href of [
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'data:text/html,x',
      '//evil.example',
      '/console/',
    ])
      expect(htmlOf(`[x](${href})`)).not.toContain('href');
  });

  it.each([
    '<script>alert(1)</script>',
    'inline <img src=x onerror=alert(1)> picture',
    '![picture](https://tracker.example/pixel.png)',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<iframe src="https://evil.example"></iframe>',
    '<p style="position:fixed" onclick="alert(1)">x</p>',
    '[x]: javascript:alert(1)\n[x]',
    '<https://example.org/"onmouseover="alert(1)>',
  ])('makes nothing of %s that runs or loads', (text) => {
    const page = document.createElement('div');
    page.innerHTML = htmlOf(text);
    const made = [...page.querySelectorAll('*')];
    expect(made.map(({ tagName }) => tagName).filter((tag) => !['DIV', 'P', 'A', 'BR'].includes(tag))).toEqual([]);
    const attributes = made.flatMap(({ attributes }) => [...attributes].map(({ name }) => name));
    expect(attributes.filter((name) => !/^(class|href|target|rel|data-v-.*)$/.test(name))).toEqual([]);
  });
});
