import { serverClock } from '@tandem/client';
import { useIntervalFn } from '@vueuse/core';
import { ref, type Ref } from 'vue';

/** What time it is for the server, in milliseconds since 1970, looked at again and again. Lengths are counted by it. */
export function useNow(every = 1000): Readonly<Ref<number>> {
  const now = ref(serverClock.now());
  useIntervalFn(() => (now.value = serverClock.now()), every);
  return now;
}
