declare module '../../../platform/events/event-log.js' {
  interface EventPayloads {
    'concerns.reported': { concernId: string };
  }
}
export {};
