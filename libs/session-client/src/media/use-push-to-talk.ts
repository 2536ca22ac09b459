import { useEventListener } from '@vueuse/core';
import { reactive, ref, watch, type Ref } from 'vue';
import { stored } from '../browser/stored';

/** The part of a microphone's track that is needed here. */
interface Mutable {
  mute(): Promise<unknown>;
  unmute(): Promise<unknown>;
}

/** Fields and buttons have their own use for the space bar. */
const takesSpace = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input, textarea, select, button, a, summary, [contenteditable]') !== null;

/** For who wants it: the microphone is heard only while the space bar, or a button, is held down. */
export function usePushToTalk(microphone: Readonly<Ref<Mutable | null>>) {
  const isChosen = stored('tandem.pushToTalk', false);
  const isHeld = ref(false);

  watch([microphone, isChosen, isHeld], ([track]) => {
    if (!track) isHeld.value = false;
    else void (isChosen.value && !isHeld.value ? track.mute() : track.unmute()).catch(() => undefined);
  });

  function onKey(event: KeyboardEvent): void {
    if (event.code !== 'Space' || !isChosen.value || !microphone.value || takesSpace(event.target)) return;
    event.preventDefault(); // the page would scroll
    isHeld.value = event.type === 'keydown';
  }
  useEventListener(['keydown', 'keyup'], onKey);
  useEventListener('blur', () => (isHeld.value = false));

  return reactive({ isChosen, isHeld });
}
