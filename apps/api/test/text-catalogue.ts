// Every function that parses texts from people, with its maximum input and its worst cases. A file that parses texts
// is listed here, or under NO_PEOPLE with the reason why no person's text reaches it (checked by text-work.test.ts).
import { cleanFileName, fillReply, LIMITS, parseSessionNumber, REPLY_SHORT, toReplyShort } from '@tandem/domain';
import { addressFrom, isSameName, lineFrom, textFrom, unknownVariables, withoutEnd } from '@tandem/domain';
import * as Y from 'yjs';
import { changedLines } from '../../csr-console/src/features/administration/history/changed-lines.js';
import { markdownNodes } from '../../csr-console/src/kit/markdown-nodes.js';
import { toPieces } from '../../../libs/session-client/src/components/link-pieces.js';
import { NoteDoc } from '../../../libs/session-client/src/model/note-doc.js';
import { useSlash } from '../../../libs/session-client/src/chat/use-slash.js';
import { toHostName } from '../src/features/administration/addresses/host-name.js';
import { assertStrongPassword } from '../src/features/site/auth/strong-password.js';
import { shortened } from '../src/features/tools/chat/mail-conversation.js';
import { redact } from '../src/features/tools/chat/redact.js';
import type { Transcript } from '../src/features/tools/chat/transcript-texts.js';
import { toPlainText } from '../src/features/tools/chat/write-transcript.js';
import { findType } from '../src/features/tools/files/file-types.js';
import { readFont } from '../src/features/site/images/read-font.js';
import { readImage } from '../src/features/site/images/read-image.js';
import { sanitiseSvg } from '../src/features/site/images/sanitise-svg.js';
import { harmlessDeclarations, harmlessStyle } from '../src/features/site/images/svg-style.js';
import { mergeInto, openNote } from '../src/features/tools/notes/note-document.js';
import { csvLine } from '../src/features/overview/reports/csv.js';
import { builtInNamed, sameName } from '../src/features/site/roles/role-names.js';
import { isNetwork } from '../src/features/site/settings/networks.js';
import { tidied } from '../src/features/site/settings/settings.values.js';
import { readRows } from '../src/features/administration/staff/import-rows.js';
import { decode, encodingOf, otherKind } from '../src/features/administration/staff/decode-text.js';
import { columnsOf } from '../src/features/administration/staff/import-columns.js';
import { parseCsv } from '../src/features/administration/staff/read-csv.js';
import { variableInAddress } from '../src/features/administration/templates/address-around.js';
import { assertWording, composeMail } from '../src/features/administration/templates/compose-mail.js';
import { decodeCursor } from '../src/platform/graphql/paging.js';
import { ruleBroken } from '../src/platform/graphql/validation.js';
import { checkLink } from '../src/platform/http/check-link.js';
import { cookieJar } from '../src/platform/http/cookies.js';

type Shape = (length: number) => string;
export interface Work {
  /** Its file. */
  file: string;
  name: string;
  /** Its maximum input, in characters. */
  most: number;
  run(text: string): unknown;
  /** Worst cases for it alone, in addition to the common ones. */
  shapes?: Record<string, Shape>;
}

const over = (unit: string, end = ''): Shape => {
  return (length) => unit.repeat(Math.max(0, Math.floor((length - end.length) / unit.length))) + end;
};
const after = (head: string, unit: string, end = ''): Shape => {
  return (length) => head + over(unit, end)(length - head.length);
};

