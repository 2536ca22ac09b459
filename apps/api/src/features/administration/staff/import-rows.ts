import { isEmail } from 'class-validator';
import { accountAddressFrom, lineFrom, LIMITS, LOCALES, mayGrant, type Locale, type Permission } from '@tandem/domain';
import { ruleBroken } from '../../../platform/graphql/index.js';
import { roleNamed, type SiteRole } from '../../site/roles/index.js';
import type { Cells } from './import-columns.js';
import type { NewUser } from './invite-user.js';
import type { CsvRow } from './read-csv.js';

const LOST = '\ufffd';

/** Errors of a row. */
export const IMPORT_PROBLEMS = [
  'EMAIL_INVALID',
  'EMAIL_TWICE',
  'EMAIL_TAKEN',
  'NAME_INVALID',
  'ROLE_UNKNOWN',
  'ROLE_TOO_HIGH',
  'LANGUAGE_UNKNOWN',
  'FORMULA',
  /** Bytes that are invalid in the detected encoding. */
  'LETTERS_LOST',
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

const LANGUAGES: Record<string, Locale> = { 한국어: 'ko', korean: 'ko', 영어: 'en', english: 'en' };

/**
 * Spreadsheets execute a cell that starts like this (CSV injection). No name or address does; an international phone
 * number does.
 */
const FORMULA = /^[=+\-@](?!$)(?!(?<=\+)[\d\s()-]*$)/;
/** Placeholders for an empty cell. */
const NOTHING = /^[-–—]$/;

const localeOf = (text: string, fallback: Locale): Locale | null =>
  text ? (LOCALES.find((locale) => locale === text.toLowerCase()) ?? LANGUAGES[text.toLowerCase()] ?? null) : fallback;

interface Rules {
  columns: (row: CsvRow) => Cells;
  /** Addresses that existing accounts use. */
  taken: ReadonlySet<string>;
  permissions: readonly Permission[];
  /** Of the site. */
  roles: readonly SiteRole[];
  locale: Locale;
}

/** Parses every row as a person, and reports its errors. */
export function readRows(rows: CsvRow[], { columns, taken, permissions, roles, locale }: Rules): ImportedRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const read = columns(row);
    const stored = Object.values(read);
    const email = accountAddressFrom(read.email);
    const name = lineFrom(read.name).replace(NOTHING, '');
    const role = roleNamed(roles, lineFrom(read.role).replace(NOTHING, '') || 'CSR');
    const language = localeOf(lineFrom(read.locale).replace(NOTHING, ''), locale);
    const wrong: Record<ImportProblem, boolean> = {
      LETTERS_LOST: stored.some((cell) => cell.includes(LOST)),
      FORMULA: stored.some((cell) => FORMULA.test(lineFrom(cell))),
      EMAIL_INVALID: !isEmail(email) || email.length > LIMITS.email,
      EMAIL_TWICE: seen.has(email),
      EMAIL_TAKEN: taken.has(email),
      NAME_INVALID: ruleBroken(name, { min: 1, max: LIMITS.personName, isLine: true }) !== null,
      ROLE_UNKNOWN: role === null,
      ROLE_TOO_HIGH: role !== null && !mayGrant(permissions, role.permissions),
      LANGUAGE_UNKNOWN: language === null,
    };
    const { line } = row;
    seen.add(email);
    return { line, email, name, role, locale: language, problems: IMPORT_PROBLEMS.filter((problem) => wrong[problem]) };
  });
}

export const toNewUsers = (rows: ImportedRow[]): NewUser[] =>
  rows
    .filter(({ problems }) => problems.length === 0)
    .map(({ email, name, role, locale }) => ({ email, name, roleId: role!.id, locale: locale! }));
