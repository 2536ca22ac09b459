import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LIMITS } from '@tandem/domain';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../src/features/administration/staff/read-csv.js';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const IMPORT =
  'mutation($i: ImportUsersInput!) { importUsers(input: $i) { encoding rows { line email name role { id } locale problems } } }';

/** Files that real programs produced. */
const input = (name: string) => readFileSync(path.join(import.meta.dirname, 'people-files', name));

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

interface Row {
  line: number;
  email: string;
  name: string;
  role: { id: string } | null;
  problems: string[];
}
const ask = (file: Buffer | string, isDryRun = true) => ({
  i: { file: Buffer.from(file).toString('base64'), isDryRun },
});
const read = async (file: Buffer | string, by: ApiUser = api.owner): Promise<Row[]> =>
  (await by.ask(IMPORT, ask(file))).importUsers.rows;
const problemsOf = async (line: string) => (await read(`email,name,role,language\n${line}\n`))[0]!.problems;
const count = () => api.prisma.user.count();

// "메일,이름,역할\r\nhaeun@example.org,이하은,지원 담당자" as Excel writes it on Korean Windows
const EUC_KR = Buffer.from(
  'b8dec0cf2cc0ccb8a72cbfaac7d20d0a686165756e406578616d706c652e6f72672cc0ccc7cfc0ba2cc1f6bff820b4e3b4e7c0da',
  'hex',
);

