import { lineFrom } from '@tandem/domain';
import type { CsvRow } from './read-csv.js';

/**
 * Headings as spreadsheets, directories and people write them: lower case, without blanks, dashes and text in brackets.
 */
const HEADINGS = {
  email: [
    ...['email', 'mail', 'emailaddress', 'mailaddress', 'emailid', 'workemail', 'primaryemail', 'primaryemailaddress'],
    ...[
      'userprincipalname',
      '메일',
      '이메일',
      '메일주소',
      '이메일주소',
      '전자우편',
      '전자메일',
      '회사메일',
      '회사이메일',
    ],
  ],
  name: [
    ...[
      'name',
      'fullname',
      'displayname',
      'username',
      'person',
      '이름',
      '성명',
      '성함',
      '사용자',
      '사용자이름',
      '사용자명',
    ],
    ...['표시이름', '직원이름', '직원명'],
  ],
  firstName: ['firstname', 'givenname'],
  lastName: ['lastname', 'surname', 'familyname'],
  role: ['role', 'rolename', '역할', '권한', '직책'],
  locale: ['language', 'locale', 'preferredlanguage', '언어', '사용언어'],
} as const;
type Heading = keyof typeof HEADINGS;
export type Cells = Record<'email' | 'name' | 'role' | 'locale', string>;

const plain = (heading: string): string =>
  lineFrom(heading)
    .toLowerCase()
    .replace(/\[[^[\]]*\]|\([^()]*\)|（[^（）]*）/g, '')
    .replace(/[\s\-_.*:]+/g, '');

/** Maps the cells of a row to a person; null without a column of addresses and one of names. */
export function columnsOf(head: CsvRow | undefined): ((row: CsvRow) => Cells) | null {
  const names = (head?.cells ?? []).map(plain);
  const at = (heading: Heading) => names.findIndex((name) => (HEADINGS[heading] as readonly string[]).includes(name));
  const places = Object.fromEntries((Object.keys(HEADINGS) as Heading[]).map((each) => [each, at(each)]));
  const hasName = places.name! >= 0 || (places.firstName! >= 0 && places.lastName! >= 0);
  if (places.email! < 0 || !hasName) return null;
  return ({ cells }) => {
    const cell = (heading: Heading) => cells[places[heading]!] ?? '';
    const name = places.name! >= 0 ? cell('name') : `${cell('firstName')} ${cell('lastName')}`;
    return { email: cell('email'), name, role: cell('role'), locale: cell('locale') };
  };
}
