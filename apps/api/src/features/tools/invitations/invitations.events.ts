import type { InvitationState } from '@tandem/domain';

declare module '../../../platform/events/event-log.js' {
  interface EventPayloads {
    'invitations.changed': { invitationId: string; state: InvitationState };
  }
}
export {};
