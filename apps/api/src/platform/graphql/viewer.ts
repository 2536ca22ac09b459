import type { ErrorCode } from '@tandem/contract';
import type { Permission } from '@tandem/domain';

/**
 * The actor of a request. Resolved once per request from its cookie or token, and once per socket; rechecked during a
 * socket's life.
 */
export type Viewer =
  /** `because`: why a seat or token that was valid once is not valid now. `was`: that seat. */
  | { kind: 'anonymous'; because?: ErrorCode; was?: { sessionId: string; participantId: string } }
  | {
      kind: 'staff';
      userId: string;
      authSessionId: string;
      mustChangePassword: boolean;
      permissions: readonly Permission[];
    }
  | { kind: 'seat'; sessionId: string; participantId: string }
  | { kind: 'token'; apiTokenId: string; makerId: string; permissions: readonly Permission[] };

export type Staff = Extract<Viewer, { kind: 'staff' }>;

/** Of accounts and API tokens. */
export const permissionsOf = (viewer: Viewer): readonly Permission[] =>
  'permissions' in viewer ? viewer.permissions : [];

export const hasPermission = (viewer: Viewer, permission: Permission): boolean =>
  permissionsOf(viewer).includes(permission);
