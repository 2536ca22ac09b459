import { onScopeDispose, watch } from 'vue';
import { useAccount } from './use-account';

const RETRY = 3000;

/** Follows the account for as long as somebody is signed in: what the role may do can change at any moment. */
export function useFollowAccount(): void {
  const account = useAccount();
  let ending: AbortController | null = null;

  async function follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await account.follow(signal).catch(() => undefined);
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, RETRY));
    }
  }
  const stop = () => ending?.abort();
  watch(
    () => account.me?.id,
    (id) => {
      stop();
      if (!id) return;
      ending = new AbortController();
      void follow(ending.signal);
    },
    { immediate: true },
  );
  onScopeDispose(stop);
}
