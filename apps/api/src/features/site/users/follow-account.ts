import { watch } from '../../../platform/events/index.js';
import type { Platform } from '../../../platform/index.js';
import type { ShowMe } from './show-me.js';
import type { MeType } from './users.types.js';

export const accountStream = (userId: string) => `account:${userId}`;

/** Every window of somebody knows the account as it is. What the role allows comes anew with the socket's next opening. */
export const createFollowAccount =
  ({ hub, showMe }: Platform & { showMe: ShowMe }) =>
  (userId: string): AsyncGenerator<MeType, void> =>
    watch(hub, accountStream(userId), () => showMe(userId));
export type FollowAccount = ReturnType<typeof createFollowAccount>;
