import type { TailWay, TandemError } from '@tandem/client';
import { computed, ref, shallowRef } from 'vue';
import { useOffline } from '../browser/use-offline';
import { troubleOf } from '../model/connection-rules';
import type { Connection } from '../model/types';

/** The state of the connection to the events of a session. */
export function useConnection() {
  const connection = ref<Connection>('connecting');
  const way = ref<TailWay>('socket');
  const isOffline = useOffline();
  const lostSince = ref<Date | null>(null);
  const error = shallowRef<TandemError | null>(null);

  return {
    connection,
    way,
    lostSince,
    error,
    /** A problem with the connection, if any; its texts are under `lineTrouble`. */
    trouble: computed(() => troubleOf(connection.value, way.value, isOffline.value)),
    restart(): void {
      connection.value = 'connecting';
      error.value = null;
    },
    /** @returns whether a lost connection is back */
    become(state: Connection, cause?: TandemError): boolean {
      const wasLost = connection.value === 'lost';
      connection.value = state;
      error.value = state === 'refused' ? (cause ?? null) : null;
      lostSince.value = state === 'lost' ? (lostSince.value ?? new Date()) : null;
      return state === 'live' && wasLost;
    },
  };
}
