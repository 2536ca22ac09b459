import { onScopeDispose, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useAccount } from './use-account';

const RETRY = 3000;

/**
 * Follows the account for as long as somebody is signed in: what the role may do can change at any moment. Whoever is
 * signed out, or shut out by the site, is led to where one signs in.
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
