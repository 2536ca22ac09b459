import { LIMITS, ROLES } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { CHOOSE, DISABLE, INVITE, ME, PASSWORD, SIGN_IN, somebody, staffAccounts } from './staff-accounts.js';
import { startTestApi, type TestApi } from './test-api.js';
const CHANGE = 'mutation($i: ChangeUserInput!) { changeUser(input: $i) { id name } }';
const SEND = 'mutation($id: ID!) { sendUserLink(id: $id) { member { id } } }';
const WITHDRAW = 'mutation($id: ID!) { withdrawUser(id: $id) }';
const LINK = 'query($t: String!) { staffLink(token: $t) { name email isKnown } }';
const USERS =
  'query($s: String!, $f: Int!, $a: String) { users(search: $s, first: $f, after: $a) { edges { node { email name role { id } state mayChange isSelf } } pageInfo { endCursor hasNextPage } } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUSTED_PROXIES: '127.0.0.1,::1' });
});
afterAll(() => api.stop());

const { invite, staffWithId } = staffAccounts(() => api);
/** The sign-in of a new account, which joined by a link. */
async function come(token: string): Promise<ApiUser> {
  const user = api.stranger();
  user.actor = 'staff';
  await user.ask(CHOOSE, { i: { token, password: PASSWORD } });
  return user;
}
const mailsTo = async (email: string) =>
  (await api.owner.ask('query { caughtMails(first: 100) { to subject text } }')).caughtMails.filter(
    ({ to }: { to: string }) => to.includes(email),
  ) as { subject: string; text: string }[];

describe('an invitation to the console', () => {
  it('is mailed in the person’s language, and its link sets a password and signs in', async () => {
    const { email, id } = await invite({ name: '이하은', locale: 'ko' });
    const [mail] = await mailsTo(email.toLowerCase());
    expect(mail!.subject).toBe('Acme 지원 콘솔 초대');
    expect(mail!.text).toContain('이하은 님, 안녕하세요.');
    const token = /\/console\/welcome\/([\w-]{43})/.exec(mail!.text)![1]!;
    expect((await api.stranger().ask(LINK, { t: token })).staffLink).toEqual({
      name: '이하은',
      email: email.toLowerCase(),
      isKnown: false,
    });
    const user = await come(token);
    expect((await user.ask(ME)).me).toMatchObject({ id, name: '이하은' });
    const again = api.stranger();
    again.actor = 'staff';
    expect(await again.refusal(SIGN_IN, { i: { email, password: PASSWORD } })).toBeNull();
  });

  it('works once, also for two people at the same time, and for a week at most', async () => {
    const { token } = await invite();
    const both = await Promise.all(
      [1, 2].map(() => api.stranger().refusal(CHOOSE, { i: { token, password: PASSWORD } })),
    );
    expect(both.sort()).toEqual([null, 'STAFF_LINK_OVER'].sort());
    expect(await api.stranger().refusal(LINK, { t: token })).toBe('STAFF_LINK_OVER');
    const late = await invite();
    api.clock.turn(LIMITS.staffInvitationLife + 1000);
    expect(await api.stranger().refusal(CHOOSE, { i: { token: late.token, password: PASSWORD } })).toBe(
      'STAFF_LINK_OVER',
    );
    await api.owner.ask(SIGN_IN, { i: { email: api.email, password: api.password } });
  });

  it('is replaced when it is sent again, and deleted when it is withdrawn', async () => {
    const { id, token, email } = await invite();
    await api.owner.ask(SEND, { id });
    expect(await api.stranger().refusal(LINK, { t: token })).toBe('STAFF_LINK_OVER');
    expect(await mailsTo(email.toLowerCase())).toHaveLength(1); // the first one was deleted with its link
    await api.owner.ask(WITHDRAW, { id });
    expect(await api.owner.refusal(SEND, { id })).toBe('NOT_FOUND');
    expect(await api.owner.refusal(INVITE, { i: somebody({ email }) })).toBeNull();
  });

  it('is refused for an address that is taken, in any case, and for a weak password', async () => {
    const { email, token } = await invite();
    expect(await api.owner.refusal(INVITE, { i: somebody({ email: email.toUpperCase() }) })).toBe('EMAIL_TAKEN');
    expect(await api.stranger().refusal(CHOOSE, { i: { token, password: 'short' } })).toBe('PASSWORD_TOO_WEAK');
    expect(await api.stranger().refusal(CHOOSE, { i: { token, password: PASSWORD } })).toBeNull();
  });

  it('gives nobody access before its password is chosen', async () => {
    const { email } = await invite();
    for (const password of ['', ' ', PASSWORD])
      expect(await api.stranger().refusal(SIGN_IN, { i: { email, password } })).not.toBeNull();
  });

  it('does not affect an existing account, which cannot be withdrawn', async () => {
    const { id } = await staffWithId('CSR');
    await api.prisma.user.update({ where: { id }, data: { firstSignInAt: new Date() } });
    expect(await api.owner.refusal(WITHDRAW, { id })).toBe('ALREADY_ANSWERED');
  });
});

