import { isSeated, type EventViews, type Seat } from '../../session/sessions/index.js';
import { mayHearOf } from './files.policy.js';
import type { FilesQueries } from './files.queries.js';
import {
  FileDownloaded,
  FileExpired,
  FileOffered,
  FilePublished,
  FileReceived,
  FileRefused,
  FileWithdrawn,
  ScreenshotTaken,
} from './files.types.js';

type About = Parameters<typeof mayHearOf>[0] & { fileId: string };

export function addFileViews(views: EventViews, { lazy }: FilesQueries): void {
  const about = ({ fileId }: { fileId: string }) => ({ file: lazy(fileId) });
  const unpublished = (p: About, seat: Seat | null) => mayHearOf(p, false, seat);
  const ended = (p: About & { wasPublished: boolean }, seat: Seat | null) => mayHearOf(p, p.wasPublished, seat);
  const now = (p: About): About => ({ ...p, publishedSeq: Infinity }); // by the event itself
  views.add({ type: 'files.offered', Class: FileOffered, fields: about, isVisible: unpublished });
  views.add({ type: 'files.received', Class: FileReceived, fields: about, isVisible: unpublished });
  views.add({
    type: 'files.published',
    Class: FilePublished,
    fields: about,
    isVisible: (p, seat) => mayHearOf(now(p), true, seat),
  });
  // everybody sees that a screenshot was taken; only CSRs see its content
  views.add({
    type: 'files.published',
    when: ({ kind }) => kind === 'SCREENSHOT',
    Class: ScreenshotTaken,
    fields: about,
    isVisible: (_, seat) => seat === null || isSeated(seat),
  });
  views.add({
    type: 'files.refused',
    Class: FileRefused,
    fields: (p) => ({ ...about(p), reason: p.reason }),
    isVisible: unpublished,
  });
  views.add({ type: 'files.withdrawn', Class: FileWithdrawn, fields: about, isVisible: ended });
  views.add({ type: 'files.expired', Class: FileExpired, fields: about, isVisible: ended });
  views.add({
    type: 'files.downloaded',
    Class: FileDownloaded,
    fields: about,
    isVisible: (p, seat) => unpublished(p, seat) || seat?.participantId === p.participantId,
  });
}
