import { hasPermission, type Viewer } from '../../platform/graphql/index.js';

/** Owner of the note that the CSRs of a session share. */
export const SHARED = '';

/** Whose private notes of a session a viewer may read: everybody's, the own one, or nobody's. */
export function privateNotesOf(viewer: Viewer): 'ALL' | { ownerId: string } | null {
  if (hasPermission(viewer, 'notes.readPrivate')) return 'ALL';
  return viewer.kind === 'staff' ? { ownerId: viewer.userId } : null;
}
