import { hasPermission, type Viewer } from '../../platform/graphql/index.js';
import type { Seat } from './seat.js';
import type { SessionRow } from './sessions.repo.js';

/** Who may see a session at all: who sits or waits in it, who started it, and who may see all of the site. */
export function mayRead(viewer: Viewer, siteId: string, session: SessionRow, seat: Seat | null): boolean {
  if (session.siteId !== siteId) return false;
  if (seat) return true;
  if (hasPermission(viewer, 'sessions.listAll')) return true;
  return viewer.kind === 'staff' && hasPermission(viewer, 'sessions.read') && session.startedById === viewer.userId;
}

/** Staff and integrators see what customers don't: devices, invitations, notes. */
export const isStaffView = (viewer: Viewer): boolean => viewer.kind === 'staff' || viewer.kind === 'token';
