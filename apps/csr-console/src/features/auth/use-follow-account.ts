import { onScopeDispose, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useAccount } from './use-account';

const RETRY = 3000;

/**
 * Follows the account while somebody is signed in: permissions can change at any time. An account that is signed out, or
 * excluded by the site, is redirected to the sign-in.
 */
export function useFollowAccount(): void {
  const account = useAccount();
  const route = useRoute();
  const router = useRouter();
  let ending: AbortController | null = null;

  /** @returns whether somebody is still signed in, as far as the server can be asked */
  async function isStillIn(): Promise<boolean> {
    if (await account.reload().catch(() => true)) return true;
    if (!route.meta.isPublic && !route.meta.isOpen)
      await router.push({ name: 'sign-in', query: { next: route.fullPath } });
    return false;
  }
  async function follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await account.follow(signal).catch(() => undefined);
      if (signal.aborted || !(await isStillIn())) return;
      await new Promise((resolve) => setTimeout(resolve, RETRY));
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
