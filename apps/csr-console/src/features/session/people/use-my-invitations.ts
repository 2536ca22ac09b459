import { onScopeDispose, reactive, ref, watch } from 'vue';
import { client } from '../../../client';
import { MyInvitationsDocument, type MyInvitationsSubscription } from '../../../gql/graphql';
import { useAccount } from '../../auth/use-account';

export type MyInvitation = MyInvitationsSubscription['myInvitations'][number];
const RETRY = 3000;

/** What the signed-in colleague is asked to help in; followed for as long as the console is open. */
export function useMyInvitations() {
  const account = useAccount();
  const list = ref<MyInvitation[]>([]);
  let ending: AbortController | null = null;

  async function follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const on = {
        onLive: () => undefined,
        onData: (data: MyInvitationsSubscription) => void (list.value = data.myInvitations),
        signal,
      };
      await client.subscribe(MyInvitationsDocument, {}, on).catch(() => undefined);
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, RETRY));
    }
  }
  const stop = () => {
    ending?.abort();
    ending = null;
    list.value = [];
  };

  watch(
    () => account.may('sessions.take') && account.me?.mustChangePassword === false,
    (isColleague) => {
      stop();
      if (!isColleague) return;
      ending = new AbortController();
      void follow(ending.signal);
    },
    { immediate: true },
  );
  onScopeDispose(stop);
  return reactive({ list });
}
