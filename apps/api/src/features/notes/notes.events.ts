declare module '../../platform/events/event-log.js' {
  interface EventPayloads {
    'notes.saved': { revision: number };
  }
}
export {};
