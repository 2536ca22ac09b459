import { createTexts } from '@tandem/session-client';
import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick, ref } from 'vue';
import { en } from '../../../texts/en';
import { ko } from '../../../texts/ko';
import type { Seen } from './use-seen';
import { useStripWindow } from './use-strip-window';

/** A window beside the page, as far as the strip needs one. */
class Small extends EventTarget {
  document = document.implementation.createHTMLDocument();
  close = vi.fn(() => this.dispatchEvent(new Event('pagehide')));
}
let page: VueWrapper | null = null;
let small: Small;
const requestWindow = vi.fn();
const entry = (more: Partial<Seen> = {}): Seen => ({
  ...{ key: 'a', text: 'Kim can see your screen', since: 0, stop: vi.fn(), isPaused: false, later: '', ...more },
});
beforeEach(() => {
  small = new Small();
  requestWindow.mockReset().mockResolvedValue(small);
  Object.assign(window, { documentPictureInPicture: { requestWindow } });
});
afterEach(() => {
  page?.unmount();
  page = null;
  delete (window as { documentPictureInPicture?: unknown }).documentPictureInPicture;
});

function room(entries: Seen[] = [entry()]) {
  const seen = ref(entries);
  let strip: ReturnType<typeof useStripWindow>;
  const setup = () => {
    strip = useStripWindow(() => seen.value);
    return () => null;
  };
  page = mount({ setup }, { global: { plugins: [createTexts('en', { ko, en })] } });
  return { seen, strip: strip! };
}
const rows = () => [...small.document.body.children].map((row) => row.textContent);

describe('the strip in a window of its own', () => {
  it('tells what is seen, marked, and who came later', async () => {
    const { strip } = room([
      entry(),
      entry({ text: 'Your camera is not seen', isPaused: true }),
      entry({ text: 'Kim can see your window', later: 'Han' }),
    ]);
    expect(strip.isPossible).toBe(true);
    await strip.open();
    expect(requestWindow).toHaveBeenCalledExactlyOnceWith({ width: 380, height: 140 });
    expect(rows()).toEqual([
      '● Kim can see your screen Stop',
      '○ Your camera is not seen Stop',
      '● Kim can see your window Han joined after you answered and can see it too. Stop',
    ]);
  });

  it('stops what its button stands beside', async () => {
    const [one, two] = [entry(), entry({ key: 'b' })];
    await room([one, two]).strip.open();
    small.document.querySelectorAll('button')[1]!.click();
    expect(one.stop).not.toHaveBeenCalled();
    expect(two.stop).toHaveBeenCalledOnce();
  });

  it('follows what is seen, and goes with the last of it', async () => {
    const { seen, strip } = room();
    await strip.open();
    seen.value = [entry({ text: 'Kim can see your window' })];
    await nextTick();
    expect(rows()).toEqual(['● Kim can see your window Stop']);
    expect(small.close).not.toHaveBeenCalled();
    seen.value = [];
    await nextTick();
    expect(small.close).toHaveBeenCalledOnce();
  });

  it('is drawn no more once somebody has closed it', async () => {
    const { seen, strip } = room();
    await strip.open();
    small.dispatchEvent(new Event('pagehide'));
    seen.value = [];
    await nextTick();
    expect(rows()).toHaveLength(1);
    expect(small.close).not.toHaveBeenCalled();
  });

  it('looks as the page does', async () => {
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', title: 'of the page' });
    document.head.append(sheet);
    await room().strip.open();
    expect(small.document.head.querySelector('link')?.title).toBe('of the page');
    expect(small.document.querySelector('button')?.className).toBe('ui-button stop');
    sheet.remove();
  });

  it('closes with the page', async () => {
    await room().strip.open();
    page!.unmount();
    expect(small.close).toHaveBeenCalledOnce();
  });

  it('is not there where the browser can’t, or doesn’t want to', async () => {
    requestWindow.mockRejectedValue(new Error('no'));
    const { strip, seen } = room();
    await strip.open();
    seen.value = [];
    await nextTick();
    expect(rows()).toEqual([]);
    delete (window as { documentPictureInPicture?: unknown }).documentPictureInPicture;
    const without = room().strip;
    expect(without.isPossible).toBe(false);
    await expect(without.open()).resolves.toBeUndefined();
  });
});
