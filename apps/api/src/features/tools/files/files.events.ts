import type { FileKind, FileRefusal } from '@tandem/domain';

/** The payload contains what visibility depends on, so that it can be checked without loading the file. */
interface About {
  fileId: string;
  senderId: string;
  kind: FileKind;
  /** The sequence number of its publication; null before that. */
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
