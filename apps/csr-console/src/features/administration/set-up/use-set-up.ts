import { computed, onMounted, reactive, ref, watch } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import { client } from '../../../client';
import { useAct } from '../../../kit/use-act';
import { PutSetUpAwayDocument, SetUpDocument, type SetUpQuery } from '../../../gql/graphql';
import { useAccount } from '../../auth/use-account';

type SetUpStep = SetUpQuery['setUp']['steps'][number];
type Kind = SetUpStep['kind'];

/** Where each step is done; to practise is an act, not a page. */
export const PLACES: Record<Exclude<Kind, 'PRACTICE'>, RouteLocationRaw> = {
  ADDRESS: { name: 'admin-addresses' },
  MAIL_SERVER: { name: 'mails' },
  OWN_EMAIL: { name: 'account' },
  PEOPLE: { name: 'admin-users' },
  LOOK: { name: 'admin-branding' },
};

/** What a new installation still needs, as the server finds it whenever the page is shown or the account changes. */
export function useSetUp() {
  const account = useAccount();
  const found = ref<SetUpQuery | null>(null);
  const steps = computed(() => found.value?.setUp.steps ?? []);
  const isLeft = computed(() => steps.value.some(({ isDone }) => !isDone));
  const { act, isBusy, error } = useAct();

  // the page is whole without the list: one that does not come is not worth a word
  const load = () =>
    client.query(SetUpDocument, {}).then(
      (data) => void (found.value = data),
      () => undefined,
    );
  onMounted(load);
  watch(() => account.me, load);

  return reactive({
    steps,
    next: computed(() => steps.value.find(({ isDone }) => !isDone) ?? null),
    doneCount: computed(() => steps.value.filter(({ isDone }) => isDone).length),
    isShown: computed(() => isLeft.value && !found.value!.setUp.isPutAway),
    /** One is set, but does not let us in. */
    isMailBroken: computed(() => {
      const state = found.value?.mailServer.state;
      return state === 'UNREACHABLE' || state === 'SIGN_IN_REFUSED' || state === 'NO_TLS';
    }),
    isBusy,
    error,
    act,
    /** There is something left to do, and the list of it is out of sight. */
    isAway: computed(() => isLeft.value && found.value!.setUp.isPutAway),
    putAway: (isAway: boolean) =>
      act(async () => {
        const { putSetUpAway } = await client.mutate(PutSetUpAwayDocument, { isAway });
        if (found.value) found.value = { ...found.value, setUp: putSetUpAway };
      }),
  });
}
export type SetUpStore = ReturnType<typeof useSetUp>;
