import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { filePeer, png, type FilePeer } from './file-peer.js';
import { CHOOSE, DISABLE, INVITE, ME, PASSWORD, SIGN_IN, somebody, staffAccounts } from './staff-accounts.js';
import { startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

const ENABLE = 'mutation($id: ID!) { enableUser(id: $id) { state } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUSTED_PROXIES: '127.0.0.1,::1' });
});
afterAll(() => api.stop());

const { invite, staffWithId } = staffAccounts(() => api);

describe('a disabled account', () => {
  it('loses access immediately: requests are refused and open sockets closed within two seconds', async () => {
    const { user, id, email } = await staffWithId('CSR');
    const session = await api.startSession(user);
    const stream = user.follow(session.id);
    await expect.poll(() => stream.events.length).toBeGreaterThan(0);
    const since = Date.now();
    await api.owner.ask(DISABLE, { id });
    await stream.done;
    expect(Date.now() - since).toBeLessThan(within(2000));
    expect((await user.ask(ME)).me).toBeNull();
    const again = api.stranger();
    again.actor = 'staff';
    expect(await again.refusal(SIGN_IN, { i: { email, password: api.password } })).toBe('SIGN_IN_FAILED');
    await api.owner.ask(ENABLE, { id });
    expect((await user.ask(ME)).me).toBeNull(); // the old sign-in is not restored
    expect(await again.refusal(SIGN_IN, { i: { email, password: api.password } })).toBeNull();
  });

  it('cannot use an earlier link to come back', async () => {
    const { id, token } = await invite();
    await api.owner.ask(DISABLE, { id });
    expect(await api.stranger().refusal(CHOOSE, { i: { token, password: PASSWORD } })).toBe('STAFF_LINK_OVER');
  });
});

describe('an API token', () => {
  it('reads what its scopes permit, and nothing else', async () => {
    const make = 'mutation($s: [ApiTokenScope!]!) { createApiToken(input: { name: "t", scopes: $s }) { secret } }';
    const tokenOf = async (...scopes: string[]) => {
      const { createApiToken } = await api.owner.ask(make, { s: scopes });
      return Object.assign(api.stranger(), { sentOrigin: null, token: createApiToken.secret as string });
    };
    const queries = {
      settings: 'query { settings { key } }',
      users: 'query { users { edges { node { mayChange isSelf } } } }',
    };
    const reader = await tokenOf('SETTINGS_READ');
    expect(await reader.refusal(queries.settings)).toBeNull();
    expect(await reader.refusal(queries.users)).toBe('FORBIDDEN');
    const directory = await tokenOf('USERS_READ');
    expect((await directory.ask(queries.users)).users.edges[0].node).toEqual({ mayChange: false, isSelf: false });
    expect(await directory.refusal(queries.settings)).toBe('FORBIDDEN');
    expect(await directory.refusal('query { sessionReports { totalCount } }')).toBe('FORBIDDEN');
    expect(await directory.refusal(INVITE, { i: somebody() })).toBe('FORBIDDEN');
  });
});

describe('the networks of the staff', () => {
  const SET = 'mutation($v: SettingValue) { changeSetting(input: { key: staffNetworks, value: $v }) { value } }';
  const from = (user: ApiUser, address: string) => Object.assign(user, { forwardedFor: address });
  const allow = (networks: string[]) => api.setting('staffNetworks', networks);

  it('cannot exclude the administrator who sets them', async () => {
    from(api.owner, '203.0.113.7');
    expect(await api.owner.refusal(SET, { v: ['198.51.100.0/24'] })).toBe('LOCKS_YOU_OUT');
    expect(await api.owner.refusal(SET, { v: ['203.0.113.8'] })).toBe('LOCKS_YOU_OUT');
    for (const network of ['203.0.113.0/33', 'home', '203.0.113'])
      expect(await api.owner.refusal(SET, { v: [network] }), network).toBe('BAD_INPUT');
    expect((await api.owner.ask(ME)).me).not.toBeNull();
    await allow(['203.0.113.0/24', '2001:db8::/32']);
    from(api.owner, '2001:db8:1::5');
    expect((await api.owner.ask(ME)).me).not.toBeNull();
    await allow([]);
    from(api.owner, '127.0.0.1');
  });

  it('take effect immediately, for sign-ins, requests and open sockets, and not for customers', async () => {
    from(api.owner, '203.0.113.7');
    const csr = from(await api.staff('CSR'), '198.51.100.9');
    const { email } = (await csr.ask(ME)).me;
    const { id, number } = await api.startSession(csr);
    const stream = csr.follow(id);
    await expect.poll(() => stream.events.length).toBeGreaterThan(0);
    await allow(['203.0.113.0/24']);
    await stream.done;
    expect(await csr.refusal('mutation { startSession { id } }')).toBe('NETWORK_NOT_ALLOWED');
    expect(await csr.refusal(ME)).toBe('NETWORK_NOT_ALLOWED'); // the page shows why, instead of the sign-in form
    const outside = from(api.stranger(), '198.51.100.9');
    expect(await outside.refusal(SIGN_IN, { i: { email, password: api.password } })).toBe('NETWORK_NOT_ALLOWED');
    expect((await api.customer(number)).state).toBe('SEATED');
    await allow([]);
    expect(await csr.refusal('mutation { startSession { id } }')).toBeNull();
    from(api.owner, '127.0.0.1');
  });

  it('also apply to download links', async () => {
    from(api.owner, '203.0.113.7');
    const csr = from(await api.staff('CSR'), '203.0.113.9');
    const { id, number } = await api.startSession(csr);
    const [staff, customer] = [filePeer(api, csr, id), filePeer(api, await api.customer(number), id)];
    const bytes = png(3000);
    const file = await staff.publish(bytes);
    const [ofStaff, ofCustomer] = [await staff.link(file.id), await customer.link(file.id)];
    await allow(['203.0.113.0/24']);
    const follow = (peer: FilePeer, url: string, address: string) => peer.follow(url, { 'x-forwarded-for': address });
    for (const address of ['198.51.100.9', '127.0.0.1, 198.51.100.9:4000', '_hidden']) {
      const refused = await follow(staff, ofStaff, address);
      expect(refused.status, address).toBe(403);
      expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'NETWORK_NOT_ALLOWED' } }] });
      expect((await follow(customer, ofCustomer, address)).status, address).toBe(200);
    }
    expect((await follow(staff, ofStaff, '203.0.113.9:55000')).status).toBe(200);
    await allow([]);
    from(api.owner, '127.0.0.1');
  });
});
