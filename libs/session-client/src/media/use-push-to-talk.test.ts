import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue';
import { usePushToTalk } from './use-push-to-talk';

let isMuted = false;
const track = {
  mute: async () => void (isMuted = true),
  unmute: async () => void (isMuted = false),
};
const microphone = shallowRef<typeof track | null>(null);
let scope: EffectScope;
let push: ReturnType<typeof usePushToTalk>;

beforeEach(async () => {
  localStorage.clear();
  [isMuted, microphone.value] = [false, null];
  scope = effectScope();
  push = scope.run(() => usePushToTalk(microphone))!;
  push.isChosen = true;
  microphone.value = track;
  await nextTick();
});
afterEach(() => scope.stop());

/** @returns whether the page scrolls, as browsers do at the space bar */
async function press(type: 'keydown' | 'keyup', on: EventTarget = document.body, code = 'Space'): Promise<boolean> {
  const scrolls = on.dispatchEvent(new KeyboardEvent(type, { code, bubbles: true, cancelable: true }));
  await nextTick();
  return scrolls;
}

describe('push to talk', () => {
  it('is heard while the space bar is held, and only then', async () => {
    expect(isMuted).toBe(true);
    await press('keydown');
    expect(isMuted).toBe(false);
    await press('keyup');
    expect(isMuted).toBe(true);
  });

  it.each(['input', 'textarea', 'select', 'button', 'a', 'summary'])(
    'leaves the space bar to elements that use it: %s',
    async (tag) => {
      const field = document.body.appendChild(document.createElement(tag));
      expect(await press('keydown', field)).toBe(true);
      expect(isMuted).toBe(true);
      field.remove();
    },
  );

  it('leaves the space bar to a text that is written, also within it', async () => {
    const text = document.body.appendChild(document.createElement('div'));
    text.setAttribute('contenteditable', '');
    const word = text.appendChild(document.createElement('b'));
    await press('keydown', word);
    expect(isMuted).toBe(true);
    text.remove();
  });

  it('does not scroll the page, and listens to no other key', async () => {
    expect(await press('keydown', document.body, 'Enter')).toBe(true);
    expect(isMuted).toBe(true);
    expect(await press('keydown')).toBe(false);
    expect(isMuted).toBe(false);
    expect(await press('keydown', window)).toBe(false);
  });

  it('leaves the space bar alone where it is not wanted, or without a microphone', async () => {
    microphone.value = null;
    await nextTick();
    expect(await press('keydown')).toBe(true);
    expect(push.isPressed).toBe(false);
    microphone.value = track;
    push.isChosen = false;
    await nextTick();
    expect(await press('keydown')).toBe(true);
    expect(push.isPressed).toBe(false);
  });

  it('lets go with the microphone: the next one is muted', async () => {
    await press('keydown');
    microphone.value = null;
    await nextTick();
    expect(push.isPressed).toBe(false);
    microphone.value = track;
    await nextTick();
    expect(isMuted).toBe(true);
  });

  it('is remembered, and is off until it is chosen', () => {
    scope.stop();
    scope = effectScope();
    expect(scope.run(() => usePushToTalk(microphone))!.isChosen).toBe(true);
    localStorage.clear();
    expect(scope.run(() => usePushToTalk(microphone))!.isChosen).toBe(false);
  });

  it('lets go when the window is left with the key down', async () => {
    await press('keydown');
    dispatchEvent(new Event('blur'));
    await nextTick();
    expect(isMuted).toBe(true);
  });

  it('is heard all the time once it is not wanted any more', async () => {
    push.isChosen = false;
    await nextTick();
    expect(isMuted).toBe(false);
  });
});
