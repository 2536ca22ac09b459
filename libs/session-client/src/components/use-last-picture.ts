import { onScopeDispose, type Ref } from 'vue';

const EVERY_MS = 1000;
/** Brighter than this is a picture: the media server ends a picture with black frames. */
const BLACK = 8;

/**
 * Keeps the last picture of a video on a canvas. A video whose track has ended can't be read: by then the media server has
 * blackened it.
 */
export function useLastPicture(
  canvas: Readonly<Ref<HTMLCanvasElement | null>>,
  video: () => HTMLVideoElement | null,
): void {
  function take(): void {
    const [from, to] = [video(), canvas.value];
    if (!from?.videoWidth || !to) return;
    const scratch = Object.assign(document.createElement('canvas'), { width: to.width, height: to.height });
    const pencil = scratch.getContext('2d', { willReadFrequently: true });
    if (!pencil) return;
    const scale = Math.max(to.width / from.videoWidth, to.height / from.videoHeight);
    const [width, height] = [from.videoWidth * scale, from.videoHeight * scale];
    pencil.drawImage(from, (to.width - width) / 2, (to.height - height) / 2, width, height);
    const { data } = pencil.getImageData(0, 0, to.width, to.height);
    if (data.every((value, at) => at % 4 === 3 || value < BLACK)) return;
    to.getContext('2d')?.drawImage(scratch, 0, 0);
  }
  const timer = setInterval(take, EVERY_MS);
  onScopeDispose(() => clearInterval(timer));
}