describe('a site role', () => {
  it('is not assigned by an account that lacks its permissions', async () => {
    const administrator = await api.staff('ADMINISTRATOR');
    for (const role of ROLES)
      expect(await administrator.refusal(INVITE, { i: somebody({ roleId: role }) }), role).toBe(
        role === 'OWNER' ? 'ROLE_TOO_HIGH' : null,
      );
    const { roles } = await administrator.ask('query { roles { id isGrantable } }');
    expect(roles.filter(({ isGrantable }: { isGrantable: boolean }) => !isGrantable)).toEqual([
      { id: 'OWNER', isGrantable: false },
    ]);
  });

  it('is not taken away by an account with fewer permissions', async () => {
    const administrator = await api.staff('ADMINISTRATOR');
    const owner = await staffWithId('OWNER');
    expect(await administrator.refusal(CHANGE, { i: { id: owner.id, roleId: 'CSR' } })).toBe('ROLE_TOO_HIGH');
    expect(await administrator.refusal(CHANGE, { i: { id: owner.id, name: 'Nobody' } })).toBe('ROLE_TOO_HIGH');
    expect(await administrator.refusal(DISABLE, { id: owner.id })).toBe('ROLE_TOO_HIGH');
    expect(await administrator.refusal(SEND, { id: owner.id })).toBe('ROLE_TOO_HIGH');
  });

  it('cannot be given up by an account that would lock itself out', async () => {
    const { user, id } = await staffWithId('ADMINISTRATOR');
    for (const role of ['CSR', 'READ_ONLY_ADMINISTRATOR', 'SUPERVISOR'])
      expect(await user.refusal(CHANGE, { i: { id, roleId: role } })).toBe('LOCKS_YOU_OUT');
    expect(await user.refusal(DISABLE, { id })).toBe('LOCKS_YOU_OUT');
    expect((await user.ask(ME)).me.permissions).toContain('users.manage');
  });

  it('takes effect with the next request, and fewer permissions sign the account out', async () => {
    const { user, id } = await staffWithId('CSR');
    await api.owner.ask(CHANGE, { i: { id, roleId: 'SUPERVISOR' } });
    expect((await user.ask(ME)).me.permissions).toContain('sessions.listAll');
    await api.owner.ask(CHANGE, { i: { id, roleId: 'AUDITOR' } });
    expect((await user.ask(ME)).me).toBeNull();
  });
});

describe('the last owner', () => {
  it('is neither disabled nor given another role, even if owners are invited', async () => {
    await api.prisma.user.updateMany({
      where: { role: 'OWNER', email: { not: api.email } },
      data: { disabledAt: new Date() },
    });
    await invite({ roleId: 'OWNER' });
    const { me } = await api.owner.ask(ME);
    expect(await api.owner.refusal(DISABLE, { id: me.id })).toBe('LAST_OWNER');
    expect(await api.owner.refusal(CHANGE, { i: { id: me.id, roleId: 'ADMINISTRATOR' } })).toBe('LAST_OWNER');
  });

  it('remains when two owners disable each other at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      await api.prisma.user.updateMany({ where: { role: 'OWNER' }, data: { disabledAt: new Date() } });
      const [one, two] = [await staffWithId('OWNER'), await staffWithId('OWNER')];
      const codes = await Promise.all([
        one.user.refusal(DISABLE, { id: two.id }),
        two.user.refusal(DISABLE, { id: one.id }),
      ]);
      expect(codes.filter((code) => code === null)).toHaveLength(1);
      const left = await api.prisma.user.count({ where: { role: 'OWNER', disabledAt: null } });
      expect(left).toBe(1);
    }
    await api.prisma.user.updateMany({ where: { email: api.email }, data: { disabledAt: null } });
  });
});

describe('a forgotten password', () => {
  const FORGOT = 'mutation($i: ForgotPasswordInput!) { forgotPassword(input: $i) }';
  let host = 0;
  const client = () => {
    const user = api.stranger();
    user.forwardedFor = `198.51.100.${++host}`;
    return user;
  };

  it('is replaced by a mailed link that is valid for an hour and ends every other sign-in', async () => {
    const { email, token } = await invite();
    const before = await come(token);
    await client().ask(FORGOT, { i: { email } });
    const link = async () =>
      (await mailsTo(email.toLowerCase())).find(({ subject }) => subject.includes('Reset your password'));
    await expect.poll(link).toBeDefined();
    const next = /\/welcome\/([\w-]{43})/.exec((await link())!.text)![1]!;
    const after = await come(next);
    expect((await before.ask(ME)).me).toBeNull();
    expect((await after.ask(ME)).me).not.toBeNull();
  });

  it('gets the same answer for an unknown address, and a limited number of mails', async () => {
    const email = 'ghost@example.org';
    for (let i = 0; i < LIMITS.passwordLinksPerHour; i++)
      expect(await client().refusal(FORGOT, { i: { email } })).toBeNull();
    expect(await client().refusal(FORGOT, { i: { email } })).toBe('TOO_MANY_REQUESTS');
    expect(await mailsTo(email)).toEqual([]);
  });
});

describe('the list of users', () => {
  it('can be searched by name and address, is paged, and says which accounts may be changed', async () => {
    for (const [i, name] of ['나다래', '가나다', '나가다'].entries())
      await invite({ name, email: `listed${i}@example.org` });
    const { users: all } = await api.owner.ask(USERS, { s: 'LISTED', f: 50, a: null });
    expect(all.edges.map(({ node }: any) => node.name)).toEqual(['가나다', '나가다', '나다래']);
    const { users: first } = await api.owner.ask(USERS, { s: 'listed', f: 2, a: null });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const { users: second } = await api.owner.ask(USERS, { s: 'listed', f: 2, a: first.pageInfo.endCursor });
    expect(second.edges.map(({ node }: any) => node.name)).toEqual(['나다래']);
    const reader = await api.staff('READ_ONLY_ADMINISTRATOR');
    const { users } = await reader.ask(USERS, { s: '가나다', f: 50, a: null });
    expect(users.edges[0].node).toMatchObject({ state: 'INVITED', mayChange: false });
    expect(await api.owner.refusal(USERS, { s: '', f: 5, a: 'bm9uc2Vuc2U' })).toBe('BAD_INPUT');
  });
});
