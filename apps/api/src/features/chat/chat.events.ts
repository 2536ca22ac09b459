declare module '../../platform/events/event-log.js' {
  interface EventPayloads {
    /** Who may see it stands in the payload, so that nobody has to load the text to know. */
    'chat.messageSent': { messageId: string; audience: string; senderId: string; recipientId: string | null };
  }
}
export {};
