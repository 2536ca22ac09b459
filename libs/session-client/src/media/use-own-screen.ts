import type { MediaRoom } from '@tandem/media';
import { shallowRef, watch, type Ref } from 'vue';
import type { SessionStore } from '../session/use-session';

const RETRY_MS = 1000;

/** The captured screen of this window. */
export function useOwnScreen(room: MediaRoom, store: SessionStore, state: Readonly<Ref<string>>) {
  const screen = shallowRef<MediaStream | null>(null);

  /** Retries until the screen is published, is hidden, or the room is lost. */
  async function publishScreen(): Promise<void> {
    const stream = screen.value;
    while (stream && screen.value === stream && state.value === 'live') {
      const isPublished = await room.publishScreen(stream).then(
        () => true,
        () => false,
      );
      if (isPublished) return;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  watch(
    () => store.session?.shareMode,
    (mode) => void room.setScreenMode(mode ?? 'STANDARD'),
    { immediate: true },
  );

  return {
    screen,
    publishScreen,
    /** Shows the captured screen to the other participants. The server must have allowed it before. */
    async showScreen(stream: MediaStream): Promise<void> {
      screen.value = stream;
      if (state.value === 'live') await room.publishScreen(stream);
    },
    hideScreen(): void {
      const stream = screen.value;
      screen.value = null;
      for (const track of stream?.getTracks() ?? []) {
        void room.unpublish(track);
        track.stop();
      }
    },
  };
}
