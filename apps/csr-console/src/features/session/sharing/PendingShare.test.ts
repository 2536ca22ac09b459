import { createTexts, type Consents, type SessionStore, type Share, type Sharing } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { en, ko } from '../../../texts';
import PendingShare from './PendingShare.vue';

const CSR = { id: 'csr', name: 'Kim Mina' };
const COLLEAGUE = { id: 'helper', name: 'Han Sora' };
const CUSTOMER = { id: 'tom', name: 'Tom' };

function pending(me: { id: string }, state: Share['state'], action: Share['action'] = 'SHARE_VIEW') {
  const publisher = action === 'SHARE_VIEW' ? CSR : CUSTOMER;
  const share = { id: 's', state, action, target: 'DESKTOP', askedBy: CSR, customer: CUSTOMER, publisher };
  const toPick = state === 'GRANTED' && publisher.id === me.id ? share : null;
  const bar = mount(PendingShare, {
    props: {
      share: share as unknown as Share,
      store: { me, connection: 'live', ability: () => ({ isAllowed: me === CSR }) } as unknown as SessionStore,
      sharing: { toPick } as unknown as Sharing,
      consents: { secondsLeft: null } as unknown as Consents,
    },
    global: { plugins: [createTexts('en', { ko, en })] },
  });
  return { words: bar.get('p').text(), buttons: bar.findAll('button').map((button) => button.text()) };
}

describe('a share on its way', () => {
  it('is told whose screen it is by whose screen it is', () => {
    expect(pending(CSR, 'STARTING').words).toBe('Your screen is about to appear for Tom…');
    expect(pending(COLLEAGUE, 'STARTING').words).toBe('Kim Mina has chosen. The screen will appear shortly…');
    for (const me of [CSR, COLLEAGUE])
      expect(pending(me, 'STARTING', 'REQUEST_VIEW').words).toBe('Tom has chosen. The screen will appear shortly…');
    expect(pending(COLLEAGUE, 'GRANTED').words).toBe('Tom allowed it, and Kim Mina is choosing what to share.');
    expect(pending(CSR, 'GRANTED').words).toContain('Choose the screen you want to share');
  });

  it('names who asked to whoever did not', () => {
    expect(pending(CSR, 'ASKED').words).toContain('You offered to share your desktop with Tom');
    expect(pending(COLLEAGUE, 'ASKED').words).toContain('Kim Mina offered to share their desktop with Tom');
    expect(pending(COLLEAGUE, 'ASKED', 'REQUEST_VIEW').words).toContain('Kim Mina asked Tom to view the desktop');
  });

  it('is taken back by who may, and by nobody else', () => {
    for (const state of ['ASKED', 'STARTING'] as const) {
      expect(pending(CSR, state).buttons).toEqual(['Cancel request']);
      expect(pending(COLLEAGUE, state).buttons).toEqual([]);
    }
    expect(pending(COLLEAGUE, 'GRANTED').buttons).toEqual([]);
  });
});
