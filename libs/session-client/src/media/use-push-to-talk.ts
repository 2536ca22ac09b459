import { useEventListener } from '@vueuse/core';
import { reactive, ref, watch, type Ref } from 'vue';
import { stored } from '../browser/stored';

/** The part of a microphone's track that is needed here. */
interface Mutable {
  mute(): Promise<unknown>;
  unmute(): Promise<unknown>;
}

/** Fields and buttons use the space bar themselves. */
const takesSpace = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input, textarea, select, button, a, summary, [contenteditable]') !== null;

/** An option: the microphone is unmuted only while the space bar or a button is pressed. */
export function usePushToTalk(microphone: Readonly<Ref<Mutable | null>>) {
  const isChosen = stored('tandem.pushToTalk', false);
  const isPressed = ref(false);

  watch([microphone, isChosen, isPressed], ([track]) => {
    if (!track) isPressed.value = false;
    else void (isChosen.value && !isPressed.value ? track.mute() : track.unmute()).catch(() => undefined);
  });

  function onKey(event: KeyboardEvent): void {
    if (event.code !== 'Space' || !isChosen.value || !microphone.value || takesSpace(event.target)) return;
    event.preventDefault(); // the page would scroll
    isPressed.value = event.type === 'keydown';
  }
  useEventListener(['keydown', 'keyup'], onKey);
  useEventListener('blur', () => (isPressed.value = false));

  return reactive({ isChosen, isPressed });
}
