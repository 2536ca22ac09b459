import { LIMITS, ROLE_PERMISSIONS, withImplied, type Permission } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const SAVE = 'mutation($i: SaveRoleInput!) { saveRole(input: $i) { id name permissions userCount mayChange } }';
const DELETE = 'mutation($id: ID!, $to: ID) { deleteRole(id: $id, moveToId: $to) }';
const UNDO = 'mutation($id: ID!) { undoRoleChange(id: $id) }';
const ROLES = 'query { roles { id name permissions isGrantable mayChange userCount } }';
const CHANGES =
  'query { roleChanges { edges { node { id roleId from { name permissions } to { name permissions } changedByName isUndoable } } } }';
const CHANGE_USER = 'mutation($i: ChangeUserInput!) { changeUser(input: $i) { id role { id name } } }';
const INVITE = 'mutation($i: InviteUserInput!) { inviteUser(input: $i) { member { id role { id } } } }';
const IMPORT = 'mutation($i: ImportUsersInput!) { importUsers(input: $i) { rows { role { id name } problems } } }';
const USERS = 'query($r: ID) { users(roleId: $r) { edges { node { id role { name } } } } }';
const ME = 'query { me { id name role { id name userCount } permissions } }';
const START = 'mutation { startSession { id } }';

/** The permissions of a copy of "support representative" without starting sessions. */
const HELPER = ROLE_PERMISSIONS.CSR.filter((each) => each !== 'account.manage' && each !== 'sessions.start');

let api: TestApi;
let made = 0;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const input = (permissions: readonly string[], name = `Role ${++made}`) => ({ i: { name, permissions } });
async function role(permissions: readonly string[], name?: string): Promise<{ id: string; name: string }> {
  return (await api.owner.ask(SAVE, input(permissions, name))).saveRole;
}
/** A new account with this role, signed in. */
async function holder(roleId: string): Promise<{ user: ApiUser; id: string }> {
  const user = await api.staff('CSR');
  const { id } = (await user.ask(ME)).me;
  await api.prisma.user.update({ where: { id }, data: { role: roleId } });
  return { user, id };
}
const newest = async () => (await api.owner.ask(CHANGES)).roleChanges.edges[0].node;
const change = (id: string, name: string, permissions: readonly string[]) => ({ i: { id, name, permissions } });

describe('a custom role', () => {
  it('has the ticked permissions and those that they require, and no others', async () => {
    const { id, name } = await role(['sessions.start'], '야간 상담');
    const { user } = await holder(id);
    const { me } = await user.ask(ME);
    expect(me.role).toEqual({ id, name, userCount: null });
    expect(me.permissions).toEqual(withImplied(['sessions.start']));
    expect(me.permissions).toContain('sessions.list');
    expect(await user.refusal(START)).toBeNull();
    expect(await user.refusal('query { sessionReports { totalCount } }')).toBe('FORBIDDEN');
  });

  it('is listed after the built-in roles, with the number of its accounts', async () => {
    const { id, name } = await role(HELPER);
    await holder(id);
    const { roles } = await api.owner.ask(ROLES);
    expect(roles.slice(0, 7).map((each: { id: string }) => each.id)).toEqual(Object.keys(ROLE_PERMISSIONS));
    expect(roles.find((each: { id: string }) => each.id === id)).toEqual({
      id,
      name,
      permissions: withImplied(HELPER),
      isGrantable: true,
      mayChange: true,
      userCount: 1,
    });
    const { users } = await api.owner.ask(USERS, { r: id });
    expect(users.edges.map(({ node }: any) => node.role.name)).toEqual([name]);
  });

  it('takes effect immediately when it is changed, also for open sockets, without a new sign-in', async () => {
    const { id, name } = await role(HELPER);
    const { user } = await holder(id);
    expect(await user.refusal(START)).toBe('FORBIDDEN');
    expect(await user.refusedStream('subscription { myInvitations { id } }')).toBeNull();
    const received: string[][] = [];
    const closed = await new Promise<number>((resolve) => {
      user.socket(resolve).subscribe(
        { query: 'subscription { myAccount { permissions } }' },
        {
          next: ({ data }) => {
            received.push((data as { myAccount: { permissions: string[] } }).myAccount.permissions);
            void api.owner.ask(SAVE, change(id, name, ['sessions.start', 'reports.read']));
          },
          error: () => undefined,
          complete: () => undefined,
        },
      );
    });
    expect(closed).toBe(1012); // "service restart": the page reconnects with its new permissions
    expect(received).toEqual([withImplied(HELPER)]);
    expect(await user.refusal(START)).toBeNull();
    await api.owner.ask(SAVE, change(id, name, ['reports.read']));
    expect(await user.refusal(START)).toBe('FORBIDDEN');
    expect(await user.refusedStream('subscription { myInvitations { id } }')).toBe('FORBIDDEN');
    expect((await user.ask(ME)).me.permissions).toEqual(withImplied(['reports.read']));
  });

  it('makes only accounts that may take part in sessions colleagues', async () => {
    const name = 'query { colleagues { id } }';
    const [helper, reader] = [await holder((await role(HELPER)).id), await holder((await role(['reports.read'])).id)];
    const ids = (await api.owner.ask(name)).colleagues.map(({ id }: { id: string }) => id);
    expect(ids).toContain(helper.id);
    expect(ids).not.toContain(reader.id);
  });

  it('is found by its name, in any spelling, in an invitation and in an imported file', async () => {
    const { id, name } = await role(HELPER, '주말 Helper');
    const { inviteUser } = await api.owner.ask(INVITE, {
      i: { email: 'weekend@example.org', name: 'W', roleId: id, locale: 'en' },
    });
    expect(inviteUser.member.role.id).toBe(id);
    const file = Buffer.from(`email,name,role\na1@example.org,A,${name.toUpperCase().normalize('NFD')}\n`);
    const read = await api.owner.ask(IMPORT, { i: { file: file.toString('base64'), isDryRun: true } });
    expect(read.importUsers.rows).toEqual([{ role: { id, name }, problems: [] }]);
  });
});

