import { createTexts } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { en, ko } from '../../../texts';
import type { UnsentMailsStore } from './use-unsent-mails';
import UnsentList from './UnsentList.vue';

const MAIL = {
  id: 'm',
  kind: 'STAFF_INVITATION',
  name: 'Park Jihun',
  address: 'jihun@corp.example',
  tries: 1,
  createdAt: '2026-11-30T10:00:00Z',
  nextTryAt: null,
  canTryAgain: false,
  askedByName: null,
};

it.each([
  ['DEFERRED', 'MAIL_UNREACHABLE', 'connect ECONNREFUSED', 'Reason: connect ECONNREFUSED'],
  ['PERHAPS_DELIVERED', null, 'Connection closed', 'Reason: Connection closed'],
  ['FAILED', 'MAIL_REFUSED', '550 no such user', 'The email server answered: “550 no such user”'],
])(
  'of a mail that is %s (%s) says what was answered as an answer, and nothing else',
  (state, failure, answer, said) => {
    const store = { unsent: [{ ...MAIL, state, failure, answer }], next: null, isBusy: false };
    const list = mount(UnsentList, {
      props: { store: store as unknown as UnsentMailsStore },
      global: { plugins: [createTexts('en', { ko, en })] },
    });
    expect(list.text()).toContain(said);
    expect(list.text().includes('answered')).toBe(failure === 'MAIL_REFUSED');
  },
);
