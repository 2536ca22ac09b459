import { computed } from 'vue';
import type { Media } from './use-media';
import type { SessionStore } from '../session/use-session';

/**
 * The customer's presence. none: no customer has joined yet. cutOff: the connection is lost since then, and the customer's
 * page tries to connect again. left: the customer left or was removed.
 */
export type CustomerState =
  { kind: 'none' } | { kind: 'here'; name: string } | { kind: 'cutOff' | 'left'; name: string; since: string | null };

export function useCustomerState(store: SessionStore, media: Pick<Media, 'isReachable'>) {
  return computed((): CustomerState => {
    const { customer } = store;
    if (customer) {
      const { name, lostAt } = customer;
      return media.isReachable(customer.id) ? { kind: 'here', name } : { kind: 'cutOff', name, since: lostAt ?? null };
    }
    const gone = store.participants
      .filter(({ role, leftAt, seatedAt }) => role === 'PRIMARY_CUSTOMER' && seatedAt && leftAt)
      .sort((a, b) => Date.parse(b.leftAt!) - Date.parse(a.leftAt!))[0];
    return gone ? { kind: 'left', name: gone.name, since: gone.leftAt ?? null } : { kind: 'none' };
  });
}