describe('nobody grants permissions that they lack', () => {
  const MANAGER: Permission[] = ['users.manage', 'roles.manage', 'reports.read'];

  it('by creating, changing or deleting a role', async () => {
    const { user } = await holder((await role(MANAGER)).id);
    expect(await user.refusal(SAVE, input(['reports.read']))).toBeNull();
    expect(await user.refusal(SAVE, input(['reports.readAll']))).toBe('ROLE_TOO_HIGH');
    const higher = await role(['settings.change']);
    expect(await user.refusal(SAVE, change(higher.id, higher.name, ['reports.read']))).toBe('ROLE_TOO_HIGH');
    expect(await user.refusal(DELETE, { id: higher.id })).toBe('ROLE_TOO_HIGH');
    const { roles } = await user.ask(ROLES);
    expect(roles.find(({ id }: { id: string }) => id === higher.id)).toMatchObject({
      isGrantable: false,
      mayChange: false,
    });
  });

  it('by assigning a role or taking it away', async () => {
    const { user } = await holder((await role(MANAGER)).id);
    const lower = await role(['reports.read']);
    const higher = await role(['reports.readAll']);
    const someone = await holder(lower.id);
    expect(await user.refusal(CHANGE_USER, { i: { id: someone.id, roleId: higher.id } })).toBe('ROLE_TOO_HIGH');
    expect(await user.refusal(CHANGE_USER, { i: { id: someone.id, roleId: 'CSR' } })).toBe('ROLE_TOO_HIGH');
    expect(await user.refusal(CHANGE_USER, { i: { id: someone.id, roleId: lower.id } })).toBeNull();
    const above = await holder(higher.id);
    expect(await user.refusal(CHANGE_USER, { i: { id: above.id, roleId: lower.id } })).toBe('ROLE_TOO_HIGH');
    const asked = { email: 'too-high@example.org', name: 'T', roleId: higher.id, locale: 'en' };
    expect(await user.refusal(INVITE, { i: asked })).toBe('ROLE_TOO_HIGH');
    const file = Buffer.from(`email,name,role\nt2@example.org,T,${higher.name}\n`).toString('base64');
    expect((await user.ask(IMPORT, { i: { file, isDryRun: true } })).importUsers.rows[0].problems).toEqual([
      'ROLE_TOO_HIGH',
    ]);
  });

  it('and only owners make owners, whatever is ticked', async () => {
    for (const permission of ['owners.manage', 'account.manage', 'anything'])
      expect(await api.owner.refusal(SAVE, input(['reports.read', permission])), permission).toBe('BAD_INPUT');
    expect(await api.owner.refusal(SAVE, input([]))).toBe('BAD_INPUT');
    const { user } = await holder((await role(['users.manage', 'roles.manage'])).id);
    const { me } = await api.owner.ask(ME);
    expect(await user.refusal(CHANGE_USER, { i: { id: me.id, roleId: 'CSR' } })).toBe('ROLE_TOO_HIGH');
  });

  it('nor removes from their own role the permission to change it', async () => {
    const own = await role(MANAGER);
    const { user } = await holder(own.id);
    expect(await user.refusal(SAVE, change(own.id, own.name, ['users.manage']))).toBe('LOCKS_YOU_OUT');
    const lower = await role(['reports.read']);
    expect(await user.refusal(DELETE, { id: own.id, to: lower.id })).toBe('LOCKS_YOU_OUT');
    expect(await user.refusal(SAVE, change(own.id, own.name, ['users.manage', 'roles.manage']))).toBeNull();
  });
});

