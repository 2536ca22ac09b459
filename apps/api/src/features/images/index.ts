import { PATHS } from '@tandem/contract';
import { newId } from '../../platform/crypto/index.js';
import type { Platform, Tx } from '../../platform/index.js';
import { createImagesRepo } from './images.repo.js';
import { readImage } from './read-image.js';
import { serveImages } from './serve-images.js';

export type Images = ReturnType<typeof createImages>;
/** What a picture is for. */
export type ImageKind = 'LOGO' | 'FACE';

/** Small pictures of a site: its logo, the faces of its staff. Checked by what they are, not by what they are called. */
export function createImages({ db, clock }: Platform) {
  const repo = createImagesRepo(db);
  return {
    /**
     * Keeps a picture out of a data URL. @returns its id; another picture is another id
     * @throws Failure IMAGE_TOO_LARGE, IMAGE_REFUSED
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
    remove: repo.remove,
    /** What a picture is, as its bytes say. */
    typeOf: async (siteId: string, id: string): Promise<string | null> => (await repo.find(siteId, id))?.type ?? null,
    /** Where pages find it, on their own origin. */
    pathOf: PATHS.image,
    mount: serveImages(repo),
  };
}
