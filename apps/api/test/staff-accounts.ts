import type { Role } from '@tandem/domain';
import type { ApiUser } from './api-user.js';
import type { TestApi } from './test-api.js';

export const INVITE =
  'mutation($i: InviteUserInput!) { inviteUser(input: $i) { url member { id state role { id } mayChange } } }';
export const DISABLE = 'mutation($id: ID!) { disableUser(id: $id) { state } }';
export const CHOOSE = 'mutation($i: ChoosePasswordInput!) { choosePassword(input: $i) { id } }';
export const SIGN_IN = 'mutation($i: SignInInput!) { signIn(input: $i) { id } }';
export const ME = 'query { me { id email name permissions } }';
export const PASSWORD = 'a green kettle sings';

let people = 0;
export const somebody = (input: object = {}) => ({
  email: `Person${++people}@Example.org`,
  name: `Person ${people}`,
  roleId: 'CSR',
  locale: 'en',
  ...input,
});
/** Accounts of the site, invited by its owner or created. */
export const staffAccounts = (api: () => TestApi) => ({
  async invite(input: object = {}, by: ApiUser = api().owner) {
    const person = somebody(input);
    const { inviteUser } = await by.ask(INVITE, { i: person });
    return { ...person, id: inviteUser.member.id as string, token: (inviteUser.url as string).split('/').at(-1)! };
  },
  async staffWithId(role: Role): Promise<{ user: ApiUser; id: string; email: string }> {
    const user = await api().staff(role);
    const { me } = await user.ask(ME);
    return { user, id: me.id, email: me.email };
  },
});
