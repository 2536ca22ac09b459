import { createTexts, type SessionStore } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { en, ko } from '../../../texts';
import HoldStage from './HoldStage.vue';

const seat = (name: string, role: string, state = 'SEATED') => ({ id: name, name, role, state });
const CUSTOMER = seat('Tom', 'PRIMARY_CUSTOMER');
const OTHERS = [
  seat('Hana', 'PRIMARY_CSR'),
  seat('Mina', 'ASSISTANT'),
  seat('Dr. Han', 'GUEST_EXPERT'),
  seat('Anna', 'SECONDARY_CUSTOMER'),
  seat('Gone', 'SECONDARY_CUSTOMER', 'LEFT'),
];

it.each([
  ['en', [CUSTOMER, OTHERS[0]], 'Tom is on hold'],
  ['en', [CUSTOMER, ...OTHERS], 'Tom, Dr. Han, Anna are on hold'],
  ['ko', [CUSTOMER, ...OTHERS], 'Tom, Dr. Han, Anna 님과의 통화를 보류했습니다'],
  ['en', [OTHERS[0]], 'Customer is on hold'],
] as const)('says in %s who waits: everybody but the representatives', (locale, participants, said) => {
  const store = {
    participants,
    session: { hold: { startedAt: new Date().toISOString(), message: '' } },
    ability: () => ({ isAllowed: true }),
  };
  const stage = mount(HoldStage, {
    props: { store: store as unknown as SessionStore },
    global: { plugins: [createTexts(locale, { ko, en })] },
  });
  expect(stage.get('h2').text()).toBe(said);
});
