import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../tools/test/patience.mjs';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const SIGN_IN = 'mutation($i: SignInInput!) { signIn(input: $i) { id } }';
const CHANGE = 'mutation($i: ChangeMyAddressInput!) { changeMyAddress(input: $i) { email pendingEmail } }';
const OF_USER = 'mutation($i: ChangeUserAddressInput!) { changeUserAddress(input: $i) { email pendingEmail } }';
const CONFIRM = 'mutation($t: String!) { confirmAddress(token: $t) }';
const ME = 'query { me { id email pendingEmail isAddressMissing } }';
const FORGOT = 'mutation($i: ForgotPasswordInput!) { forgotPassword(input: $i) }';
const CHOOSE = 'mutation($i: ChoosePasswordInput!) { choosePassword(input: $i) { id } }';

let people = 0;
const fresh = () => `person${++people}@corp.example`;
interface Person {
  user: ApiUser;
  id: string;
  email: string;
}
async function person(api: TestApi, role = 'CSR'): Promise<Person> {
  const user = await api.staff(role);
  const { me } = await user.ask(ME);
  const email = fresh();
  await api.prisma.user.update({ where: { id: me.id }, data: { email, firstSignInAt: new Date() } });
  return { user, id: me.id, email };
}
async function signedIn(api: TestApi, email: string): Promise<ApiUser> {
  const user = Object.assign(api.stranger(), { actor: 'staff' });
  await user.ask(SIGN_IN, { i: { email, password: api.password } });
  return user;
}
let host = 0;
/** An account with an unused address. */
const client = (api: TestApi): ApiUser => Object.assign(api.stranger(), { forwardedFor: `10.0.${++host}.1` });
const mailsTo = (api: TestApi, address: string) =>
  api.prisma.outgoingMail.findMany({ where: { address }, orderBy: { createdAt: 'asc' } });
const tokenIn = (text: string | null) => /\/(?:address|welcome)\/([\w-]{43})/.exec(text ?? '')![1]!;

