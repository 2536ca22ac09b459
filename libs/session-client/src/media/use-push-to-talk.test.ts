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

async function press(type: 'keydown' | 'keyup', on: EventTarget = document.body): Promise<void> {
  on.dispatchEvent(new KeyboardEvent(type, { code: 'Space', bubbles: true, cancelable: true }));
  await nextTick();
}

describe('push to talk', () => {
  it('is heard while the space bar is held, and only then', async () => {
    expect(isMuted).toBe(true);
    await press('keydown');
    expect(isMuted).toBe(false);
    await press('keyup');
    expect(isMuted).toBe(true);
  });

  it('leaves the space bar to a field that is written in', async () => {
    const field = document.body.appendChild(document.createElement('textarea'));
    await press('keydown', field);
    expect(isMuted).toBe(true);
    field.remove();
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
