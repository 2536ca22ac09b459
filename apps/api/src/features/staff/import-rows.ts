import { isEmail } from 'class-validator';
import { LIMITS, LOCALES, mayGrant, type Locale, type Permission } from '@tandem/domain';
import { ruleBroken } from '../../platform/graphql/index.js';
import { roleNamed, type SiteRole } from '../roles/index.js';
import type { NewUser } from './invite-user.js';
import type { CsvRow } from './read-csv.js';

/** What can be wrong with a line. */
export const IMPORT_PROBLEMS = [
  'EMAIL_INVALID',
  'EMAIL_TWICE',
  'EMAIL_TAKEN',
  'NAME_INVALID',
  'ROLE_UNKNOWN',
  'ROLE_TOO_HIGH',
  'LANGUAGE_UNKNOWN',
  'FORMULA',
] as const;
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number];

export interface ImportedRow {
  line: number;
  email: string;
  name: string;
  role: SiteRole | null;
  locale: Locale | null;
  problems: ImportProblem[];
}

const COLUMNS = {
  email: ['email', 'e-mail', 'mail', '메일', '이메일', '메일 주소', '이메일 주소'],
  name: ['name', '이름', '성명'],
  role: ['role', '역할', '권한'],
  locale: ['language', 'locale', '언어'],
} as const;
type Column = keyof typeof COLUMNS;

const LANGUAGES: Record<string, Locale> = { 한국어: 'ko', korean: 'ko', 영어: 'en', english: 'en' };

/** Spreadsheets run a cell that begins like this. Nobody's name or address does. */
const FORMULA = /^[=+\-@\t\r]/;

/** Where each column stands; null without a column of addresses and one of names. */
export function columnsOf(head: CsvRow | undefined): Partial<Record<Column, number>> | null {
  const names = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const at = Object.entries(COLUMNS).map(([column, known]) => [
    column,
    names.findIndex((name) => (known as readonly string[]).includes(name)),
  ]);
  const columns = Object.fromEntries(at.filter(([, index]) => (index as number) >= 0)) as Partial<
    Record<Column, number>
  >;
  return columns.email === undefined || columns.name === undefined ? null : columns;
}

const localeOf = (text: string, fallback: Locale): Locale | null =>
  text ? (LOCALES.find((locale) => locale === text.toLowerCase()) ?? LANGUAGES[text.toLowerCase()] ?? null) : fallback;

interface Rules {
  columns: Partial<Record<Column, number>>;
  /** Addresses that somebody here has already. */
  taken: ReadonlySet<string>;
  permissions: readonly Permission[];
  /** Of the site. */
  roles: readonly SiteRole[];
  locale: Locale;
}

/** Reads every line as a person, and says what is wrong with it. */
export function readRows(rows: CsvRow[], { columns, taken, permissions, roles, locale }: Rules): ImportedRow[] {
  const seen = new Set<string>();
  return rows.map(({ line, cells }) => {
    const cell = (column: Column) => cells[columns[column] ?? -1] ?? '';
    const [email, name, role, language] = [
      cell('email').toLowerCase(),
      cell('name'),
      roleNamed(roles, cell('role') || 'CSR'),
      localeOf(cell('locale'), locale),
    ];
    const wrong: Record<ImportProblem, boolean> = {
      FORMULA: cells.some((each) => FORMULA.test(each)),
      EMAIL_INVALID: !isEmail(email) || email.length > LIMITS.email,
      EMAIL_TWICE: seen.has(email),
      EMAIL_TAKEN: taken.has(email),
      NAME_INVALID: ruleBroken(name, { min: 1, max: LIMITS.personName, isLine: true }) !== null,
      ROLE_UNKNOWN: role === null,
      ROLE_TOO_HIGH: role !== null && !mayGrant(permissions, role.permissions),
      LANGUAGE_UNKNOWN: language === null,
    };
    seen.add(email);
    return { line, email, name, role, locale: language, problems: IMPORT_PROBLEMS.filter((problem) => wrong[problem]) };
  });
}

export const toNewUsers = (rows: ImportedRow[]): NewUser[] =>
  rows
    .filter(({ problems }) => problems.length === 0)
    .map(({ email, name, role, locale }) => ({ email, name, roleId: role!.id, locale: locale! }));