describe('without a mail server', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ TRUSTED_PROXIES: '127.0.0.1,::1' });
  });
  afterAll(() => api.stop());

  it('a new address of one’s own takes effect immediately, requires the password, and ends other sign-ins', async () => {
    const { user, email } = await person(api);
    const elsewhere = await signedIn(api, email);
    const next = fresh();
    expect(await user.refusal(CHANGE, { i: { email: next, password: 'not this one' } })).toBe('PASSWORD_WRONG');
    const { changeMyAddress } = await user.ask(CHANGE, {
      i: { email: ` ${next.toUpperCase()}\u200b`, password: api.password },
    });
    expect(changeMyAddress).toEqual({ email: next, pendingEmail: null });
    expect((await user.ask(ME)).me.email).toBe(next);
    expect((await elsewhere.ask(ME)).me).toBeNull();
    const right = (as: string) => ({ i: { email: as, password: api.password } });
    expect(await api.stranger().refusal(SIGN_IN, right(email))).toBe('SIGN_IN_FAILED');
    expect(await api.stranger().refusal(SIGN_IN, right(next))).toBeNull();
    expect(await mailsTo(api, email)).toMatchObject([{ kind: 'ADDRESS_CHANGED' }]);
  });

  it('an address is refused when another account has it, or when it is invalid', async () => {
    const { user } = await person(api);
    const other = await person(api);
    expect(await user.refusal(CHANGE, { i: { email: other.email.toUpperCase(), password: api.password } })).toBe(
      'EMAIL_TAKEN',
    );
    expect(await user.failure(CHANGE, { i: { email: 'nobody', password: api.password } })).toMatchObject({
      code: 'BAD_INPUT',
      fields: [{ path: 'email', rule: 'INVALID' }],
    });
  });

  it('the first account is reported to need an address', async () => {
    expect((await api.owner.ask(ME)).me.isAddressMissing).toBe(true);
    expect((await (await person(api)).user.ask(ME)).me.isAddressMissing).toBe(false);
  });

  it('another account’s address is changed only by an account that could assign its role', async () => {
    const administrator = await person(api, 'ADMINISTRATOR');
    const owner = await person(api, 'OWNER');
    const { user, id, email } = await person(api);
    const change = (by: ApiUser, whose: string) => by.refusal(OF_USER, { i: { id: whose, email: fresh() } });
    expect(await change(user, administrator.id)).toBe('FORBIDDEN');
    expect(await change(administrator.user, owner.id)).toBe('ROLE_TOO_HIGH');
    // one's own address requires the password
    expect(await change(administrator.user, administrator.id)).toBe('FORBIDDEN');
    await client(api).ask(FORGOT, { i: { email } });
    await expect.poll(async () => (await mailsTo(api, email)).length).toBe(1);
    const link = tokenIn((await mailsTo(api, email))[0]!.text);
    expect(await change(administrator.user, id)).toBeNull();
    expect((await user.ask(ME)).me).toBeNull();
    const i = { token: link, password: 'a red kettle hums' };
    expect(await api.stranger().refusal(CHOOSE, { i })).toBe('STAFF_LINK_OVER');
  });

  it('changing the address of an invited person sends the invitation to the new address', async () => {
    const invite = 'mutation($i: InviteUserInput!) { inviteUser(input: $i) { member { id } url } }';
    const i = { email: fresh(), name: 'Kim', roleId: 'CSR', locale: 'en' };
    const { inviteUser } = await api.owner.ask(invite, { i });
    const email = fresh();
    await api.owner.ask(OF_USER, { i: { id: inviteUser.member.id, email } });
    expect(
      await api.stranger().refusal(CHOOSE, { i: { token: tokenIn(inviteUser.url), password: 'a red kettle hums' } }),
    ).toBe('STAFF_LINK_OVER');
    const [mail] = await mailsTo(api, email);
    expect(mail).toMatchObject({ kind: 'STAFF_INVITATION' });
    await api.stranger().ask(CHOOSE, { i: { token: tokenIn(mail!.text), password: 'a red kettle hums' } });
  });

  describe('an account that may read caught mails', () => {
    const CAUGHT = 'query { caughtMails(first: 100) { to text html hasHiddenLinks } }';
    const caughtBy = async (user: ApiUser, email: string) =>
      (await user.ask(CAUGHT)).caughtMails.filter(({ to }: { to: string }) => to.includes(email));
    async function linkFor({ email }: Person): Promise<string> {
      await client(api).ask(FORGOT, { i: { email } });
      await expect.poll(async () => (await mailsTo(api, email)).length, { timeout: within(5000) }).toBeGreaterThan(0);
      return tokenIn((await mailsTo(api, email)).at(-1)!.text);
    }

    it('cannot use them to take over an account: the owner’s, another one, or its own without the password', async () => {
      const save = 'mutation($i: SaveRoleInput!) { saveRole(input: $i) { id } }';
      const { saveRole } = await api.owner.ask(save, {
        i: { name: 'Mail reader', permissions: ['mail.readCaught', 'sessions.start'] },
      });
      const reader = await person(api, saveRole.id);
      for (const target of [await person(api, 'OWNER'), await person(api), reader]) {
        const token = await linkFor(target);
        const [mail] = await caughtBy(reader.user, target.email);
        expect(mail.hasHiddenLinks).toBe(true);
        expect(mail.text).toContain('/welcome/…');
        expect(mail.text + mail.html).not.toContain(token);
      }
    });

    it('opens the links in mails to accounts whose roles it could assign', async () => {
      const administrator = await person(api, 'ADMINISTRATOR');
      const [csr, owner] = [await person(api), await person(api, 'OWNER')];
      const [token, owners] = [await linkFor(csr), await linkFor(owner)];
      expect((await caughtBy(administrator.user, csr.email))[0]).toMatchObject({ hasHiddenLinks: false });
      expect((await caughtBy(administrator.user, csr.email))[0].text).toContain(token);
      expect(JSON.stringify(await caughtBy(administrator.user, owner.email))).not.toContain(owners);
    });
  });

  it('requests a new password without a difference in the answer between known and unknown addresses', async () => {
    const { email } = await person(api);
    await client(api).ask(FORGOT, { i: { email } });
    await client(api).ask(FORGOT, { i: { email } });
    await expect.poll(async () => (await mailsTo(api, email)).length).toBe(2);
    const [first, second] = (await mailsTo(api, email)).map(({ text }) => tokenIn(text));
    const choose = (token: string | undefined) =>
      api.stranger().refusal(CHOOSE, { i: { token, password: 'a red kettle hums' } });
    expect(await choose(first)).toBeNull(); // a second request does not invalidate the first link
    expect(await choose(second)).toBe('STAFF_LINK_OVER');
  });
});

