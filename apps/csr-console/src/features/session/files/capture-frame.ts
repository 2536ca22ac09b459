/** What a video shows at this moment, in its own resolution; null while it shows nothing. */
export async function captureFrame(video: HTMLVideoElement | null | undefined): Promise<Blob | null> {
  if (!video?.videoWidth) return null;
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')!.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** `Screenshot 2026-11-24 22.58.13.png`: in order when sorted by name, and a name in every system. */
export function shotName(word: string, at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${word} ${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('.')}.png`;
}
