import { watch } from '../../../platform/events/index.js';
import type { Uses } from '../../../platform/index.js';
import type { ShowMe } from './show-me.js';
import type { MeType } from './users.types.js';

export const accountStream = (userId: string) => `account:${userId}`;

/** Notifies every window of an account of its changes. Permissions are resolved again when its socket reconnects. */
export const createFollowAccount =
  ({ hub, showMe }: Uses<'hub'> & { showMe: ShowMe }) =>
  (userId: string): AsyncGenerator<MeType, void> =>
    watch(hub, accountStream(userId), () => showMe(userId));
export type FollowAccount = ReturnType<typeof createFollowAccount>;