describe('with a mail server', () => {
  let api: TestApi;
  beforeAll(async () => {
    // no mail server listens there: mails stay in the queue and can be read
    api = await startTestApi({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'Acme <support@acme.example>' });
  });
  afterAll(() => api.stop());

  it('a new address takes effect when its link is opened, and changes nothing else', async () => {
    const { user, id, email } = await person(api);
    const next = fresh();
    await user.ask(CHANGE, { i: { email: next, password: api.password } });
    expect((await user.ask(ME)).me).toMatchObject({ email, pendingEmail: next });
    const pending = 'query { me { pendingEmailMail { state } } }';
    await expect
      .poll(async () => (await user.ask(pending)).me.pendingEmailMail.state, { timeout: within(10_000) })
      .toBe('DEFERRED'); // the mail server is unreachable: the person is informed
    const token = tokenIn((await mailsTo(api, next))[0]!.text);
    const { addressLink } = await api.stranger().ask(`query { addressLink(token: "${token}") { name email } }`);
    expect(addressLink).toEqual({ name: 'A CSR', email: next });
    expect((await user.ask(ME)).me).toMatchObject({ email });
    await api.stranger().ask(CONFIRM, { t: token });
    expect((await api.prisma.user.findUnique({ where: { id } }))!.email).toBe(next);
    // confirmed in another browser: this one must sign in with the new address
    expect((await user.ask(ME)).me).toBeNull();
    expect(await mailsTo(api, email)).toMatchObject([{ kind: 'ADDRESS_CHANGED' }]);
    expect(await api.stranger().refusal(CONFIRM, { t: token })).toBe('STAFF_LINK_OVER');
  });

  it('an account that confirms in its own browser stays signed in there', async () => {
    const { user } = await person(api);
    const next = fresh();
    await user.ask(CHANGE, { i: { email: next, password: api.password } });
    await user.ask(CONFIRM, { t: tokenIn((await mailsTo(api, next))[0]!.text) });
    expect((await user.ask(ME)).me).toMatchObject({ email: next, pendingEmail: null });
  });

  it('a requested change can be sent again and cancelled, and expires after a day', async () => {
    const { user, id } = await person(api);
    const next = fresh();
    await user.ask(CHANGE, { i: { email: next, password: api.password } });
    const first = tokenIn((await mailsTo(api, next))[0]!.text);
    await user.ask('mutation($id: ID!) { sendAddressLink(userId: $id) }', { id });
    const [mail] = await mailsTo(api, next);
    expect(await api.stranger().refusal(CONFIRM, { t: first })).toBe('STAFF_LINK_OVER');
    const other = await person(api);
    const cancel = 'mutation($id: ID!) { cancelAddressChange(userId: $id) }';
    expect(await other.user.refusal(cancel, { id })).toBe('FORBIDDEN');
    await user.ask(cancel, { id });
    expect(await api.stranger().refusal(CONFIRM, { t: tokenIn(mail!.text) })).toBe('STAFF_LINK_OVER');
    expect((await user.ask(ME)).me.pendingEmail).toBeNull();
    const later = fresh();
    await user.ask(CHANGE, { i: { email: later, password: api.password } });
    const late = tokenIn((await mailsTo(api, later))[0]!.text);
    api.clock.turn(25 * 3_600_000);
    expect(await api.stranger().refusal(CONFIRM, { t: late })).toBe('STAFF_LINK_OVER');
  });

  it('an address that another account took in the meantime is refused at its confirmation', async () => {
    const [one, other] = [await person(api), await person(api)];
    const wanted = fresh();
    await one.user.ask(CHANGE, { i: { email: wanted, password: api.password } });
    const token = tokenIn((await mailsTo(api, wanted))[0]!.text);
    await api.prisma.user.update({ where: { id: other.id }, data: { email: wanted } });
    expect(await one.user.refusal(CONFIRM, { t: token })).toBe('EMAIL_TAKEN');
    expect((await one.user.ask(ME)).me.email).toBe(one.email);
  });
});