/** Texts that have slowed down such functions: repeated near matches, starts without an end, ends of one character. */
export const SHAPES: Record<string, Shape> = {
  digits: over('1'),
  'digits one by one': over('1 '),
  'card numbers': over('4111 1111 1111 1111 '),
  'nearly card numbers': over('4111-1111-1111-111'),
  letters: over('a'),
  Hangul: over('가'),
  'Hangul letter by letter': over('\u1112\u1161\u11ab'),
  'marks out of order': (length) => `a${'\u0301'.repeat(length / 2)}${'\u0316'.repeat(Math.max(0, length / 2 - 1))}`,
  'blanks before a letter': over(' ', 'x'),
  'lines before a letter': over('\n', 'x'),
  'lines and blanks': over('\n ', 'x'),
  'words between blanks': over('a '),
  'dots before a letter': over('.', 'x'),
  'strokes before a letter': over('/', 'x'),
  hyphens: over('a-'),
  'open braces': over('{'),
  'open double braces': after('{{', ' ', 'x'),
  'braced words': over('{a}'),
  'open tags': over('<a '),
  'open comments': over('<!--'),
  quotes: over('"', 'x'),
  'quoted cells': over('"a",'),
  addresses: over('https://a.example '),
  'an address and dots': after('https://a', '.', 'x'),
  'an address of Hangul': after('https://', '가'),
  'an address of marks': (length) =>
    `https://a${'\u0301'.repeat(Math.max(0, length / 2 - 5))}${'\u0316'.repeat(Math.max(0, length / 2 - 5))}`,
  'an address of many labels': after('https://', 'a.', '가'),
  'many short addresses': over('https://가.'),
  'signed tokens without an end': over('eyJ-'),
  'signed tokens': over('eyJhbGciOi.eyJzdWIiOi.'),
  'known tokens': over('ghp_aaaaaaaaaaaa '),
  'long mixed words': over('aB3'),
  'open brackets': over('['),
  'open pictures': over('![a]('),
  stars: over('*a '),
  'closed and open stars': over('**a*'),
  backticks: over('`a'),
  'deep quotes': over('> '),
  'deep lists': (length) => {
    const depth = Math.floor(Math.sqrt(length));
    return Array.from({ length: depth }, (_, i) => `${' '.repeat(Math.min(i * 2, depth))}- a\n`).join('');
  },
  tables: after('|a|b|\n|-|-|\n', '|a|b|\n'),
  entities: over('&amp'),
  strokes: over('\\'),
  percents: over('%'),
};

const transcript = (...texts: string[]): Transcript => ({
  site: 'Acme',
  number: '481207936',
  startedAt: new Date(0),
  endedAt: null,
  endReason: null,
  cutTo: null,
  messages: texts.map((text) => ({
    sentAt: new Date(0),
    from: { name: 'Park Jihun', role: 'PRIMARY_CUSTOMER' },
    audience: 'EVERYONE',
    to: null,
    text,
    isLink: false,
    editedAt: null,
    isDeleted: false,
    openings: [],
  })),
});
const look = { accent: '#000000', onAccent: '#ffffff', font: 'serif', logoUrl: null, siteName: 'Acme' };
const columns = columnsOf({ line: 1, cells: ['email', 'name', 'role', 'language'] })!;
const people = { columns, taken: new Set<string>(), permissions: [], roles: [] };
const reply = { 'customer.name': 'a', 'csr.name': 'b', 'site.name': 'c', 'session.number': 'd' };
const quietly = (work: () => unknown): unknown => {
  try {
    return work();
  } catch {
    return null; // a refusal is an answer
  }
};
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
/** As many characters as fit, each written once before the repeated ones. */
function noteUpdate(length: number): string {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = 7;
  for (let i = 0; i < length / 20; i++) doc.getText('body').insert(i % 2 ? i : 0, 'a');
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}

const api = 'apps/api/src';
const features = `${api}/features`;

