import type { Platform } from '../../../platform/index.js';
import type { Images } from '../../site/images/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { Users } from '../../site/users/index.js';
import { createGivePhrase } from './give-phrase.js';
import { createIdentityQueries } from './identity.queries.js';
import { createIdentityRepo } from './identity.repo.js';
import { IdentityResolver, InvitationIdentityResolver, MyPictureResolver } from './identity.resolver.js';
import { createSetPicture } from './set-picture.js';

interface Deps {
  users: Users;
  images: Images;
  participants: Participants;
}

/** Lets a customer identify a CSR: a picture, and a phrase to compare by telephone. */
export function createIdentity(platform: Platform, { users, images, participants }: Deps) {
  const repo = createIdentityRepo(platform.db);
  const queries = createIdentityQueries({ repo, users, images, participants });
  const givePhrase = createGivePhrase({ repo });
  platform.events.during('participants.joined', givePhrase);
  return {
    resolvers: [
      new IdentityResolver(queries, createSetPicture({ ...platform, users, images })),
      new MyPictureResolver(queries),
      new InvitationIdentityResolver(queries, participants),
    ],
  };
}
