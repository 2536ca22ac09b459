import { PATHS } from '@tandem/contract';
import { newId } from '../../../platform/crypto/index.js';
import type { Platform, Tx } from '../../../platform/index.js';
import { createImagesRepo } from './images.repo.js';
import { readFont } from './read-font.js';
import { readImage } from './read-image.js';
import { serveImages } from './serve-images.js';

export type Images = ReturnType<typeof createImages>;
/** What a picture is for. */
export type ImageKind = 'LOGO' | 'FACE';

/** Small files of a site: its logo and font, the faces of its staff. Checked by what they are, not by what they are called. */
export function createImages({ db, clock }: Platform) {
  const repo = createImagesRepo(db);
  return {
    /**
     * Keeps a picture out of a data URL. @returns its id; another picture is another id
     * @throws Failure IMAGE_TOO_LARGE, IMAGE_REFUSED, IMAGE_EMPTY
     */
    async store(
      tx: Tx,
      { siteId, kind, dataUrl }: { siteId: string; kind: ImageKind; dataUrl: string },
    ): Promise<string> {
      const image = readImage(dataUrl);
      const id = newId();
      await repo.create(tx, { id, siteId, kind, ...image, createdAt: clock.now() });
      return id;
    },
    /** Keeps a font. @throws Failure FONT_REFUSED */
    async storeFont(tx: Tx, siteId: string, file: Buffer): Promise<{ id: string; weights: string }> {
      const { type, bytes, weights } = await readFont(file);
      const id = newId();
      await repo.create(tx, { id, siteId, kind: 'FONT', type, bytes, createdAt: clock.now() });
      return { id, weights };
    },
    /** As CSS names the weights of a font; null when there is no such font. */
    async fontWeights(tx: Tx, siteId: string, id: string): Promise<string | null> {
      const font = await repo.find(siteId, id, tx);
      return font?.kind === 'FONT' ? (await readFont(Buffer.from(font.bytes))).weights : null;
    },
    remove: repo.remove,
    removeOthers: repo.removeOthers,
    /** What a picture is, as its bytes say. */
    typeOf: async (siteId: string, id: string): Promise<string | null> => (await repo.find(siteId, id))?.type ?? null,
    /** Where pages find it, on their own origin. */
    pathOf: PATHS.image,
    pathOfFont: PATHS.font,
    mount: serveImages(repo),
  };
}
