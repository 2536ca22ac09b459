import type { TandemClient } from '@tandem/client';
import type { SessionAct } from '@tandem/domain';
import { onScopeDispose, ref } from 'vue';
import { SessionAbilitiesDocument } from '../gql/graphql';
import type { Snapshot } from '../model/types';

/** Several events in a row cause one request. */
const REFRESH_DELAY_MS = 60;

/** What the viewer may do in a session now. */
export function useAbilities(sessionId: string, client: TandemClient) {
  const abilities = ref<Snapshot['abilities']>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));

  async function refresh(): Promise<void> {
    const fresh = await client.query(SessionAbilitiesDocument, { id: sessionId }).catch(() => null);
    if (!fresh) return; // the next event, or the next reconnect, asks again
    abilities.value = fresh.session.abilities;
  }
  return {
    abilities,
    refresh,
    refreshSoon(): void {
      clearTimeout(timer);
      timer = setTimeout(() => void refresh(), REFRESH_DELAY_MS);
    },
    /** Whether an act is allowed now, and if not the code of the reason. */
    ability: (act: SessionAct) =>
      abilities.value.find((ability) => ability.act === act) ?? { act, isAllowed: false, reason: null },
  };
}
