import { hasPermission, type Staff } from '../../../platform/graphql/index.js';
import type { CannedReplyRow } from './replies.repo.js';

/** Owner of the site's replies. */
export const SITE = '';

/** The site's and one's own. */
export const mayUse = ({ ownerId }: Pick<CannedReplyRow, 'ownerId'>, staff: Staff): boolean =>
  ownerId === SITE || ownerId === staff.userId;

/** Everybody their own; the site's with the permission for it. */
export const mayChange = ({ ownerId }: Pick<CannedReplyRow, 'ownerId'>, staff: Staff): boolean =>
  ownerId === SITE ? hasPermission(staff, 'cannedReplies.manage') : ownerId === staff.userId;

/** What a form of a reply is based on: not how often it was used. */
export const contentOf = ({ locale, short, text }: Pick<CannedReplyRow, 'locale' | 'short' | 'text'>) => ({
  locale,
  short,
  text,
});
