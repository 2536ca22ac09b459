import type { SessionEndReason } from '@tandem/domain';

declare module '../../../platform/events/event-log.js' {
  interface EventPayloads {
    /** With an API token: an integrator started it for the primary CSR. */
    'sessions.started': { number: string; origin: string; apiTokenId?: string };
    'sessions.endNear': { reason: SessionEndReason; dueAt: string };
    'sessions.keptOpen': Record<string, never>;
    'sessions.lockChanged': { isLocked: boolean };
    'sessions.described': { sessionType: string | null; trackingCode: string | null };
    'sessions.ended': { reason: SessionEndReason };
  }
}

/** The stream of one session. */
export const sessionStream = (sessionId: string): string => `session:${sessionId}`;
export const sessionIdOf = (stream: string): string => stream.slice('session:'.length);
