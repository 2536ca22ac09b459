/** What leads out of the picture, or hides that it does: addresses, imports, escapes, old browsers' expressions. */
const LEADS_OUT =
  /url\s*\(\s*(?!['"]?#)|(?:image|image-set|src|cross-fade)\s*\(|\/\/|@|\\|expression|javascript:|data:|&|</i;

export const isHarmless = (value: string): boolean => !LEADS_OUT.test(value);

function withoutComments(css: string): string {
  const [before = '', ...after] = css.split('/*');
  return before + after.map((part) => (part.includes('*/') ? ` ${part.slice(part.indexOf('*/') + 2)}` : '')).join('');
}

/** Declarations without those that lead out. */
export function harmlessDeclarations(text: string): string {
  const kept = withoutComments(text).split(';').filter(isHarmless).join(';');
  return isHarmless(kept) ? kept : '';
}

/** Where what begins there ends: behind the next `;`, or behind the block that is closed first. */
function endOf(css: string, from: number): number {
  let depth = 0;
  for (let at = from; at < css.length; at++) {
    const letter = css[at];
    if (letter === '"' || letter === "'") {
      const close = css.indexOf(letter, at + 1);
      if (close < 0) return css.length;
      at = close;
    } else if (letter === '{') depth++;
    else if (letter === '}' && --depth <= 0) return at + 1;
    else if (letter === ';' && depth === 0) return at + 1;
  }
  return css.length;
}

function harmlessRule(rule: string): string {
  const open = rule.indexOf('{');
  const selector = rule.slice(0, open).trim();
  const block = rule.slice(open + 1, -1);
  const isPlain = open > 0 && rule.endsWith('}') && !/[{}]/.test(block) && !selector.startsWith('@');
  return isPlain && isHarmless(selector) ? `${selector}{${harmlessDeclarations(block).trim()}}` : '';
}

/** A style without what leads out: each rule by itself, and without those that begin with `@`, which a logo doesn't need. */
export function harmlessStyle(text: string): string {
  const css = withoutComments(text).replaceAll(/<!--|-->/g, ' ');
  let kept = '';
  for (let at = 0; at < css.length;) {
    const end = endOf(css, at);
    kept += harmlessRule(css.slice(at, end).trim());
    at = end;
  }
  return isHarmless(kept) ? kept : '';
}
