import { marked, type MarkedToken, type Token, type Tokens } from 'marked';
import { h, type VNodeChild } from 'vue';

/** Addresses that a text may lead to. */
const LINK = /^(?:https?:\/\/|mailto:)/i;

/** A line of quotes in quotes or lists in lists that nobody meant: each takes a call inside of another to read. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){16}/m;
/** Blanks that nobody sees: the reader looks from each of them to the last. */
const WIDE = /[ \t]{40,}/g;

/**
 * Markdown as elements. Each kind is made here, and none is ever read as HTML: what somebody wrote can become a heading, a
 * list, a table, a link of the web, and nothing that runs or loads. HTML is shown as the letters that it is.
 */
export const markdownNodes = (text: string): VNodeChild[] =>
  TOO_DEEP.test(text)
    ? [h('p', { class: 'markdown-plain' }, text)]
    : nodesOf(
        marked.lexer(
          text.replace(WIDE, (blanks) => blanks.slice(0, 40)),
          { gfm: true, breaks: true },
        ),
      );

/** All kinds are marked's own: nothing extends it here. */
const nodesOf = (tokens: Token[] = []): VNodeChild[] => tokens.map((token) => nodeOf(token as MarkedToken));

function nodeOf(token: MarkedToken): VNodeChild {
  switch (token.type) {
    case 'heading':
      return h('p', { class: 'markdown-heading' }, nodesOf(token.tokens));
    case 'paragraph':
      return h('p', nodesOf(token.tokens));
    case 'blockquote':
    case 'strong':
    case 'em':
    case 'del':
      return h(token.type, nodesOf(token.tokens));
    case 'list':
      return listOf(token);
    case 'table':
      return tableOf(token);
    case 'code':
      return h('pre', h('code', token.text));
    case 'codespan':
      return h('code', token.text);
    case 'link':
      return linkOf(token);
    case 'text':
      return token.tokens ? nodesOf(token.tokens) : token.text;
    case 'br':
    case 'hr':
      return h(token.type);
    case 'escape':
    case 'image': // its words; the picture would be fetched from elsewhere
      return token.text;
    case 'html':
      return token.raw;
    default: // blank lines, and what is shown where it is used
      return null;
  }
}

function listOf({ ordered, start, items }: Tokens.List): VNodeChild {
  const entry = ({ task, checked, tokens }: Tokens.ListItem) =>
    h('li', [task ? (checked ? '☑ ' : '☐ ') : null, nodesOf(tokens)]);
  return h(ordered ? 'ol' : 'ul', { start: ordered && start ? start : undefined }, items.map(entry));
}

function tableOf({ header, rows }: Tokens.Table): VNodeChild {
  const row = (cells: Tokens.TableCell[], tag: string) =>
    h(
      'tr',
      cells.map(({ tokens }) => h(tag, nodesOf(tokens))),
    );
  return h('table', [
    h('thead', row(header, 'th')),
    h(
      'tbody',
      rows.map((cells) => row(cells, 'td')),
    ),
  ]);
}

function linkOf({ href, tokens, raw }: Tokens.Link): VNodeChild {
  if (!LINK.test(href)) return raw;
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, nodesOf(tokens));
}
