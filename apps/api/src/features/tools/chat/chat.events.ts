declare module '../../../platform/events/event-log.js' {
  /** Who may see it stands in the payload, so that nobody has to load the text to know. */
  interface ChatEvent {
    messageId: string;
    audience: string;
    senderId: string;
    recipientId: string | null;
    /** The message's own number in the log; left out by the event that sends it. */
    messageSeq?: number;
  }
  interface EventPayloads {
    'chat.messageSent': ChatEvent;
    'chat.messageEdited': ChatEvent;
    'chat.messageDeleted': ChatEvent;
    'chat.linkPushed': ChatEvent;
    'chat.linkOpened': ChatEvent;
    /** Who waits for an answer stands in the event's actor. */
    'chat.nudged': Record<string, never>;
  }
}
export {};
