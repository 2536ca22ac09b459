import type { ShareAction, ShareEndReason, Surface, ShareMode } from '@tandem/domain';

declare module '../../../platform/events/event-log.js' {
  interface EventPayloads {
    'sharing.modeChanged': { mode: ShareMode };
    /** The publisher may choose again. */
    'sharing.notChosen': { shareId: string };
    'sharing.starting': { shareId: string; publisherId: string; surface: Surface };
    /** Missing in the oldest logs. */
    'sharing.started': { shareId: string; surface: Surface; action?: ShareAction };
    'sharing.failed': { shareId: string; publisherId: string; reason: ShareEndReason };
    'sharing.stopped': { shareId: string; publisherId: string; reason: ShareEndReason };
  }
}
export {};
