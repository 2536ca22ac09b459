import { serverClock } from '@tandem/client';
import { onScopeDispose, ref, type Ref } from 'vue';

/** What time it is for the server, in milliseconds since 1970, looked at again and again. Lengths are counted by it. */
export function useNow(every = 1000): Readonly<Ref<number>> {
  const now = ref(serverClock.now());
  const timer = setInterval(() => (now.value = serverClock.now()), every);
  onScopeDispose(() => clearInterval(timer));
  return now;
}
