import type { Readable } from 'node:stream';
import { PATHS } from '@tandem/contract';
import { LIMITS } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';
import { addRoute, httpHandler, type Mount } from '../../../platform/http/handler.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { ContentHistory } from '../../site/history/index.js';
import type { Images } from '../../site/images/index.js';
import type { BrandingRepo } from './branding.repo.js';
import { THE_BRANDING } from './keep-branding.js';

interface Deps extends Uses<'db' | 'clock'> {
  repo: BrandingRepo;
  images: Images;
  history: ContentHistory;
}

/** An uploaded font that was not selected is deleted after this long, at the next upload. */
const UNCHOSEN = 3_600_000;

async function readWhole(request: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMITS.fontBytes) throw new Failure('FONT_TOO_LARGE', { megabytes: LIMITS.fontBytes / 1024 / 1024 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The site's own font is uploaded over plain HTTP, because it exceeds the size limit of GraphQL. It applies once it is
 * selected.
 */
export function uploadFont({ db, clock, repo, images, history }: Deps): Mount {
  async function usedFonts(tx: Tx, siteId: string): Promise<string[]> {
    const states = await history.states(tx, siteId, THE_BRANDING);
    const ids = [(await repo.find(siteId, tx))?.fontId, ...states.map(({ ownFont }) => ownFont)];
    return ids.filter((id) => typeof id === 'string');
  }
  return (app, contextOf) =>
    addRoute(app, PATHS.fonts, {
      post: httpHandler(contextOf, { permission: 'branding.change' }, async ({ site }, request, response) => {
        const file = await readWhole(request);
        const { id, weights } = await db.transaction(async (tx) => {
          const used = await usedFonts(tx, site.id);
          const before = new Date(clock.now().getTime() - UNCHOSEN);
          await images.removeOthers(tx, { siteId: site.id, kind: 'FONT', used, before });
          return images.storeFont(tx, site.id, file);
        });
        response.status(201).json({ id, path: images.pathOfFont(id), weights });
      }),
    });
}