export const CATALOGUE: Work[] = [
  { file: `${features}/tools/chat/redact.ts`, name: 'redact', most: LIMITS.chatText, run: redact },
  {
    file: `${features}/tools/chat/write-transcript.ts`,
    name: 'toPlainText',
    most: LIMITS.mailedText,
    run: (text) => toPlainText(transcript(text), 'en', 'UTC'),
  },
  {
    file: `${features}/tools/chat/mail-conversation.ts`,
    name: 'shortened, of short messages',
    most: 1000,
    run: (text) => toPlainText(shortened(transcript(...text.split(''))), 'en', 'UTC'),
  },
  {
    file: `${features}/administration/addresses/host-name.ts`,
    name: 'toHostName',
    most: LIMITS.handle,
    run: toHostName,
  },
  {
    file: 'libs/domain/src/strong-password.ts',
    name: 'assertStrongPassword',
    most: LIMITS.passwordMax,
    run: (text) =>
      assertStrongPassword(text, { email: 'somebody@example.org', names: ['Park Jihun'] }).catch(() => null),
  },
  {
    file: `${features}/tools/files/file-types.ts`,
    name: 'findType',
    most: LIMITS.fileName,
    run: (text) => findType(Buffer.from(text), text, text),
  },
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
  {
    file: `${features}/tools/notes/note-document.ts`,
    name: 'mergeInto',
    most: LIMITS.noteUpdate,
    run: (text) => quietly(() => mergeInto(openNote(null, ''), text)),
    shapes: { 'letters written one by one': noteUpdate },
  },
  {
    file: `${features}/overview/reports/csv.ts`,
    name: 'csvLine',
    most: LIMITS.chatText,
    run: (text) => csvLine([text, text]),
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
    file: `${features}/administration/staff/read-csv.ts`,
    name: 'parseCsv',
    most: LIMITS.importBytes,
    run: (text) => parseCsv(text, LIMITS.importRows),
    shapes: {
      'an open quote': after('"', 'a,\n'),
      'quotes in quotes': after('"', '""'),
      cells: over(','),
      rows: over('a,b\n'),
    },
  },
  {
    file: `${features}/administration/staff/decode-text.ts`,
    name: 'decode',
    most: LIMITS.importBytes,
    run: (text) => {
      const bytes = Buffer.from(text);
      return [otherKind(bytes), decode(bytes, encodingOf(bytes))];
    },
  },
  {
    file: `${features}/administration/staff/import-columns.ts`,
    name: 'columnsOf',
    most: LIMITS.importBytes,
    run: (text) => columnsOf({ line: 1, cells: [text, text] }),
    shapes: { 'open round brackets': over('(') },
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
  {
    file: `${features}/administration/staff/import-rows.ts`,
    name: 'readRows',
    most: LIMITS.importBytes,
    run: (text) => readRows([{ line: 2, cells: [text, text, text, text] }], { ...people, locale: 'en' }),
    shapes: { 'an address of dots': after('a@a', '.a'), 'a long local part': over('a.', '@a.kr') },
  },
  {
    file: `${features}/administration/templates/compose-mail.ts`,
    name: 'composeMail, a body',
    most: LIMITS.mailBody,
    run: (body) => composeMail({ locale: 'en', wording: { subject: body, body, button: '' }, look }, { a: 'b' }),
    shapes: { paragraphs: over('a\n\n'), 'lines of blanks': over('\n\t', 'x') },
  },
  {
    file: `${features}/administration/templates/compose-mail.ts`,
    name: 'composeMail, what is filled in',
    most: LIMITS.mailedText,
    run: (conversation) => {
      const wording = { subject: 'a', body: '{conversation}', button: '' };
      return composeMail({ locale: 'en', wording, look }, { conversation });
    },
  },
  {
    file: `${features}/administration/templates/address-around.ts`,
    name: 'variableInAddress',
    most: LIMITS.mailBody,
    run: (body) => variableInAddress(body),
    shapes: { links: over('{link}'), 'words in braces': over('1.{a} '), 'one word': over('1.1.1.{a}') },
  },
  {
    file: `${features}/administration/templates/compose-mail.ts`,
    name: 'assertWording',
    most: LIMITS.mailBody,
    run: (body) => quietly(() => assertWording('PASSWORD_LINK', { subject: body, body, button: body })),
  },
  {
    file: `${api}/platform/graphql/paging.ts`,
    name: 'decodeCursor',
    most: LIMITS.requestBytes,
    run: (text) => quietly(() => decodeCursor(text)),
    shapes: { 'blanks in it': (length) => Buffer.from(over(' ')(length * 0.7)).toString('base64url') },
  },
  {
    file: `${api}/platform/graphql/validation.ts`,
    name: 'ruleBroken',
    most: LIMITS.noteBody,
    run: (text) => ruleBroken(text, { min: 1, max: LIMITS.noteBody }),
  },
  { file: `${api}/platform/http/check-link.ts`, name: 'checkLink', most: LIMITS.address, run: checkLink },
  {
    file: `${api}/platform/http/cookies.ts`,
    name: 'cookieJar',
    most: 16 * 1024, // the maximum of Node
    run: (cookie) => cookieJar({ headers: { cookie } } as never, null).get('a'),
    shapes: { 'many of them': over('a=b; '), 'blanks behind each': over(';      ') },
  },
  {
    file: 'libs/domain/src/canned-replies.ts',
    name: 'fillReply',
    most: LIMITS.chatText,
    run: (text) => fillReply(text, reply),
  },
  { file: 'libs/domain/src/canned-replies.ts', name: 'unknownVariables', most: LIMITS.chatText, run: unknownVariables },
  {
    file: 'libs/domain/src/canned-replies.ts',
    name: 'toReplyShort',
    most: LIMITS.replyShort,
    run: (text) => REPLY_SHORT.test(toReplyShort(text)),
  },
  { file: 'libs/domain/src/incoming-text.ts', name: 'textFrom', most: LIMITS.requestBytes, run: textFrom },
  { file: 'libs/domain/src/incoming-text.ts', name: 'lineFrom', most: LIMITS.requestBytes, run: lineFrom },
  { file: 'libs/domain/src/incoming-text.ts', name: 'addressFrom', most: LIMITS.requestBytes, run: addressFrom },
  {
    file: 'libs/domain/src/same-name.ts',
    name: 'isSameName',
    most: LIMITS.personName,
    run: (text) => isSameName(text, 'a'),
  },
  { file: 'libs/domain/src/files.ts', name: 'cleanFileName', most: LIMITS.fileName, run: cleanFileName },
  {
    file: 'libs/domain/src/session-number.ts',
    name: 'parseSessionNumber',
    most: LIMITS.requestBytes,
    run: parseSessionNumber,
  },
  {
    file: 'libs/domain/src/text-ends.ts',
    name: 'withoutEnd',
    most: LIMITS.noteBody,
    run: (text) => withoutEnd(text, '. x'),
  },
  { file: 'libs/session-client/src/components/link-pieces.ts', name: 'toPieces', most: LIMITS.chatText, run: toPieces },
  {
    file: 'libs/session-client/src/model/note-doc.ts',
    name: 'NoteDoc.write',
    most: LIMITS.noteBody,
    run: (text) => {
      const doc = new NoteDoc();
      doc.write(text);
      doc.write(`${text.slice(0, text.length / 2)}b${text.slice(text.length / 2)}`);
    },
  },
  {
    file: 'libs/session-client/src/chat/use-slash.ts',
    name: 'useSlash.look',
    most: LIMITS.chatText,
    run: (text) => useSlash(() => ({ all: () => [], used: () => undefined })).look(text, text.length),
    shapes: { slashes: over(' /a'), 'a long name': after('/', 'a', '.') },
  },
  {
    file: 'apps/csr-console/src/kit/markdown-nodes.ts',
    name: 'markdownNodes',
    most: LIMITS.noteBody,
    run: markdownNodes,
  },
  {
    file: 'apps/csr-console/src/features/administration/history/changed-lines.ts',
    name: 'changedLines',
    most: LIMITS.mailBody,
    run: (text) => changedLines(text, text.slice(1)),
    shapes: { lines: over('\n'), 'lines of one letter': over('a\n') },
  },
];

/** Other files that parse texts, and why no person's text reaches them, or only a short one. */
export const NO_PEOPLE: Record<string, string> = {
  [`${features}/site/auth/passwords.ts`]: 'composes a password of at most 200 letters',
  [`${features}/tools/files/clamd.ts`]: 'the answers of our own virus scanner',
  [`${features}/tools/files/known-types.ts`]: 'a list of our own',
  [`${features}/site/mail/mail.queries.ts`]:
    'mails of our own, in which links are found by one pattern with one way through them',
  [`${features}/administration/staff/change-address.ts`]: 'an address of at most 254 letters, cut at its sign',
  [`${features}/site/mail/queue.ts`]: 'the answers of mail servers, cut to one line',
  [`${api}/platform/config/mail.ts`]: 'the environment',
  [`${api}/platform/http/reach.ts`]: 'our own addresses',
  [`${features}/tools/media/signalling-proxy.ts`]:
    'a header: Node takes no head over 16 KiB, and the pattern has one way through it',
  [`${features}/overview/reports/csv-words.ts`]: 'headings of our own',
  [`${features}/site/sites/sites-cache.ts`]:
    'a header: Node takes no head over 16 KiB, and the pattern has one way through it',
  [`${features}/administration/templates/templates.content.ts`]: 'keys of our own rows',
  [`${api}/main/request-context.ts`]:
    'a header: Node takes no head over 16 KiB, and the pattern has one way through it',
  [`${api}/main/graphql-handler.ts`]: 'a header: Node takes no head over 16 KiB',
  [`${api}/platform/blobs/s3-store.ts`]: 'the answers of our own object store',
  [`${api}/platform/config/index.ts`]: 'the environment',
  [`${api}/platform/http/network-of.ts`]: 'an address as we count it',
  [`${api}/platform/http/pages.ts`]: 'an address: Node takes no head over 16 KiB',
  [`${api}/platform/http/client-address.ts`]: 'a header: Node takes no head over 16 KiB',
  [`${api}/platform/tls/certificates.ts`]: 'our own certificates',
  [`${api}/platform/tls/index.ts`]: 'our own addresses',
  'apps/csr-console/src/features/administration/branding/BrandingHistory.vue': 'names of our own parts',
  'libs/session-client/src/browser/session-storage.ts': 'keys of our own',
  'apps/csr-console/src/features/administration/settings/SettingControl.vue':
    'what its reader has typed there, cut at line ends',
  'apps/customer-portal/src/features/join/NumberField.vue': 'what its reader has typed there, cut to nine digits',
  'apps/customer-portal/src/features/session/room/use-bubble.ts': 'a message, with one way through it',
  'libs/media/src/media-room.ts': 'small packets of the media room, decoded once',
  'libs/session-client/src/browser/detect-device.ts': "its reader's own browser",
};
