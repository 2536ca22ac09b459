import type { FileKind, FileRefusal } from '@tandem/domain';

/** Who may see it stands in the payload, so that nobody has to load the file to know. */
interface About {
  fileId: string;
  senderId: string;
  kind: FileKind;
  /** The number by which it was told of; null before that. */
  publishedSeq?: number | null;
}

declare module '../../../platform/events/event-log.js' {
  interface EventPayloads {
    'files.offered': About;
    'files.received': About;
    'files.published': About;
    'files.refused': About & { reason: FileRefusal };
    'files.withdrawn': About & { wasPublished: boolean };
    'files.expired': About & { wasPublished: boolean };
    'files.downloaded': About & { participantId: string };
  }
}
export {};
