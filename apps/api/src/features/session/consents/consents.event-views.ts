import type { EventViews } from '../sessions/index.js';
import type { ConsentsQueries } from './consents.queries.js';
import {
  ConsentAsked,
  ConsentExpired,
  ConsentExtended,
  ConsentGranted,
  ConsentRefused,
  ConsentWithdrawn,
  GrantEnded,
} from './consents.types.js';

export function addConsentViews(views: EventViews, { lazyRequest, lazyGrant }: ConsentsQueries): void {
  const fields = ({ requestId }: { requestId: string }) => ({ request: lazyRequest(requestId) });
  const changesAbilities = true;
  views.add({ type: 'consents.asked', Class: ConsentAsked, fields, changesAbilities });
  views.add({ type: 'consents.extended', Class: ConsentExtended, fields });
  views.add({
    type: 'consents.granted',
    Class: ConsentGranted,
    fields: (p) => ({ ...fields(p), grant: lazyGrant(p.grantId), isSpared: p.isSpared }),
    changesAbilities,
  });
  views.add({ type: 'consents.refused', Class: ConsentRefused, fields, changesAbilities });
  views.add({ type: 'consents.expired', Class: ConsentExpired, fields, changesAbilities });
  views.add({ type: 'consents.withdrawn', Class: ConsentWithdrawn, fields, changesAbilities });
  views.add({
    type: 'consents.grantEnded',
    Class: GrantEnded,
    fields: ({ grantId, reason }) => ({ grant: lazyGrant(grantId), reason }),
  });
}
