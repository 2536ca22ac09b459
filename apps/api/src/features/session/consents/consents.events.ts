import type { ConsentEndReason, ConsentKind, ConsentTarget, GrantEndReason } from '@tandem/domain';

interface AboutRequest {
  requestId: string;
  kind: ConsentKind;
}

declare module '../../../platform/events/event-log.js' {
  interface EventPayloads {
    /** The requester is the actor. There is no deadline where an earlier grant covers the request. */
    'consents.asked': AboutRequest & { target: ConsentTarget | null; grantorIds: string[]; dueAt: string | null };
    'consents.extended': AboutRequest & { dueAt: string };
    'consents.granted': AboutRequest & { grantId: string; isSpared: boolean };
    'consents.refused': AboutRequest & { reason: ConsentEndReason };
    'consents.expired': AboutRequest & { reason: ConsentEndReason };
    'consents.withdrawn': AboutRequest & { reason: ConsentEndReason };
    'consents.grantEnded': { grantId: string; kind: ConsentKind; reason: GrantEndReason };
  }
}
export {};
