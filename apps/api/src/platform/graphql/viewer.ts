import type { ErrorCode } from '@tandem/contract';
import type { Permission } from '@tandem/domain';

/** Who asks. Made once a request from its cookie or token, and once a socket; checked again while a socket lives. */
export type Viewer =
  /** `because`: a seat or a token that was good once, and why it is not any more. `was`: that seat. */
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

/** Of members of staff, and of integrators' tokens. */
export const permissionsOf = (viewer: Viewer): readonly Permission[] =>
  'permissions' in viewer ? viewer.permissions : [];

export const hasPermission = (viewer: Viewer, permission: Permission): boolean =>
  permissionsOf(viewer).includes(permission);
