import type { PictureSize } from '@tandem/media';
import { computed, onScopeDispose, watchEffect } from 'vue';
import type { Media } from './use-media';

/** A camera for as long as the component that shows it lives; null while there is no picture. */
export function useCameraPicture(media: Media, participantId: () => string | undefined, size: PictureSize) {
  const key = Symbol('a camera that is shown');
  watchEffect(() => {
    const id = participantId();
    media.claimCamera(key, id ? { participantId: id, ...size } : null);
  });
  onScopeDispose(() => media.claimCamera(key, null));
  return computed(() => media.cameraOf(participantId()));
}
