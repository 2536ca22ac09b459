import { useEventListener } from '@vueuse/core';
import { ref } from 'vue';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Files that are dropped anywhere on the page. `isOver` while they are dragged over it. */
export function useDropZone(isOpen: () => boolean, onFiles: (files: File[]) => void) {
  const isOver = ref(false);
  let depth = 0;

  function onEnter(event: DragEvent): void {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth += 1;
    isOver.value = isOpen();
  }
  function onOver(event: DragEvent): void {
    if (holdsFiles(event)) event.preventDefault(); // otherwise the browser would open the file instead of the page
  }
  function onLeave(event: DragEvent): void {
    if (!holdsFiles(event)) return;
    depth = Math.max(0, depth - 1);
    if (depth === 0) isOver.value = false;
  }
  function onDrop(event: DragEvent): void {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth = 0;
    isOver.value = false;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (isOpen() && files.length) onFiles(files);
  }

  useEventListener('dragenter', onEnter);
  useEventListener('dragover', onOver);
  useEventListener('dragleave', onLeave);
  useEventListener('drop', onDrop);
  return isOver;
}
