const SIDE = 256;
const QUALITY = 0.9;

/**
 * The middle of a picture as a small square, as a data URL: what a camera makes is far too large for a face beside a name.
 * @throws when the browser can't read it as a picture
 */
export async function squarePicture(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file);
  const side = Math.min(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const [x, y] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  canvas.getContext('2d')!.drawImage(bitmap, x, y, side, side, 0, 0, SIDE, SIDE);
  bitmap.close();
  return canvas.toDataURL('image/jpeg', QUALITY);
}
