import { PATHS } from '@tandem/contract';
import { newId } from '../../../platform/crypto/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import { createImagesRepo } from './images.repo.js';
import { readFont } from './read-font.js';
import { readImage } from './read-image.js';
import { serveImages } from './serve-images.js';

export type Images = ReturnType<typeof createImages>;
/** The use of an image. */
export type ImageKind = 'LOGO' | 'FACE';

/** Small files of a site: its logo and font, pictures of its staff. Validated by content, not by name. */
export function createImages({ db, clock }: Uses<'db' | 'clock'>) {
  const repo = createImagesRepo(db);
  return {
    /**
     * Stores an image from a data URL. @returns its id; different content has a different id
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
    /** Stores a font. @throws Failure FONT_REFUSED */
    async storeFont(tx: Tx, siteId: string, file: Buffer): Promise<{ id: string; weights: string }> {
      const { type, bytes, weights } = await readFont(file);
      const id = newId();
      await repo.create(tx, { id, siteId, kind: 'FONT', type, bytes, createdAt: clock.now() });
      return { id, weights };
    },
    /** The weights of a font in CSS syntax; null when there is no such font. */
    async fontWeights(tx: Tx, siteId: string, id: string): Promise<string | null> {
      const font = await repo.find(siteId, id, tx);
      return font?.kind === 'FONT' ? (await readFont(Buffer.from(font.bytes))).weights : null;
    },
    remove: repo.remove,
    removeOthers: repo.removeOthers,
    /** The type of an image, detected from its bytes. */
    typeOf: async (siteId: string, id: string): Promise<string | null> => (await repo.find(siteId, id))?.type ?? null,
    /** Its path on the site's origin. */
    pathOf: PATHS.image,
    pathOfFont: PATHS.font,
    mount: serveImages(repo),
  };
}
