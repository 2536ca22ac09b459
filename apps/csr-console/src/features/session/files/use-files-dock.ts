import { useDropZone, type Files, type SessionStore } from '@tandem/session-client';
import { computed, onScopeDispose, reactive, ref, watch } from 'vue';

/** Whether the files are shown below the stage: opened, dragged over the page, or just received. */
export function useFilesDock(store: SessionStore, files: Files) {
  const isWanted = ref(false);
  const isOver = useDropZone(
    () => store.ability('publishFile').isAllowed,
    (dropped) => {
      isWanted.value = true;
      files.send(dropped);
    },
  );
  onScopeDispose(
    store.onEvent((event) => {
      const isNews = event.__typename === 'FilePublished' && event.file?.sender.id !== store.me?.id;
      if (isNews) isWanted.value = true;
    }),
  );
  // a colleague who is given the right to files in the middle of it sees what is there
  let isJustGiven = false;
  watch(
    () => store.ability('downloadFile').isAllowed,
    (isAllowed) => (isJustGiven = isAllowed),
  );
  watch(
    () => files.entries.length,
    (count) => {
      if (isJustGiven && count > 0) isWanted.value = true;
      isJustGiven = false;
    },
  );
  return reactive({
    isOpen: computed(() => isWanted.value || isOver.value),
    isOver,
    toggle: () => void (isWanted.value = !isWanted.value),
    close: () => void (isWanted.value = false),
  });
}
