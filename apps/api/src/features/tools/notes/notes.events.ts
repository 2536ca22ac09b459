declare module '../../../platform/events/event-log.js' {
  interface EventPayloads {
    'notes.saved': { revision: number };
    /** Sent to its writer's own windows only. */
    'notes.privateSaved': { revision: number; participantId: string };
  }
}
export {};