describe('the name of a role', () => {
  it('differs from all other names, also from those of built-in roles', async () => {
    await role(['reports.read'], 'Night shift');
    for (const name of ['night SHIFT ', 'Owner', '감독자', 'support representative', 'READ-ONLY ADMINISTRATOR'])
      expect(await api.owner.failure(SAVE, input(['reports.read'], name)), name).toMatchObject({
        code: 'ROLE_NAME_TAKEN',
        params: { name: name.trim() },
      });
    expect(await api.owner.refusal(SAVE, input(['reports.read'], 'x'.repeat(LIMITS.roleName + 1)))).toBe('BAD_INPUT');
  });
});

describe('a deleted role', () => {
  it('is refused while an account has it, unless another role is given in the same request', async () => {
    const gone = await role(HELPER);
    const { user } = await holder(gone.id);
    expect(await api.owner.failure(DELETE, { id: gone.id })).toMatchObject({
      code: 'ROLE_IN_USE',
      params: { count: 1 },
    });
    expect(await api.owner.refusal(DELETE, { id: gone.id, to: 'no such role' })).toBe('ROLE_GONE');
    expect(await api.owner.refusal(DELETE, { id: gone.id, to: 'CSR' })).toBeNull();
    expect((await user.ask(ME)).me.role.id).toBe('CSR');
    expect(await user.refusal(START)).toBeNull();
    expect(await api.owner.refusal(DELETE, { id: 'CSR' })).toBe('NOT_FOUND');
  });

  it('has no accounts afterwards, even when one is assigned at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await role(HELPER);
      const someone = await holder('CSR');
      const invited = { email: `race${round}@example.org`, name: 'R', roleId: id, locale: 'en' };
      const [deleted, ...given] = await Promise.all([
        api.owner.refusal(DELETE, { id }),
        api.owner.refusal(CHANGE_USER, { i: { id: someone.id, roleId: id } }),
        api.owner.refusal(INVITE, { i: invited }),
      ]);
      const count = await api.prisma.user.count({ where: { role: id } });
      if (deleted === null) expect([count, ...given]).toEqual([0, 'ROLE_GONE', 'ROLE_GONE']);
      else expect([deleted, count > 0]).toEqual(['ROLE_IN_USE', true]);
    }
  });
});

describe('the history of roles', () => {
  it('lists who changed what, and undoes a change that still applies', async () => {
    const first = await role(['reports.read']);
    const { me } = await api.owner.ask(ME);
    expect(await newest()).toMatchObject({ roleId: first.id, from: null, changedByName: me.name, isUndoable: true });
    const creation = await newest();
    await api.owner.ask(SAVE, change(first.id, 'Renamed', ['reports.readAll']));
    const renamed = await newest();
    expect(renamed).toMatchObject({
      from: { name: first.name },
      to: { name: 'Renamed', permissions: ['reports.readAll'] },
    });
    expect(await api.owner.refusal(UNDO, { id: creation.id })).toBe('ROLE_CHANGED_MEANWHILE');
    await api.owner.ask(UNDO, { id: renamed.id });
    expect(await newest()).toMatchObject({ to: { name: first.name, permissions: ['reports.read'] } });
    await api.owner.ask(DELETE, { id: first.id });
    const deleted = await newest();
    expect(deleted).toMatchObject({ to: null, isUndoable: true });
    await api.owner.ask(UNDO, { id: deleted.id });
    const { roles } = await api.owner.ask(ROLES);
    expect(roles.find(({ id }: { id: string }) => id === first.id)).toMatchObject({ name: first.name });
    const before = await newest();
    await api.owner.ask(SAVE, change(first.id, first.name, ['reports.read']));
    expect(await newest()).toEqual(before); // an unchanged role is not a change
  });

  it('refuses an undo that would delete a role in use', async () => {
    const { id } = await role(HELPER);
    const { id: changeId } = await newest();
    expect((await newest()).isUndoable).toBe(true);
    await holder(id);
    expect((await newest()).isUndoable).toBe(false); // what would be refused is not offered
    expect(await api.owner.refusal(UNDO, { id: changeId })).toBe('ROLE_IN_USE');
  });
});
