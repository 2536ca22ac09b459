import { createTexts, type Consents, type SessionStore, type Share, type Sharing } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { nextTick } from 'vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { en, ko } from '../../../texts';
import PendingShare from './PendingShare.vue';

const CSR = { id: 'csr', name: 'Kim Mina' };
const COLLEAGUE = { id: 'helper', name: 'Han Sora' };
const CUSTOMER = { id: 'tom', name: 'Tom' };

function pending(
  me: { id: string },
  state: Share['state'],
  action: Share['action'] = 'SHARE_VIEW',
  { notChosenAt = null as string | null, isPicking = false, pick = vi.fn() } = {},
) {
  const publisher = action === 'SHARE_VIEW' ? CSR : CUSTOMER;
  const share = { id: 's', state, action, target: 'DESKTOP', askedBy: CSR, customer: CUSTOMER, publisher, notChosenAt };
  const toPick = state === 'GRANTED' && publisher.id === me.id ? share : null;
  const bar = mount(PendingShare, {
    props: {
      share: share as unknown as Share,
      store: { me, connection: 'live', ability: () => ({ isAllowed: me === CSR }) } as unknown as SessionStore,
      sharing: { toPick, isPicking, pick } as unknown as Sharing,
      consents: { secondsLeft: 90 } as unknown as Consents,
    },
    global: { plugins: [createTexts('en', { ko, en })] },
    attachTo: document.body,
  });
  return { words: bar.get('[role=status]').text(), bar, buttons: bar.findAll('button').map((button) => button.text()) };
}

afterEach(() => document.body.replaceChildren());

describe('a share on its way', () => {
  it('is told whose screen it is by whose screen it is', () => {
    expect(pending(CSR, 'STARTING').words).toBe('Your screen is about to appear for Tom…');
    expect(pending(COLLEAGUE, 'STARTING').words).toBe('Kim Mina has chosen. The screen will appear shortly…');
    for (const me of [CSR, COLLEAGUE])
      expect(pending(me, 'STARTING', 'REQUEST_VIEW').words).toBe('Tom has chosen. The screen will appear shortly…');
    expect(pending(COLLEAGUE, 'GRANTED').words).toBe('Tom is ready to watch, and Kim Mina is choosing what to show.');
    expect(pending(CSR, 'GRANTED').words).toContain('Tom is ready to watch. Choose what to show.');
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

  it('says that nothing was chosen, to whom it concerns, and offers to choose again', () => {
    const notChosenAt = '2026-01-01T10:00:00Z';
    const mine = pending(CSR, 'GRANTED', 'SHARE_VIEW', { notChosenAt });
    expect(mine.words).toContain('You chose nothing.');
    expect(mine.buttons).toEqual(['Choose again', 'Don’t share']);
    expect(pending(COLLEAGUE, 'GRANTED', 'SHARE_VIEW', { notChosenAt }).words).toContain('Kim Mina hasn’t chosen');
    expect(pending(CSR, 'GRANTED', 'SHARE_VIEW', { notChosenAt, isPicking: true }).words).toContain(
      'Choose in the window that your browser has opened.',
    );
  });

  it('reads out what happens, and neither buttons nor seconds', () => {
    for (const state of ['ASKED', 'GRANTED'] as const) {
      const status = pending(CSR, state).bar.get('[role=status]');
      expect(status.findAll('button')).toEqual([]);
      expect(status.text()).not.toContain('1:30');
    }
    expect(pending(CSR, 'ASKED').bar.text()).toContain('1:30');
  });
});

describe('my screen that is waited for', () => {
  it('is one press away: the button that opens the picker has the focus', async () => {
    const pick = vi.fn(() => Promise.resolve());
    const { bar } = pending(CSR, 'GRANTED', 'SHARE_VIEW', { pick });
    await nextTick();
    await nextTick();
    expect(document.activeElement).toBe(bar.get('[data-testid=pick-own]').element);
    (document.activeElement as HTMLElement).click();
    expect(pick).toHaveBeenCalledExactlyOnceWith('s');
  });

  it('takes no focus from a field: what is being written goes on', async () => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.focus();
    pending(CSR, 'GRANTED');
    await nextTick();
    await nextTick();
    expect(document.activeElement).toBe(field);
  });
});
