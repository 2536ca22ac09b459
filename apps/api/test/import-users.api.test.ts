import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const IMPORT =
  'mutation($i: ImportUsersInput!) { importUsers(input: $i) { line email name role { id } locale problems } }';

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
  (await by.ask(IMPORT, ask(file))).importUsers;
const problemsOf = async (line: string) => (await read(`email,name,role,language\n${line}\n`))[0]!.problems;
const count = () => api.prisma.user.count();

// "메일,이름,역할\r\nhaeun@example.org,이하은,지원 담당자" as Excel writes it on Korean Windows
const EUC_KR = Buffer.from(
  'b8dec0cf2cc0ccb8a72cbfaac7d20d0a686165756e406578616d706c652e6f72672cc0ccc7cfc0ba2cc1f6bff820b4e3b4e7c0da',
  'hex',
);

describe('a file of new members of staff', () => {
  it('is only looked at first: nobody is made and no mail is sent', async () => {
    const before = await count();
    expect(await read('email,name,role\na@example.org,Ann,CSR\n')).toMatchObject([
      { line: 2, email: 'a@example.org', name: 'Ann', role: { id: 'CSR' }, problems: [] },
    ]);
    expect(await count()).toBe(before);
    expect((await api.owner.ask('query { caughtMails { id } }')).caughtMails).toEqual([]);
  });

  it('invites whose lines are right, each by a mail, and leaves the others out', async () => {
    const file = 'email,name,role\nbo@example.org,Bo,supervisor\nnot an address,Cy,CSR\ndi@example.org,Di,\n';
    const rows: Row[] = (await api.owner.ask(IMPORT, ask(file, false))).importUsers;
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

  it('names a line by its number in the file, also behind empty lines and cells of several lines', async () => {
    const rows = await read('email,name\n\na@example.org,"An\nn"\n\nb@example.org,Bo\n');
    expect(rows.map(({ line, problems }) => [line, problems])).toEqual([
      [3, ['NAME_INVALID']],
      [6, []],
    ]);
  });

  it.each([
    ['a formula as a name', '=cmd|calc!A1', 'FORMULA'],
    ['a formula in a cell that nobody reads', '+1+1', 'FORMULA'],
  ])('refuses %s', async (_what, cell, problem) => {
    expect(await problemsOf(`f@example.org,"${cell}",CSR,`)).toContain(problem);
    expect(await problemsOf(`f@example.org,Name,CSR,,"${cell}"`)).toContain(problem);
  });

  it.each([
    ['an address twice', 'e@example.org,A,CSR,\nE@Example.org,B,CSR,', 'EMAIL_TWICE'],
    ['a role that is none', 'e@example.org,A,KING,', 'ROLE_UNKNOWN'],
    ['a language that is none', 'e@example.org,A,CSR,Klingon', 'LANGUAGE_UNKNOWN'],
    ['a person without a name', 'e@example.org,,CSR,', 'NAME_INVALID'],
    ['a name of a page', `e@example.org,${'x'.repeat(81)},CSR,`, 'NAME_INVALID'],
    ['an address with a second one', '"a@example.org, b@evil.example",A,CSR,', 'EMAIL_INVALID'],
  ])('refuses %s', async (_what, lines, problem) => {
    const rows = await read(`email,name,role,language\n${lines}\n`);
    expect(rows.at(-1)!.problems).toEqual([problem]);
  });

  it('refuses who is here already, and a role above that of who brings the file', async () => {
    expect(await problemsOf(`${api.email},Somebody,CSR,`)).toContain('EMAIL_TAKEN');
    const administrator = await api.staff('ADMINISTRATOR');
    const rows = await read('email,name,role\no@example.org,O,소유자\np@example.org,P,관리자\n', administrator);
    expect(rows.map(({ problems }) => problems)).toEqual([['ROLE_TOO_HIGH'], []]);
  });

  it.each([
    ['no text', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10])],
    ['without a column of addresses', 'name,role\nAnn,CSR\n'],
    ['with a quote that is never closed', 'email,name\n"a@example.org,Ann\n'],
    ['empty', ''],
  ])('is refused as a whole when it is %s', async (_what, file) => {
    expect(await api.owner.refusal(IMPORT, ask(file))).toBe('IMPORT_UNREADABLE');
  });

  it('is refused when it is larger than one may look through', async () => {
    const line = (i: number) => `p${i}@example.org,P\n`;
    const lines = Array.from({ length: LIMITS.importRows + 1 }, (_, i) => line(i)).join('');
    expect(await api.owner.failure(IMPORT, ask(`email,name\n${lines}`))).toMatchObject({
      code: 'IMPORT_TOO_LARGE',
      params: { rows: LIMITS.importRows },
    });
    expect(await api.owner.refusal(IMPORT, ask(Buffer.alloc(LIMITS.importBytes + 1, 'a')))).toBe('IMPORT_TOO_LARGE');
  });
});
