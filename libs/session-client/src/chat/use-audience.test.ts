import { beforeEach, describe, expect, it } from 'vitest';
import { reactive } from 'vue';
import { useAudience } from './use-audience';
import type { SessionStore } from '../session/use-session';

beforeEach(() => localStorage.clear());

const PEOPLE = [
  { id: 'csr', role: 'PRIMARY_CSR', state: 'SEATED' },
  { id: 'assistant', role: 'ASSISTANT', state: 'SEATED' },
  { id: 'customer', role: 'PRIMARY_CUSTOMER', state: 'SEATED' },
  { id: 'waiting', role: 'SECONDARY_CUSTOMER', state: 'WAITING' },
  { id: 'gone', role: 'GUEST_EXPERT', state: 'LEFT' },
];
function room(me: string, acts = ['chatWithCustomer', 'chatAmongCsrs']) {
  const store = reactive({
    ...{ id: 's', me: { id: me }, participants: [...PEOPLE], acts },
    ability: (act: string) => ({ isAllowed: store.acts.includes(act) }),
  });
  return { store, audience: useAudience(store as unknown as SessionStore) };
}
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('whom a message can be for', () => {
  it('is everybody at first, and besides the representatives and each of the others who are here', () => {
    const { audience } = room('csr');
    expect(audience.to).toEqual({ audience: 'EVERYONE', recipientId: null });
    expect(audience.choices).toEqual(['EVERYONE', 'CSRS', 'PERSON']);
    expect(ids(audience.people)).toEqual(['assistant', 'customer']);
    expect(audience.isThere).toBe(true);
  });

  it('is no circle of the representatives for a customer, who alone with one person has no choice', () => {
    const { store, audience } = room('customer', ['chatWithCustomer']);
    expect(audience.choices).toEqual(['EVERYONE', 'PERSON']);
    store.participants = PEOPLE.filter(({ id }) => id !== 'assistant');
    expect(audience.choices).toEqual(['EVERYONE']);
  });

  it('is the representatives for who may not write to the customer, and each of them', () => {
    const { store, audience } = room('assistant', ['chatAmongCsrs']);
    expect(audience.to).toEqual({ audience: 'CSRS', recipientId: null });
    expect(ids(audience.people)).toEqual(['csr']);
    expect(audience.choices).toEqual(['CSRS', 'PERSON']);
    store.acts = ['chatWithCustomer', 'chatAmongCsrs'];
    expect(audience.to.audience).toBe('EVERYONE');
    store.acts = ['chatAmongCsrs'];
    store.participants = PEOPLE.filter(({ id }) => id !== 'csr');
    expect(audience.choices).toEqual(['CSRS']);
  });

  it('is everybody for who may write to nobody: the server says why not', () => {
    const { audience } = room('assistant', []);
    expect(audience.to.audience).toBe('EVERYONE');
    expect(audience.choices).toEqual(['EVERYONE', 'PERSON']);
  });
});

describe('a choice', () => {
  it('is one person, the first one if none is named, and is kept for this session', () => {
    const { audience } = room('csr');
    audience.choose('PERSON');
    expect(audience.recipient?.id).toBe('assistant');
    audience.choose('PERSON', 'customer');
    expect(audience.recipient?.id).toBe('customer');
    expect(room('csr').audience.to).toEqual({ audience: 'PERSON', recipientId: 'customer' });
    audience.choose('CSRS', 'customer');
    expect(audience.to).toEqual({ audience: 'CSRS', recipientId: null });
  });

  it('stays though the person has left, so that nothing meant for one is sent to all', () => {
    const { store, audience } = room('csr');
    audience.choose('PERSON', 'customer');
    store.participants = PEOPLE.filter(({ id }) => id === 'csr');
    expect(audience.to).toEqual({ audience: 'PERSON', recipientId: 'customer' });
    expect([audience.recipient, audience.isThere]).toEqual([null, false]);
    expect(audience.choices).toContain('PERSON');
  });

  it('of somebody where nobody is finds nobody', () => {
    const { store, audience } = room('csr');
    store.participants = [];
    audience.choose('PERSON');
    expect(audience.to).toEqual({ audience: 'PERSON', recipientId: null });
    expect([audience.isThere, audience.readers()]).toEqual([false, []]);
  });
});

it('that something is written is told to nobody but its readers', () => {
  const { audience } = room('csr');
  expect(audience.readers()).toBeNull();
  audience.choose('CSRS');
  expect(audience.readers()).toEqual(['assistant']);
  audience.choose('PERSON', 'customer');
  expect(audience.readers()).toEqual(['customer']);
});
