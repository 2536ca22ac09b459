import type { ConsentKind } from '@tandem/domain';
import type { Consents } from '../../session/consents/index.js';
import type { EventViews } from '../../session/sessions/index.js';
import { isShare } from './follow-consent.js';
import type { SharingQueries } from './sharing.queries.js';
import {
  ShareAsked,
  ShareExpired,
  ShareFailed,
  ShareGranted,
  ShareModeChanged,
  ShareNotChosen,
  ShareQuestionExtended,
  ShareRefused,
  ShareStarted,
  ShareStarting,
  ShareStopped,
  ShareWithdrawn,
} from './sharing.types.js';

type Lazies = Pick<SharingQueries, 'lazyShare'> & Pick<Consents['queries'], 'lazyRequest' | 'lazyGrant'>;
const changesAbilities = true;

export function addSharingViews(views: EventViews, lazies: Lazies): void {
  addConsentViews(views, lazies);
  const about = ({ shareId }: { shareId: string }) => ({ share: lazies.lazyShare(shareId) });
  views.add({ type: 'sharing.modeChanged', Class: ShareModeChanged, fields: ({ mode }) => ({ mode }) });
  views.add({ type: 'sharing.notChosen', Class: ShareNotChosen, fields: about });
  views.add({
    type: 'sharing.starting',
    Class: ShareStarting,
    fields: (p) => ({ ...about(p), surface: p.surface }),
    changesAbilities,
  });
  views.add({
    type: 'sharing.started',
    Class: ShareStarted,
    fields: (p) => ({ ...about(p), surface: p.surface }),
    changesAbilities,
  });
  views.add({
    type: 'sharing.failed',
    Class: ShareFailed,
    fields: (p) => ({ ...about(p), reason: p.reason }),
    changesAbilities,
  });
  views.add({
    type: 'sharing.stopped',
    Class: ShareStopped,
    fields: (p) => ({ ...about(p), reason: p.reason }),
    changesAbilities,
  });
}

/** Events of a consent request about a screen also refer to its share: both have the same id. */
function addConsentViews(views: EventViews, { lazyShare, lazyRequest, lazyGrant }: Lazies): void {
  const when = ({ kind }: { kind: ConsentKind }) => isShare(kind);
  const fields = ({ requestId }: { requestId: string }) => ({
    request: lazyRequest(requestId),
    share: lazyShare(requestId),
  });
  views.add({ type: 'consents.asked', when, Class: ShareAsked, fields, changesAbilities });
  views.add({ type: 'consents.extended', when, Class: ShareQuestionExtended, fields });
  views.add({
    type: 'consents.granted',
    when,
    Class: ShareGranted,
    fields: (p) => ({ ...fields(p), grant: lazyGrant(p.grantId), isSpared: p.isSpared }),
    changesAbilities,
  });
  views.add({ type: 'consents.refused', when, Class: ShareRefused, fields, changesAbilities });
  views.add({ type: 'consents.expired', when, Class: ShareExpired, fields, changesAbilities });
  views.add({ type: 'consents.withdrawn', when, Class: ShareWithdrawn, fields, changesAbilities });
}
