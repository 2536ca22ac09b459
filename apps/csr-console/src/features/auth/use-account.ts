import { DASHBOARD_TABS, type DashboardLayout, type DashboardTab, type Locale } from '@tandem/domain';
import { computed, reactive, ref, shallowRef } from 'vue';
import { client, toTandemError, type TandemError } from '../../client';
import {
  ChangePasswordDocument,
  FinishGuideDocument,
  MeDocument,
  MyAccountDocument,
  SetMyDashboardLayoutDocument,
  SetMyLocaleDocument,
  SetMyPictureDocument,
  SetMyProfileDocument,
  SetMyTabOrderDocument,
  SignInDocument,
  SignOutDocument,
  SignOutEverywhereDocument,
  type MePartsFragment,
  type ProfileInput,
} from '../../gql/graphql';
import { chosenLocale } from '../../locale';

const me = ref<MePartsFragment | null>(null);
let isLoaded = false;
/** The password of the sign-in: a generated one must be changed immediately, without typing it twice. */
const typedPassword = ref('');

/** Why somebody who is signed in is not let in from here. */
const barred = shallowRef<TandemError | null>(null);

function take(next: MePartsFragment | null): MePartsFragment | null {
  me.value = next;
  isLoaded = true;
  barred.value = null;
  // before the first run is over the account's language is only a guess; the browser's is a better one
  if (next && !next.isFirstRun) chosenLocale.value = next.locale;
  return next;
}

async function ask(): Promise<MePartsFragment | null> {
  try {
    return take((await client.query(MeDocument, {})).me ?? null);
  } catch (cause) {
    const error = toTandemError(cause);
    if (error.code !== 'NETWORK_NOT_ALLOWED') throw error;
    take(null);
    barred.value = error;
    return null;
  }
}

const account = reactive({
  me,
  barred,
  typedPassword,
  /** The tabs of the dashboard in the order that this person has chosen. */
  tabOrder: computed((): readonly DashboardTab[] => me.value?.tabOrder ?? DASHBOARD_TABS),
  may: (permission: string): boolean => me.value?.permissions.includes(permission) ?? false,
  take,
  /** Who is signed in; asked once. @throws TandemError when the server can't be reached */
  async load(): Promise<MePartsFragment | null> {
    return isLoaded ? me.value : ask();
  },
  /** Whether it still is so. @throws TandemError when the server can't be reached */
  reload: ask,
  /**
   * Subscribes to the account until the connection is lost or somebody else signs in: permissions can change at any
   * time. @throws TandemError
   */
  follow: (signal: AbortSignal): Promise<void> =>
    client.subscribe(
      MyAccountDocument,
      {},
      { onLive: () => undefined, onData: (data) => void take(data.myAccount), signal },
    ),
  async signIn(email: string, password: string): Promise<void> {
    barred.value = null; // this try has an answer of its own
    take((await client.mutate(SignInDocument, { input: { email, password } })).signIn);
    if (me.value?.mustChangePassword) typedPassword.value = password;
  },
  async changePassword(currentPassword: string, newPassword: string): Promise<void> {
    take((await client.mutate(ChangePasswordDocument, { input: { currentPassword, newPassword } })).changePassword);
    typedPassword.value = '';
  },
  async setLocale(locale: Locale): Promise<void> {
    chosenLocale.value = locale;
    take((await client.mutate(SetMyLocaleDocument, { locale })).setMyLocale);
  },
  async setTabOrder(tabs: DashboardTab[]): Promise<void> {
    take((await client.mutate(SetMyTabOrderDocument, { tabs })).setMyTabOrder);
  },
  async setDashboardLayout(input: DashboardLayout): Promise<void> {
    take((await client.mutate(SetMyDashboardLayoutDocument, { input })).setMyDashboardLayout);
  },
  async setProfile(input: ProfileInput): Promise<void> {
    take((await client.mutate(SetMyProfileDocument, { input })).setMyProfile);
  },
  /** A picture as a data URL; null takes it away. @throws TandemError */
  async setPicture(dataUrl: string | null): Promise<void> {
    const { setMyPicture } = await client.mutate(SetMyPictureDocument, { dataUrl });
    if (me.value) take({ ...me.value, pictureUrl: setMyPicture ?? null });
  },
  async finishGuide(): Promise<void> {
    take((await client.mutate(FinishGuideDocument, {})).finishGuide);
  },
  /** Here, or in every browser; being signed out already is no failure. */
  async signOut(isEverywhere = false): Promise<void> {
    const ending = isEverywhere ? client.mutate(SignOutEverywhereDocument, {}) : client.mutate(SignOutDocument, {});
    await ending.catch((cause: TandemError) => {
      if (cause.code !== 'UNAUTHENTICATED') throw cause;
    });
    take(null);
  },
});

/** The signed-in member of staff: one for the whole console. */
export const useAccount = () => account;
export type Account = typeof account;
