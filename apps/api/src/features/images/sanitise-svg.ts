/** Shapes, their colours and gradients: what a logo is made of. What isn't here is left out with all that is inside. */
const ELEMENTS = new Set(
  (
    'svg g defs title desc path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop ' +
    'clipPath mask use symbol style'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'id class version viewBox width height x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy d points transform opacity fill ' +
    'fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit ' +
    'stroke-dasharray stroke-dashoffset clip-path clip-rule mask offset stop-color stop-opacity gradientUnits ' +
    'gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits preserveAspectRatio font-family font-size ' +
    'font-weight font-style letter-spacing text-anchor dominant-baseline color display visibility style href xlink:href ' +
    'xml:space lang'
  ).split(' '),
);
const XML_SPACES: Record<string, string> = {
  xmlns: 'http://www.w3.org/2000/svg',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
};

const MAX_DEPTH = 100;
const NAME = String.raw`[A-Za-z_][\w.:-]*`;
const TAG = new RegExp(String.raw`<(/?)(${NAME})((?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>`, 'y');
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const PROLOGUE = /^\uFEFF?\s*(?:<\?xml[^?<>]*\?>)?\s*/;
const PASSED_OVER = /<!--(?:(?!--)[\s\S])*-->|<\?[\w:-]+(?:(?!\?>)[\s\S])*\?>/y;
/** A document type without declarations of its own: old editors write one. */
const DOCTYPE = /<!DOCTYPE\s+svg(?:\s+PUBLIC\s+"[^"<>[\]]*"\s+"[^"<>[\]]*")?\s*>/y;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i;
/** What leads out of the picture, or hides that it does: addresses, imports, escapes, old browsers' expressions. */
const LEADS_OUT = /url\s*\(\s*(?!['"]?#)|@|\\|expression|javascript:|data:|&|</i;

const isHarmless = (value: string) => !LEADS_OUT.test(value);

function attributesOf(text: string): string {
  return [...text.matchAll(ATTRIBUTE)]
    .map(([, name, double, single]): [string, string] => [name!, double ?? single ?? ''])
    .filter(([name, value]) => {
      if (name in XML_SPACES) return value === XML_SPACES[name];
      if (!ATTRIBUTES.has(name)) return false;
      if (name === 'href' || name === 'xlink:href') return /^#[\w.:-]+$/.test(value);
      return isHarmless(value);
    })
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;').replaceAll('>', '&gt;')}"`)
    .join('');
}

interface Walk {
  out: string;
  /** Names of the open elements; what is inside of one that is left out is left out too. */
  open: { name: string; isKept: boolean }[];
}

function takeTag({ open }: Walk, [, close, name, attributes, isEmpty]: RegExpExecArray): string | null {
  if (close) {
    const last = open.pop();
    if (last?.name !== name) return null;
    return last!.isKept ? `</${name}>` : '';
  }
  const isKept = ELEMENTS.has(name!) && (open.at(-1)?.isKept ?? true);
  if (open.length === 0 && name !== 'svg') return null;
  if (!isEmpty) open.push({ name: name!, isKept });
  if (open.length > MAX_DEPTH) return null;
  return isKept ? `<${name}${attributesOf(attributes!)}${isEmpty ? '/' : ''}>` : '';
}

function textOf({ open }: Walk, text: string): string {
  const around = open.at(-1);
  if (!around?.isKept) return '';
  if (around.name === 'style') return isHarmless(text) ? text.replaceAll('>', '&gt;') : '';
  return text.replaceAll('>', '&gt;');
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * An SVG written anew with nothing in it but shapes: no scripts, no handlers, no addresses that lead out, no entities.
 * @returns null for what is no SVG, or none that can be read with certainty
 */
export function sanitiseSvg(bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  if (ENTITY.test(text) || text.includes('\0')) return null;
  const walk: Walk = { out: '', open: [] };
  let at = PROLOGUE.exec(text)![0].length;
  let isBegun = false;
  while (at < text.length) {
    const passedOver = matchAt(PASSED_OVER, text, at) ?? (isBegun ? null : matchAt(DOCTYPE, text, at));
    const tag = passedOver ? null : matchAt(TAG, text, at);
    if (passedOver) at += passedOver[0].length;
    else if (tag) {
      if (isBegun && walk.open.length === 0) return null;
      isBegun = true;
      const written = takeTag(walk, tag);
      if (written === null) return null;
      walk.out += written;
      at += tag[0].length;
    } else if (text[at] === '<') return null;
    else {
      const next = text.indexOf('<', at);
      const end = next < 0 ? text.length : next;
      const between = text.slice(at, end);
      if (walk.open.length === 0 && between.trim()) return null;
      walk.out += textOf(walk, between);
      at = end;
    }
  }
  return isBegun && walk.open.length === 0 ? walk.out : null;
}
