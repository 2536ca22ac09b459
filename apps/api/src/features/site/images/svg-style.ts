/**
 * CSS that refers outside of the image, or can disguise that it does: URLs, imports, escapes, expressions of old
 * browsers.
 */
const LEADS_OUT =
  /url\s*\(\s*(?!['"]?#)|(?:image|image-set|src|cross-fade)\s*\(|\/\/|@|\\|expression|javascript:|data:|&|</i;

export const isHarmless = (value: string): boolean => !LEADS_OUT.test(value);

function withoutComments(css: string): string {
  const [before = '', ...after] = css.split('/*');
  return before + after.map((part) => (part.includes('*/') ? ` ${part.slice(part.indexOf('*/') + 2)}` : '')).join('');
}

/** Drops external references from declarations. */
export function harmlessDeclarations(text: string): string {
  const kept = withoutComments(text).split(';').filter(isHarmless).join(';');
  return isHarmless(kept) ? kept : '';
}

/** The end of a rule: after the next `;`, or after the block that closes first. */
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

/** Removes external references from a style sheet, rule by rule, and all at-rules, which a logo doesn't need. */
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
