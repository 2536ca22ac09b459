import { view, type EventViews } from '../sessions/index.js';
import type { SharingQueries } from './sharing.queries.js';
import {
  GrantEnded,
  ShareAsked,
  ShareExpired,
  ShareFailed,
  ShareGranted,
  ShareModeChanged,
  ShareQuestionExtended,
  ShareRefused,
  ShareStarted,
  ShareStarting,
  ShareStopped,
  ShareWithdrawn,
} from './sharing.types.js';

export function addSharingViews(views: EventViews, { lazyShare, lazyGrant }: SharingQueries): void {
  const about = ({ shareId }: { shareId: string }) => ({ share: lazyShare(shareId) });
  views.add({ type: 'sharing.modeChanged', toView: ({ mode }) => view(ShareModeChanged, { mode }) });
  views.add({ type: 'sharing.asked', toView: (p) => view(ShareAsked, about(p)) });
  views.add({ type: 'sharing.questionExtended', toView: (p) => view(ShareQuestionExtended, about(p)) });
  views.add({
    type: 'sharing.granted',
    toView: (p) => view(ShareGranted, { ...about(p), grant: lazyGrant(p.grantId), isSpared: p.isSpared }),
  });
  views.add({ type: 'sharing.refused', toView: (p) => view(ShareRefused, about(p)) });
  views.add({ type: 'sharing.expired', toView: (p) => view(ShareExpired, about(p)) });
  views.add({ type: 'sharing.withdrawn', toView: (p) => view(ShareWithdrawn, about(p)) });
  views.add({ type: 'sharing.starting', toView: (p) => view(ShareStarting, { ...about(p), surface: p.surface }) });
  views.add({ type: 'sharing.started', toView: (p) => view(ShareStarted, { ...about(p), surface: p.surface }) });
  views.add({ type: 'sharing.failed', toView: (p) => view(ShareFailed, { ...about(p), reason: p.reason }) });
  views.add({ type: 'sharing.stopped', toView: (p) => view(ShareStopped, { ...about(p), reason: p.reason }) });
  views.add({
    type: 'sharing.grantEnded',
    toView: (p) => view(GrantEnded, { grant: lazyGrant(p.grantId), reason: p.reason }),
  });
}
