import type { GrantEndReason, ShareAction, ShareEndReason, Surface, ShareMode } from '@tandem/domain';

declare module '../../platform/events/event-log.js' {
  interface EventPayloads {
    'sharing.modeChanged': { mode: ShareMode };
    'sharing.asked': { shareId: string };
    'sharing.questionExtended': { shareId: string };
    'sharing.granted': { shareId: string; grantId: string; isSpared: boolean };
    'sharing.refused': { shareId: string };
    'sharing.expired': { shareId: string };
    'sharing.withdrawn': { shareId: string };
    'sharing.starting': { shareId: string; publisherId: string; surface: Surface };
    /** The oldest logs don't say which action. */
    'sharing.started': { shareId: string; surface: Surface; action?: ShareAction };
    'sharing.failed': { shareId: string; publisherId: string; reason: ShareEndReason };
    'sharing.stopped': { shareId: string; publisherId: string; reason: ShareEndReason };
    'sharing.grantEnded': { grantId: string; reason: GrantEndReason };
  }
}
export {};
