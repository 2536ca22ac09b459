import { useDropZone, type Files, type SessionStore } from '@tandem/session-client';
import { computed, onScopeDispose, reactive, ref, watch } from 'vue';

/** Files dragged over the page, and the number of files that came while the list was not shown. */
export function useFilesPart(
  store: SessionStore,
  files: Files,
  { isShown, show }: { isShown: () => boolean; show: () => void },
) {
  const unseen = ref(0);
  const isOver = useDropZone(
    () => store.ability('publishFile').isAllowed,
    (dropped) => {
      show();
      files.send(dropped);
    },
  );
  onScopeDispose(
    store.onEvent((event) => {
      const isNews = event.__typename === 'FilePublished' && event.file?.sender.id !== store.me?.id;
      if (isNews && !isShown()) unseen.value++;
    }),
  );
  watch(isShown, (isSeen) => isSeen && (unseen.value = 0));
  // a colleague who is given the right to files in the middle of the session learns what is there
  let isJustGiven = false;
  watch(
    () => store.ability('downloadFile').isAllowed,
    (isAllowed) => (isJustGiven = isAllowed),
  );
  watch(
    () => files.entries.length,
    (count) => {
      if (isJustGiven && !isShown()) unseen.value = count;
      isJustGiven = false;
    },
  );
  return reactive({ isOver, unseen: computed(() => unseen.value) });
}
