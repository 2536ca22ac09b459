import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteUpdate } from './note-update.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { text } }';
const START = 'mutation($i: StartSessionInput) { startSession(input: $i) { id number trackingCode } }';
const INVITE = 'mutation($i: InviteUserInput!) { inviteUser(input: $i) { member { email name } url } }';
const USERS = 'query($s: String!) { users(search: $s) { edges { node { name } } } }';
const SIGN_IN = 'mutation($i: SignInInput!) { signIn(input: $i) { id } }';
const NFD = '박지훈'.normalize('NFD');

async function sent(text: string): Promise<string> {
  const { id, number } = await api.startSession();
  const customer = await api.customer(number);
  const i = { sessionId: id, clientId: 'c', audience: 'EVERYONE', text };
  return (await customer.ask(SEND, { i })).sendChatMessage.text;
}

describe('a chat message', () => {
  it.each([
    ['\u202d010-1234-5678\u202c', '010-1234-5678'],
    ['\u2068Kim\u2069 wrote\u000bthis\u2028and\fthis', 'Kim wrote\nthis\nand\nthis'],
    ['\u001b[31mFAILED\u001b[0m\r\nsee log', 'FAILED\nsee log'],
    ['👨‍👩‍👧 می\u200cخواهم ❤️', '👨‍👩‍👧 می\u200cخواهم ❤️'],
    [NFD, '박지훈'],
  ])('%j arrives as %j', async (typed, kept) => expect(await sent(typed)).toBe(kept));

  it('without visible characters is empty', async () => {
    const { id, number } = await api.startSession();
    const customer = await api.customer(number);
    for (const text of ['\u202d\u202c', '\u200b', '\u3164', '\u2800'])
      expect(
        await customer.failure(SEND, { i: { sessionId: id, clientId: 'c', audience: 'EVERYONE', text } }),
      ).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'text', rule: 'REQUIRED' }] });
  });
});

describe('a note', () => {
  it('is stored without invisible characters that were pasted', async () => {
    const { id, csr } = await api.startSession();
    const save = 'mutation($i: SaveNoteInput!) { saveNote(input: $i) { body } }';
    const update = noteUpdate(`\u202d010-1234-5678\u202c\u000b${NFD}`);
    expect((await csr.ask(save, { i: { sessionId: id, update } })).saveNote.body).toBe('010-1234-5678\n박지훈');
  });
});

describe('a name', () => {
  it.each(['K\u200bim', 'K\u{e0041}im', '\u2068Kim\u2069', 'Kim\u3164', 'K\u00adim', '\u202eKim'])(
    '%j is Kim',
    async (name) => {
      const { id, number, csr } = await api.startSession();
      await api.customer(number, { name });
      const { session } = await csr.ask('query($id: ID!) { session(id: $id) { participants { name role } } }', { id });
      expect(session.participants).toContainEqual({ name: 'Kim', role: 'PRIMARY_CUSTOMER' });
    },
  );

  it('of a Mac is found in any Unicode form, for an account and for a customer', async () => {
    const i = { email: 'jihun@corp.example', name: NFD, roleId: 'CSR', locale: 'ko' };
    await api.owner.ask(INVITE, { i });
    const { number, csr } = await api.startSession();
    await api.customer(number, { name: NFD });
    for (const typed of ['박지', '박지'.normalize('NFD'), '\u2068박지\u2069']) {
      const { users } = await api.owner.ask(USERS, { s: typed });
      expect(users.edges).toEqual([{ node: { name: '박지훈' } }]);
      const list = 'query($s: String!) { sessions(filter: { search: $s }) { edges { node { number } } } }';
      expect((await csr.ask(list, { s: typed })).sessions.edges).toEqual([{ node: { number } }]);
    }
  });
});

describe('a search', () => {
  // each is found by the character itself, and does not match other characters
  it.each(['%', '_', '\\', '50%', 'a_b', '\\%', '%%'])('treats %j as plain text', async (typed) => {
    const [name, code] = [`Dr. ${typed} Who`, `c-${typed}-1`];
    const csr = await api.staff('CSR');
    const { startSession: byCode } = await csr.ask(START, { i: { trackingCode: code } });
    const { startSession: byName } = await csr.ask(START, { i: { trackingCode: 'axb-501' } });
    await api.customer(byName.number, { name });
    await csr.ask(START, { i: { trackingCode: 'c-a501-1' } });
    const list = 'query($s: String!) { sessions(filter: { search: $s, mine: true }) { edges { node { number } } } }';
    const { sessions } = await csr.ask(list, { s: typed });
    const numbers = sessions.edges.map(({ node }: { node: { number: string } }) => node.number);
    expect(numbers.sort()).toEqual([byCode.number, byName.number].sort());
    const i = { email: `who${Math.trunc(Number(byCode.number))}@corp.example`, name, roleId: 'CSR', locale: 'ko' };
    await api.owner.ask(INVITE, { i });
    const found = (await api.owner.ask(USERS, { s: typed })).users.edges as { node: { name: string } }[];
    expect(found.map(({ node }) => node.name)).toContain(name);
    expect(found.filter(({ node }) => !node.name.includes(typed))).toEqual([]);
  });
});

describe('a tracking code', () => {
  it('is stored as it is displayed, and reports are found by it in any copied form', async () => {
    const csr = await api.staff('CSR');
    const { startSession } = await csr.ask(START, { i: { trackingCode: `\u202d사건-1207\u202c`.normalize('NFD') } });
    expect(startSession.trackingCode).toBe('사건-1207');
    const find = 'query($c: String!) { sessionReports(filter: { trackingCode: $c }) { edges { node { sessionId } } } }';
    await api.reportsAreCounted();
    for (const typed of ['사건-1207', '사건-1207'.normalize('NFD'), '\u200b사건-1207']) {
      const found = async () => (await csr.ask(find, { c: typed })).sessionReports.edges;
      await expect.poll(found).toEqual([{ node: { sessionId: startSession.id } }]);
    }
  });
});

describe('a mail address', () => {
  it.each(['\u200b', '\u00ad', '\u2060', '\u200d', '\ufeff', '\u202a', '\u200e'])(
    'with %j before it is stored without it',
    async (mark) => {
      const visible = `kim${mark.codePointAt(0)}@corp.example`;
      const i = { email: `${mark}${visible}`, name: 'Kim', roleId: 'CSR', locale: 'ko' };
      const { inviteUser } = await api.owner.ask(INVITE, { i });
      expect(inviteUser.member.email).toBe(visible);
      expect(await api.owner.refusal(INVITE, { i: { ...i, email: visible } })).toBe('EMAIL_TAKEN');
      const choose = 'mutation($i: ChoosePasswordInput!) { choosePassword(input: $i) { id } }';
      const token = inviteUser.url.split('/').at(-1);
      await api.stranger().ask(choose, { i: { token, password: 'a blue kettle sings' } });
      for (const typed of [visible, `${visible}${mark}`])
        await api.stranger().ask(SIGN_IN, { i: { email: typed, password: 'a blue kettle sings' } });
    },
  );
});

describe('a setting', () => {
  it('is stored without invisible characters', async () => {
    await api.setting('sessionTypes', ['\u202dPrinter\u202c', 'Prin\u200bter', NFD]);
    const { settings } = await api.owner.ask('query { settings { key value } }');
    expect(settings.find(({ key }: { key: string }) => key === 'sessionTypes').value).toEqual(['Printer', '박지훈']);
  });
});
