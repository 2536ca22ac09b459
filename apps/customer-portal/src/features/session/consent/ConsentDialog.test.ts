import {
  createTexts,
  type ConsentRequest,
  type Consents,
  type Media,
  type Participant,
  type Share,
  type Sharing,
} from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { en } from '../../../texts/en';
import { ko } from '../../../texts/ko';
import ConsentDialog from './ConsentDialog.vue';
import PickDialog from './PickDialog.vue';

const CSR = { id: 'csr', name: 'Kim Mina', role: 'PRIMARY_CSR', organisation: null } as Participant;
const HELPER = { id: 'helper', name: 'Han Sora', role: 'ASSISTANT', organisation: null } as Participant;

function asked(kind: ConsentRequest['kind'], refusal: 'VIEWERS_CHANGED' | null = null) {
  const answer = vi.fn(() => Promise.resolve(refusal));
  const dialog = mount(ConsentDialog, {
    props: {
      request: { id: 's', kind, target: 'DESKTOP', askedBy: CSR } as unknown as ConsentRequest,
      consents: { secondsLeft: 100, answer } as unknown as Consents,
      siteName: 'Acme',
      viewers: [CSR],
    },
    global: { plugins: [createTexts('en', { ko, en })] },
    attachTo: document.body,
  });
  const press = (name: string) =>
    dialog
      .findAll('button')
      .find((button) => button.text() === name)!
      .trigger('click');
  return { dialog, answer, press };
}

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('the question for a consent', () => {
  it('names who comes in while it stands, takes no press that was on its way, and answers for both', async () => {
    const { dialog, answer, press } = asked('REQUEST_VIEW');
    expect(dialog.text()).not.toContain('Han Sora');
    await dialog.setProps({ viewers: [CSR, HELPER] });
    expect(dialog.get('[data-testid=viewers]').text()).toMatch(/Kim Mina.*Han Sora · is assisting/s);
    expect(dialog.text()).toContain('Someone else would see it too now.');
    await press('Allow');
    expect(answer).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    await press('Allow');
    expect(answer).toHaveBeenCalledWith(expect.objectContaining({ answer: 'ALLOW', viewerIds: ['csr', 'helper'] }));
  });

  it('stands, and says why, when the server knows of one more than was shown', async () => {
    const { dialog, press } = asked('REQUEST_VIEW', 'VIEWERS_CHANGED');
    await press('Allow');
    await vi.waitFor(() => expect(dialog.text()).toContain('Someone else would see it too now.'));
  });

  it('takes a no at any moment', async () => {
    const { dialog, answer, press } = asked('REQUEST_VIEW');
    await dialog.setProps({ viewers: [CSR, HELPER] });
    await press('Don’t allow');
    expect(answer).toHaveBeenCalledWith(expect.objectContaining({ answer: 'REFUSE' }));
  });

  it('to watch is about nobody who sees the customer', async () => {
    const { dialog } = asked('SHARE_VIEW');
    await dialog.setProps({ viewers: [CSR, HELPER] });
    expect(dialog.find('[data-testid=viewers]').exists()).toBe(false);
    expect(dialog.text()).not.toContain('Someone else');
  });

  it('to watch is answered in its own words, without a duration', async () => {
    const { dialog, answer, press } = asked('SHARE_VIEW');
    expect(dialog.findAll('.answers button').map((button) => button.text())).toEqual(['Not now', 'Watch']);
    expect(dialog.findAll('input')).toEqual([]);
    expect(dialog.text()).toContain('nothing is shown');
    await press('Watch');
    expect(answer).toHaveBeenCalledWith({
      ...{ requestId: 's', answer: 'ALLOW', duration: 'ONCE', isForAnyCsr: false, viewerIds: ['csr'] },
    });
  });
});

it.each([
  ['en', 'Choose “Choose now”. Your browser then asks which screen'],
  ['ko', '‘선택하기’ 버튼을 누르면 브라우저가 어느 화면을 공유할지 묻습니다'],
] as const)('after a yes the page says in %s what to press before the browser asks', (locale, words) => {
  const props = {
    share: { id: 's', target: 'DESKTOP', grant: null } as unknown as Share,
    sharing: { isPicking: false } as Sharing,
    media: { state: 'live' } as Media,
  };
  const dialog = mount(PickDialog, { props, global: { plugins: [createTexts(locale, { ko, en })] } });
  expect(dialog.text()).toContain(words);
});
