import { serverClock } from '@tandem/client';
import { useIntervalFn } from '@vueuse/core';
import { ref, type Ref } from 'vue';

/** The server's time in milliseconds since 1970, updated at an interval. Durations are computed with it. */
export function useNow(interval = 1000): Readonly<Ref<number>> {
  const now = ref(serverClock.now());
  useIntervalFn(() => (now.value = serverClock.now()), interval);
  return now;
}
