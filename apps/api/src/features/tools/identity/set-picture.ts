import { staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Images } from '../../site/images/index.js';
import type { Users } from '../../site/users/index.js';

interface Deps extends Uses<'db'> {
  users: Users;
  images: Images;
}

/** Replaces the account's picture; null removes it. @throws IMAGE_TOO_LARGE, IMAGE_REFUSED */
export function createSetPicture({ db, users, images }: Deps) {
  return async function setPicture(context: Context, dataUrl: string | null): Promise<void> {
    const { userId } = staffOf(context);
    await db.transaction(async (tx) => {
      const before = (await users.find(userId, tx))?.pictureId;
      const pictureId = dataUrl ? await images.store(tx, { siteId: context.site.id, kind: 'FACE', dataUrl }) : null;
      await users.update(userId, { pictureId }, tx);
      if (before) await images.remove(tx, context.site.id, before);
    });
  };
}
export type SetPicture = ReturnType<typeof createSetPicture>;
