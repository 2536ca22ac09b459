import { ApiUser } from './api.js';

export const OWN_PASSWORD = 'a blue kettle sings';

/** Completes the first run by the API instead of by clicks. */
export async function finishFirstRun(origin: string, given: { email: string; password: string }): Promise<ApiUser> {
  const owner = new ApiUser(origin);
  await owner.ask('mutation($i: SignInInput!) { signIn(input: $i) { id } }', {
    i: { email: given.email, password: given.password },
  });
  await owner.ask('mutation($i: ChangePasswordInput!) { changePassword(input: $i) { id } }', {
    i: { currentPassword: given.password, newPassword: OWN_PASSWORD },
  });
  await owner.ask('mutation { completeFirstRun(input: { siteName: "Acme", locale: en }) { id } }');
  await owner.ask('mutation { finishGuide { id } }');
  await owner.ask('mutation { putSetUpAway { isPutAway } }');
  await owner.ask('mutation { setMyLocale(locale: en) { id } }');
  return owner;
}
