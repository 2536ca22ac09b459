import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import { harmlessDeclarations, harmlessStyle, isHarmless } from './svg-style.js';

const words = (text: string) => new Set(text.split(' '));
/** Shapes, colours and gradients: what a logo consists of. Other elements are dropped with their content. */
const ELEMENTS = words(
  'svg g defs title desc path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop ' +
    'clipPath mask pattern use symbol style switch a',
);
const ATTRIBUTES = words(
  'id class version viewBox width height x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy d points transform opacity fill ' +
    'fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit ' +
    'stroke-dasharray stroke-dashoffset clip-path clip-rule mask offset stop-color stop-opacity gradientUnits ' +
    'gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits ' +
    'patternTransform preserveAspectRatio font-family font-size font-weight font-style letter-spacing text-anchor ' +
    'dominant-baseline color display visibility systemLanguage lang xml:space',
);
const SHAPES = words('path rect circle ellipse line polyline polygon text');
/** Content of these is visible only where it is referenced. */
const ASIDE = words('defs symbol clipPath mask pattern linearGradient radialGradient');
const WRITTEN = words('text tspan title desc');
/** Dropped without a report. */
const UNSEEN = words('metadata script title desc');

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const MAX_DEPTH = 100;
/** Illustrator defines a dozen namespaces as entities, and repeats them a few times each. */
const MAX_ENTITIES = 100;
const MAX_REFERENCES = 1000;

const QUOTED = String.raw`\s+(?:"[^"<>]*"|'[^'<>]*')`;
const DOCTYPE = new RegExp(
  String.raw`^\s*svg(?:\s+PUBLIC${QUOTED}${QUOTED}|\s+SYSTEM${QUOTED})?\s*(?:\[([^\]]*)\]\s*)?$`,
);
/** Entities for plain words, not for markup or other entities. */
const ENTITY = /\s*<!ENTITY\s+([\w.-]{1,60})\s+(?:"([^"<>&%]{0,200})"|'([^'<>&%]{0,200})')\s*>\s*/y;
const KNOWN_ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Entities of the document type, as plain text. @throws for anything but words */
function entitiesOf(doctype: string): Record<string, string> {
  const declared = DOCTYPE.exec(doctype);
  if (!declared) throw new Error('a document type of another kind');
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  const inside = declared[1]?.trim() ?? '';
  ENTITY.lastIndex = 0;
  for (let count = 0, end = 0; end < inside.length; count++, end = ENTITY.lastIndex) {
    const entity = ENTITY.exec(inside);
    if (!entity || count >= MAX_ENTITIES) throw new Error('declarations of another kind');
    found[entity[1]!] = entity[2] ?? entity[3] ?? '';
  }
  return found;
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function writeAttribute({ name, local, uri, value }: SaxesAttributeNS): string {
  if (local === 'href' && (uri === '' || uri === XLINK)) return /^#[\w.:-]+$/.test(value) ? ` href="${value}"` : '';
  if (name === 'style') return ` style="${escape(harmlessDeclarations(value))}"`;
  return ATTRIBUTES.has(name) && isHarmless(value) ? ` ${name}="${escape(value)}"` : '';
}

function writeAttributes({ attributes }: SaxesTagNS): string {
  const all = Object.values(attributes);
  const isTwice = (each: SaxesAttributeNS) => each.uri === XLINK && all.some(({ name }) => name === 'href');
  return all
    .filter((each) => !isTwice(each))
    .map(writeAttribute)
    .join('');
}

interface Open {
  /** The sanitised element; null when it is dropped with its content. */
  name: string | null;
  isAside: boolean;
}

/** Rewrites the SVG as its elements are parsed. */
class Picture {
  private out = '';
  private style = '';
  private readonly open: Open[] = [];
  private readonly leftOut = new Set<string>();
  private readonly drawn = { here: false, aside: false, isUsed: false };

  begin(tag: SaxesTagNS): void {
    const around = this.open.at(-1);
    if (this.open.length >= MAX_DEPTH) throw new Error('too deep');
    if (!around && tag.local !== 'svg') throw new Error('no picture');
    const name = around?.name === null ? null : this.nameOf(tag, around);
    const isAside = Boolean(around?.isAside) || ASIDE.has(tag.local);
    if (name !== null) {
      const space = around ? '' : ` xmlns="${SVG}"`;
      this.out += `<${name}${space}${writeAttributes(tag)}${tag.isSelfClosing ? '/' : ''}>`;
      if (SHAPES.has(name)) this.drawn[isAside ? 'aside' : 'here'] = true;
      if (name === 'use' && !isAside) this.drawn.isUsed = true;
    }
    this.open.push({ name, isAside });
  }

  private nameOf({ local, uri, attributes }: SaxesTagNS, around: Open | undefined): string | null {
    if (uri !== SVG && uri !== '') return null; // editor metadata
    // no browser supports extensions: a switch falls through them
    if (!ELEMENTS.has(local) || attributes.requiredExtensions?.value) {
      if (!UNSEEN.has(local)) this.leftOut.add(local);
      return null;
    }
    if (local !== 'a') return local;
    return around?.name === 'text' || around?.name === 'tspan' ? 'tspan' : 'g'; // the content of a link is kept, without the link
  }

  end(tag: SaxesTagNS): void {
    const { name } = this.open.pop()!;
    if (name === 'style') this.out += escape(harmlessStyle(this.style));
    if (name === 'style') this.style = '';
    if (name !== null && !tag.isSelfClosing) this.out += `</${name}>`;
  }

  write(text: string): void {
    const around = this.open.at(-1);
    if (around?.name === 'style') this.style += text;
    else if (around && around.name !== null) this.out += escape(text);
  }

  /** Text that an HTML parser would take for markup: allowed in text content only, escaped. */
  writeRaw(text: string): void {
    const name = this.open.at(-1)?.name ?? null;
    if (name !== null && name !== 'style' && !WRITTEN.has(name)) throw new Error('text where there is none');
    this.write(text);
  }

  result(): Sanitised {
    const { here, aside, isUsed } = this.drawn;
    return here || (isUsed && aside) ? { svg: this.out } : { leftOut: [...this.leftOut] };
  }
}

/** The sanitised SVG; or, when nothing visible remains, the dropped elements. */
export type Sanitised = { svg: string } | { leftOut: string[] };

/**
 * Rewrites an SVG with nothing but shapes: no scripts, event handlers, external references or entities.
 * @returns null for what is no SVG, or can't be parsed unambiguously
 */
export function sanitiseSvg(bytes: Uint8Array): Sanitised | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if ((text.match(/&[^#]/g)?.length ?? 0) > MAX_REFERENCES) return null;
    const picture = new Picture();
    const parser = new SaxesParser({ xmlns: true, additionalNamespaces: { xlink: XLINK } });
    parser.ENTITIES = { __proto__: null, ...KNOWN_ENTITIES } as never;
    parser.on('doctype', (doctype) => void Object.assign(parser.ENTITIES, entitiesOf(doctype), KNOWN_ENTITIES));
    parser.on('opentag', (tag) => picture.begin(tag));
    parser.on('closetag', (tag) => picture.end(tag));
    parser.on('text', (part) => picture.write(part));
    parser.on('cdata', (part) => picture.writeRaw(part));
    parser.write(text).close();
    return picture.result();
  } catch {
    return null; // browsers would interpret malformed content differently
  }
}
