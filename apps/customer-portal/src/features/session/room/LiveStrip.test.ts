import { createTexts, type Consents, type Sharing } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { en } from '../../../texts/en';
import { ko } from '../../../texts/ko';
import LiveStrip from './LiveStrip.vue';
import type { Seen } from './use-seen';

const grant = (id: string, kind: string) => ({
  id,
  kind,
  target: 'DESKTOP',
  duration: 'SESSION',
  grantee: { name: 'Kim Mina' },
});
const strip = (locale: 'ko' | 'en', sharing: object, seen: Seen[] = [], standing: object[] = []) =>
  mount(LiveStrip, {
    props: {
      seen,
      sharing: { over: null, now: Date.now(), ...sharing } as unknown as Sharing,
      consents: { standing } as unknown as Consents,
    },
    global: { plugins: [createTexts(locale, { ko, en })] },
  });

describe('the strip', () => {
  it.each([
    [
      'en',
      'Kim Mina can start viewing your desktop without asking again (for this session)',
      'Kim Mina can show you their desktop without asking again (for this session)',
    ],
    [
      'ko',
      'Kim Mina 님은 다시 묻지 않고 내 데스크탑 보기를 시작할 수 있습니다(이 세션 동안)',
      'Kim Mina 님은 다시 묻지 않고 자신의 데스크탑 화면을 보여 드릴 수 있습니다(이 세션 동안)',
    ],
  ] as const)('tells a consent to be watched and one to watch apart in %s', (locale, watched, watching) => {
    const standing = [grant('1', 'REQUEST_VIEW'), grant('2', 'SHARE_VIEW')];
    const rows = strip(locale, {}, [], standing).findAll('.standing p');
    expect(rows.map((row) => row.text())).toEqual([watched, watching]);
  });

  it('says why something that was allowed was not seen, and that what was watched is over', () => {
    const over = {
      action: 'REQUEST_VIEW',
      endReason: 'MEDIA_NOT_CONNECTED',
      liveAt: null,
      askedBy: { name: 'Kim Mina' },
    };
    expect(strip('en', { over }).text()).toContain(
      'Your screen wasn’t shared: audio, video and screens weren’t connected.',
    );
    const unanswered = { ...over, endReason: 'NO_ANSWER' };
    expect(strip('en', { over: unanswered }).text()).toContain(en.live.noAnswer.replace('{csr}', 'Kim Mina'));
    const shown = { ...over, action: 'SHARE_VIEW', endReason: 'PICKER_CANCELLED' };
    expect(strip('en', { over: shown }).text()).toContain('Kim Mina didn’t show you a screen: nothing was chosen.');
    const watched = { ...shown, endReason: 'STOPPED_BY_CSR', liveAt: '2026-01-01T10:00:00Z' };
    expect(strip('en', { over: watched }).text()).toContain('Kim Mina has stopped showing the screen.');
  });

  it('says what became of a question also while something else is seen', () => {
    const camera = { key: 'camera', text: 'camera', since: 0, later: '', isPaused: false, stop: () => undefined };
    const over = { action: 'REQUEST_VIEW', endReason: 'NO_ANSWER', liveAt: null, askedBy: { name: 'Kim Mina' } };
    const shown = strip('ko', { over }, [camera]);
    expect(shown.get('[data-testid=share-over]').text()).toBe(ko.live.noAnswer.replace('{csr}', 'Kim Mina'));
    expect(shown.text()).not.toContain(ko.live.nothing);
  });

  it('counts no time and marks nothing as seen while a screen is only on its way', () => {
    const entry = {
      key: 's',
      text: 'Your screen is about to appear',
      since: 0,
      later: '',
      isPaused: true,
      stop: () => undefined,
    };
    const shown = strip('en', {}, [entry]);
    expect(shown.find('.seen').exists()).toBe(false);
    expect(shown.find('small').exists()).toBe(false);
    expect(shown.findAll('button').some((button) => button.text() === 'Stop')).toBe(true);
  });

  it('stops everything that somebody sees by Alt+S, the key of the CSR, and no other key does', () => {
    const stopped: string[] = [];
    const entry = (key: string) => ({
      ...{ key, text: key, since: 0, later: '', isPaused: false },
      stop: () => void stopped.push(key),
    });
    const shown = strip('en', {}, [entry('screen'), entry('camera')]);
    const stops = shown.findAll('button').filter((button) => button.text() === 'Stop');
    expect(stops.map((button) => button.attributes('aria-keyshortcuts'))).toEqual(['Alt+S', 'Alt+S']);
    const press = (init: KeyboardEventInit) =>
      window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyS', cancelable: true, ...init }));
    expect(press({})).toBe(true);
    expect(press({ altKey: true, ctrlKey: true })).toBe(true);
    expect(stopped).toEqual([]);
    expect(press({ altKey: true })).toBe(false);
    expect(stopped).toEqual(['screen', 'camera']);
    shown.unmount();
  });

  it('tells who came after the answer, beside the stop', () => {
    const entry = { key: 's', text: 'x', since: Date.now(), later: 'Han Sora', isPaused: false, stop: () => undefined };
    expect(strip('en', {}, [entry]).text()).toContain('Han Sora joined after you answered and can see it too.');
  });
});