describe('an imported file of new accounts', () => {
  it('is first only previewed: no account is created and no mail is sent', async () => {
    const before = await count();
    expect(await read('email,name,role\na@example.org,Ann,CSR\n')).toMatchObject([
      { line: 2, email: 'a@example.org', name: 'Ann', role: { id: 'CSR' }, problems: [] },
    ]);
    expect(await count()).toBe(before);
    expect((await api.owner.ask('query { caughtMails { id } }')).caughtMails).toEqual([]);
  });

  it('invites the people of valid lines by mail, and leaves the others out', async () => {
    const file = 'email,name,role\nbo@example.org,Bo,supervisor\nnot an address,Cy,CSR\ndi@example.org,Di,\n';
    const rows: Row[] = (await api.owner.ask(IMPORT, ask(file, false))).importUsers.rows;
    expect(rows.map(({ line, problems }) => [line, problems])).toEqual([
      [2, []],
      [3, ['EMAIL_INVALID']],
      [4, []],
    ]);
    const made = await api.prisma.user.findMany({ where: { email: { in: ['bo@example.org', 'di@example.org'] } } });
    expect(made.map(({ role }) => role).sort()).toEqual(['CSR', 'SUPERVISOR']);
    await expect.poll(async () => (await api.owner.ask('query { caughtMails { to } }')).caughtMails.length).toBe(2);
  });

  it.each([
    ['with a byte-order mark', Buffer.from('\uFEFF메일,이름,역할\nhaeun@example.org,이하은,지원 담당자\n')],
    [
      'in UTF-16 with tabs',
      Buffer.from('\uFEFF메일\t이름\t역할\r\nhaeun@example.org\t이하은\t지원 담당자\r\n', 'utf16le'),
    ],
    ['in EUC-KR', EUC_KR],
    ['with semicolons and quotes', '"E-Mail";"Name";"Role"\n"haeun@example.org";"이하은";"csr"'],
  ])('is read %s', async (_how, file) => {
    expect(await read(file)).toMatchObject([
      { line: 2, email: 'haeun@example.org', name: '이하은', role: { id: 'CSR' }, problems: [] },
    ]);
  });

  it('has errors with the line number in the file, also after empty lines and cells of several lines', async () => {
    const rows = await read('email,name\n\na@example.org,"An\nn"\n\nb@example.org,Bo\n');
    expect(rows.map(({ line, problems }) => [line, problems])).toEqual([
      [3, ['NAME_INVALID']],
      [6, []],
    ]);
  });

  it.each(['=cmd|calc!A1', '+1+1', '@SUM(1)', '-2+3', '\u200b=1+1'])(
    'refuses %s in a cell that is stored, and ignores it in others',
    async (cell) => {
      expect(await problemsOf(`f@example.org,"${cell}",CSR,`)).toContain('FORMULA');
      expect(await problemsOf(`f@example.org,Name,CSR,,"${cell}"`)).toEqual([]);
    },
  );

  it.each(['phone-column.csv', 'dash-for-empty.csv', 'zero-width.csv', 'direction-marks.csv', 'sep-line.csv'])(
    'as %s is read completely',
    async (name) => {
      const rows = await read(input(name));
      expect(rows.map(({ problems }) => problems).flat()).toEqual([]);
      expect(rows[0]!.email).toBe('kim@corp.example');
      expect(rows[0]!.name).toMatch(/^Kim( Hana)?$/);
    },
  );

  it.each([
    ['cp949-seolmui.csv', 'CP949', ['김설믜', '이두리']],
    ['cp949-ttom.csv', 'CP949', ['똠방', '이두리']],
    ['western-asa.csv', 'WINDOWS_1252', ['Åsa']],
    ['western-obrien.csv', 'WINDOWS_1252', ['O’Brien']],
    ['mac-cr-only.csv', 'UTF_8', ['김하나', '이두리']],
    ['mixed-line-ends.csv', 'UTF_8', ['Kim', 'Lee']],
    ['nfd-headings.csv', 'UTF_8', ['김하나']],
  ])('%s is read as %s, with every character', async (name, encoding, names) => {
    const { importUsers } = await api.owner.ask(IMPORT, ask(input(name)));
    expect(importUsers.encoding).toBe(encoding);
    expect(importUsers.rows).toMatchObject(names.map((each) => ({ name: each, problems: [] })));
  });

  it('is read with every Hangul syllable that Windows encodes', async () => {
    const syllables = Array.from({ length: 11_172 }, (_, i) => String.fromCharCode(0xac00 + i));
    const names = Array.from({ length: 187 }, (_, i) => syllables.slice(i * 60, (i + 1) * 60).join(''));
    const lines = names.map((name, i) => `p${i}@example.org,${name}`).join('\r\n');
    const rows = await read(iconv.encode(`메일,이름\r\n${lines}`, 'cp949'));
    expect(rows.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['WINDOWS_1252', 'José Müller'],
    ['WINDOWS_1252', 'Ørsted “Bo” Ünal'],
    ['CP949', '쨰 펲 뷁'],
    ['CP949', 'Kim 하나'],
    ['UTF_16LE', '김하나'],
    ['UTF_16BE', '김하나'],
  ])('is recognised as %s without a byte order mark', async (encoding, name) => {
    const file = iconv.encode(
      `email,name\na@example.org,${name}\n`,
      encoding.replace('_', '-').replace('WINDOWS-', 'win'),
    );
    const { importUsers } = await api.owner.ask(IMPORT, ask(file));
    expect(importUsers).toMatchObject({ encoding, rows: [{ name, problems: [] }] });
  });

  it('is read in another encoding on request', async () => {
    const file = iconv.encode('email,name\na@example.org,山田太郎\n', 'shift_jis');
    const i = { ...ask(file).i, encoding: 'SHIFT_JIS' };
    expect((await api.owner.ask(IMPORT, { i })).importUsers).toMatchObject({
      encoding: 'SHIFT_JIS',
      rows: [{ name: '山田太郎', problems: [] }],
    });
  });

  it('with one broken character leaves out that person only', async () => {
    const { importUsers } = await api.owner.ask(IMPORT, ask(input('utf8-one-bad-byte.csv')));
    expect(importUsers.encoding).toBe('UTF_8');
    expect(importUsers.rows).toMatchObject([
      { name: '김하나', problems: [] },
      { email: 'lee@corp.example', problems: ['LETTERS_LOST'] },
    ]);
  });

  it.each([
    'E-mail Address,Name',
    'Email Address [Required],First Name [Required],Last Name [Required]',
    'User principal name,Display name',
    '이메일 주소,성명',
    '전자우편,이름(한글)',
    'MAIL,  NAME ',
  ])('has columns that are found by %s', async (head) => {
    const cells = head.includes('First') ? 'a@example.org,Kim,Hana' : 'a@example.org,Kim Hana';
    expect(await read(`${head}\n${cells}\n`)).toMatchObject([
      { email: 'a@example.org', name: 'Kim Hana', problems: [] },
    ]);
  });

  it.each([
    ['html-table.xls', 'WEB_PAGE'],
    ['password-protected.xlsx', 'WORKBOOK'],
  ])('%s is refused with the advice to save it as CSV', async (name, reason) => {
    expect(await api.owner.failure(IMPORT, ask(input(name)))).toMatchObject({
      code: 'IMPORT_UNREADABLE',
      params: { reason },
    });
  });

  it('without the needed columns is refused with the columns that were found and the encoding', async () => {
    expect(await api.owner.failure(IMPORT, ask('사번,성별\n1,2\n'))).toMatchObject({
      code: 'IMPORT_UNREADABLE',
      params: { reason: 'NO_COLUMNS', encoding: 'UTF_8', found: '사번, 성별' },
    });
  });

  it.each(['"', '"\n', 'a"', ',"', '=', '\n'])('full of %j is read in time that grows linearly', async (sign) => {
    const spent = async (bytes: number) => {
      const from = process.cpuUsage();
      parseCsv(`email,name\n${sign.repeat(bytes / sign.length)}`, LIMITS.importRows + 2);
      return process.cpuUsage(from).user;
    };
    await spent(LIMITS.importBytes);
    expect(await spent(LIMITS.importBytes)).toBeLessThan(1_000_000);
  });

  it.each([
    ['an address twice', 'e@example.org,A,CSR,\nE@Example.org,B,CSR,', 'EMAIL_TWICE'],
    ['an unknown role', 'e@example.org,A,KING,', 'ROLE_UNKNOWN'],
    ['an unknown language', 'e@example.org,A,CSR,Klingon', 'LANGUAGE_UNKNOWN'],
    ['a person without a name', 'e@example.org,,CSR,', 'NAME_INVALID'],
    ['a name that is too long', `e@example.org,${'x'.repeat(81)},CSR,`, 'NAME_INVALID'],
    ['an address with a second one', '"a@example.org, b@evil.example",A,CSR,', 'EMAIL_INVALID'],
  ])('refuses %s', async (_what, lines, problem) => {
    const rows = await read(`email,name,role,language\n${lines}\n`);
    expect(rows.at(-1)!.problems).toEqual([problem]);
  });

  it('refuses people who have an account, and a role with more permissions than the importing account’s', async () => {
    expect(await problemsOf(`${api.email},Somebody,CSR,`)).toContain('EMAIL_TAKEN');
    const administrator = await api.staff('ADMINISTRATOR');
    const rows = await read('email,name,role\no@example.org,O,소유자\np@example.org,P,관리자\n', administrator);
    expect(rows.map(({ problems }) => problems)).toEqual([['ROLE_TOO_HIGH'], []]);
  });

  it.each([
    ['binary', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10])],
    ['without a column of addresses', 'name,role\nAnn,CSR\n'],
    ['with a quote that is never closed', 'email,name\n"a@example.org,Ann\n'],
    ['empty', ''],
  ])('is refused as a whole when it is %s', async (_what, file) => {
    expect(await api.owner.refusal(IMPORT, ask(file))).toBe('IMPORT_UNREADABLE');
  });

  it('is refused when it has more lines than the maximum', async () => {
    const line = (i: number) => `p${i}@example.org,P\n`;
    const lines = Array.from({ length: LIMITS.importRows + 1 }, (_, i) => line(i)).join('');
    expect(await api.owner.failure(IMPORT, ask(`email,name\n${lines}`))).toMatchObject({
      code: 'IMPORT_TOO_LARGE',
      params: { rows: LIMITS.importRows },
    });
    expect(await api.owner.refusal(IMPORT, ask(Buffer.alloc(LIMITS.importBytes + 1, 'a')))).toBe('IMPORT_TOO_LARGE');
  });
});
