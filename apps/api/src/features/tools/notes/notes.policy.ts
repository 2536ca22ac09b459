import { hasPermission, type Viewer } from '../../../platform/graphql/index.js';

/** Owner of the note that the CSRs of a session share. */
export const SHARED = '';

/** Whose private notes of a session a viewer may read: everybody's, the own one, or nobody's. */
export function privateNotesOf(viewer: Viewer): 'ALL' | { ownerId: string } | null {
  if (hasPermission(viewer, 'notes.readPrivate')) return 'ALL';
  return viewer.kind === 'staff' ? { ownerId: viewer.userId } : null;
}

interface Afterwards {
  /** The account that leads, or led when the session ended. */
  ledById: string;
  /** The viewer's account, and the seats that it had. */
  userId: string;
  seatIds: readonly string[];
  /** The writers of the note. */
  authorIds: readonly string[];
}

/**
 * After the end of a session, the last primary CSR and the writers of a shared note can still edit it; a private note
 * is its owner's.
 */
export function mayWriteAfterwards(isPrivate: boolean, { ledById, userId, seatIds, authorIds }: Afterwards): boolean {
  if (seatIds.length === 0) return false;
  return isPrivate || ledById === userId || seatIds.some((id) => authorIds.includes(id));
}
