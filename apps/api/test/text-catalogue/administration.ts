import { LIMITS } from '@tandem/domain';
import { toHostName } from '../../src/features/administration/addresses/host-name.js';
import { readRows } from '../../src/features/administration/staff/import-rows.js';
import { decode, encodingOf, otherKind } from '../../src/features/administration/staff/decode-text.js';
import { columnsOf } from '../../src/features/administration/staff/import-columns.js';
import { parseCsv } from '../../src/features/administration/staff/read-csv.js';
import { variableInUrl } from '../../src/features/administration/templates/variable-in-url.js';
import { assertWording, composeMail } from '../../src/features/administration/templates/compose-mail.js';
import { after, over, quietly, type Work } from './shapes.js';

const features = 'apps/api/src/features';
const look = { accent: '#000000', onAccent: '#ffffff', font: 'serif', logoUrl: null, siteName: 'Acme' };
const columns = columnsOf({ line: 1, cells: ['email', 'name', 'role', 'language'] })!;
const people = { columns, taken: new Set<string>(), permissions: [], roles: [] };

export const ADMINISTRATION: Work[] = [
  {
    file: `${features}/administration/addresses/host-name.ts`,
    name: 'toHostName',
    most: LIMITS.handle,
    run: toHostName,
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
    file: `${features}/administration/templates/variable-in-url.ts`,
    name: 'variableInUrl',
    most: LIMITS.mailBody,
    run: (body) => variableInUrl(body),
    shapes: { links: over('{link}'), 'words in braces': over('1.{a} '), 'one word': over('1.1.1.{a}') },
  },
  {
    file: `${features}/administration/templates/compose-mail.ts`,
    name: 'assertWording',
    most: LIMITS.mailBody,
    run: (body) => quietly(() => assertWording('PASSWORD_LINK', { subject: body, body, button: body })),
  },
];
