declare module '../../../platform/events/event-log.js' {
  interface EventPayloads {
    'media.microphoneChanged': { participantId: string; isOn: boolean };
    'media.cameraShown': { participantId: string; viewerId: string; isShown: boolean };
    'media.held': { holdId: string };
    'media.resumed': { holdId: string };
    'media.cameraChanged': { participantId: string; isOn: boolean };
  }
}
export {};
