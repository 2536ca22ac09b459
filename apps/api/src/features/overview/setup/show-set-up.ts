import { Failure } from '../../../platform/graphql/index.js';
import { isLocal } from '../../../platform/http/origin.js';
import type { Branding } from '../../administration/branding/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { Sites } from '../../site/sites/index.js';
import { FIRST_EMAIL, type Users } from '../../site/users/index.js';
import { SET_UP_STEPS, type SetUpStep, type SetUpType } from './setup.types.js';

export interface Looked {
  sites: Sites;
  users: Users;
  mail: MailService;
  branding: Branding;
}
export type ShowSetUp = ReturnType<typeof createShowSetUp>;

/** Computed, not stored: each step is done when its condition is met. */
export function createShowSetUp({ sites, users, mail, branding }: Looked) {
  return async (userId: string): Promise<SetUpType> => {
    const user = await users.find(userId);
    if (!user) throw new Failure('UNAUTHENTICATED');
    const [origin, hasOthers, isLookChosen] = await Promise.all([
      sites.linkOrigin(user.siteId),
      users.hasOthers(user.siteId, userId),
      branding.isChosen(user.siteId),
    ]);
    const isDone: Record<SetUpStep, boolean> = {
      ADDRESS: !isLocal(origin),
      MAIL_SERVER: mail.isServerWell(),
      OWN_EMAIL: user.email !== FIRST_EMAIL,
      PEOPLE: hasOthers,
      LOOK: isLookChosen,
      PRACTICE: user.guidedAt !== null,
    };
    return {
      isPutAway: user.setUpPutAwayAt !== null,
      steps: SET_UP_STEPS.map((kind) => ({ kind, isDone: isDone[kind] })),
    };
  };
}
