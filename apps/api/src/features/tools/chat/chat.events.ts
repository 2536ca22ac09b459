declare module '../../../platform/events/event-log.js' {
  /** The payload contains the audience, so that visibility can be checked without loading the text. */
  interface ChatEvent {
    messageId: string;
    audience: string;
    senderId: string;
    recipientId: string | null;
    /** The sequence number of the message; missing in the event that sends it. */
    messageSeq?: number;
  }
  interface EventPayloads {
    'chat.messageSent': ChatEvent;
    'chat.messageEdited': ChatEvent;
    'chat.messageDeleted': ChatEvent;
    'chat.linkPushed': ChatEvent;
    'chat.linkOpened': ChatEvent;
    /** The waiting person is the event's actor. */
    'chat.nudged': Record<string, never>;
  }
}
export {};
