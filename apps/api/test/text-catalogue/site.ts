import { LIMITS } from '@tandem/domain';
import { readFont } from '../../src/features/site/images/read-font.js';
import { readImage } from '../../src/features/site/images/read-image.js';
import { sanitiseSvg } from '../../src/features/site/images/sanitise-svg.js';
import { harmlessDeclarations, harmlessStyle } from '../../src/features/site/images/svg-style.js';
import { builtInNamed, sameName } from '../../src/features/site/roles/role-names.js';
import { isNetwork } from '../../src/features/site/settings/networks.js';
import { tidied } from '../../src/features/site/settings/settings.values.js';
import { after, over, quietly, type Shape, type Work } from './shapes.js';

const features = 'apps/api/src/features';
const dataUrl = (bytes: string) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
const svg = (inside: Shape): Shape => {
  return (length) => `<svg xmlns="http://www.w3.org/2000/svg">${inside(length - 50)}</svg>`;
};
/** A valid header, and a table directory of the given size. */
function font(length: number): string {
  const bytes = Buffer.alloc(length, 0x01);
  bytes.write('wOF2', 0, 'latin1');
  bytes.writeUInt32BE(0x00010000, 4);
  bytes.writeUInt32BE(length, 8);
  bytes.writeUInt16BE(Math.min(length / 4, 65_535), 12);
  bytes.writeUInt16BE(0, 14);
  return bytes.toString('latin1');
}

export const SITE: Work[] = [
  {
    file: `${features}/site/images/read-image.ts`,
    name: 'readImage',
    most: LIMITS.imageBytes,
    run: (text) => quietly(() => readImage(dataUrl(text))),
    shapes: { 'no end of a JPEG': over('\u00ff\u00d8\u00ff\u00e0') },
  },
  {
    file: `${features}/site/images/read-image.ts`,
    name: 'readImage, of what is no data URL',
    most: LIMITS.requestBytes,
    run: (text) => quietly(() => readImage(text)),
    shapes: {
      'a media type without end': after('data:', 'a/'),
      'a data URL with a wrong end': after('data:a/b;base64,', 'A', '!'),
    },
  },
  {
    file: `${features}/site/images/read-font.ts`,
    name: 'readFont',
    most: LIMITS.fontBytes,
    run: (text) => readFont(Buffer.from(text, 'latin1')).catch(() => null),
    shapes: { 'a directory of many tables': font },
  },
  {
    file: `${features}/site/images/sanitise-svg.ts`,
    name: 'sanitiseSvg',
    most: LIMITS.imageBytes,
    run: (text) => sanitiseSvg(Buffer.from(text)),
    shapes: {
      'many elements': svg(over('<path d="M0 0"/>')),
      comments: svg(over('<!-- a -->')),
      'an open comment': svg(after('<!--', 'a-')),
      'open instructions': svg(after('<?', 'a')),
      'one element of many attributes': svg((length) => `<g ${over('x="1" ')(length)}/>`),
      'one long name': svg((length) => `<g ${over('a')(length)}/>`),
      'an attribute of blanks': svg((length) => `<g x${over(' ')(length)}/>`),
      'a style of addresses': svg((length) => `<style>${over('url( ')(length)}</style>`),
      'blanks at its beginning': over(' ', '<'),
      'a document type': after('<svg><!DOCTYPE svg', ' '),
      'a declaration': after('<?xml', 'a'),
    },
  },
  { file: `${features}/site/roles/role-names.ts`, name: 'sameName', most: LIMITS.roleName, run: sameName },
  { file: `${features}/site/roles/role-names.ts`, name: 'builtInNamed', most: LIMITS.roleName, run: builtInNamed },
  { file: `${features}/site/settings/networks.ts`, name: 'isNetwork', most: 200, run: isNetwork },
  {
    file: `${features}/site/settings/settings.values.ts`,
    name: 'tidied',
    most: LIMITS.requestBytes,
    run: (text) => tidied('siteName', text),
  },
  {
    file: `${features}/site/images/svg-style.ts`,
    name: 'harmlessStyle',
    most: LIMITS.imageBytes,
    run: harmlessStyle,
    shapes: { rules: over('a{b:c}'), 'open rules': over('a{'), 'at rules': over('@a '), 'open strings': over('"a') },
  },
  {
    file: `${features}/site/images/svg-style.ts`,
    name: 'harmlessDeclarations',
    most: LIMITS.imageBytes,
    run: harmlessDeclarations,
    shapes: { declarations: over('a:b;'), 'addresses in it': over('a:url( ') },
  },
];
