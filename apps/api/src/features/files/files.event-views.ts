import { isSeated, view, type EventViews, type Seat } from '../sessions/index.js';
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
  views.add({ type: 'files.offered', toView: (p) => view(FileOffered, about(p)), isVisible: unpublished });
  views.add({ type: 'files.received', toView: (p) => view(FileReceived, about(p)), isVisible: unpublished });
  // everybody is told that a picture was taken of a screen; what is on it, CSRs alone
  views.add({
    type: 'files.published',
    toView: (p) => view(p.kind === 'SCREENSHOT' ? ScreenshotTaken : FilePublished, about(p)),
    isVisible: (p, seat) => (p.kind === 'SCREENSHOT' ? seat === null || isSeated(seat) : mayHearOf(now(p), true, seat)),
  });
  views.add({
    type: 'files.refused',
    toView: (p) => view(FileRefused, { ...about(p), reason: p.reason }),
    isVisible: unpublished,
  });
  views.add({ type: 'files.withdrawn', toView: (p) => view(FileWithdrawn, about(p)), isVisible: ended });
  views.add({ type: 'files.expired', toView: (p) => view(FileExpired, about(p)), isVisible: ended });
  views.add({
    type: 'files.downloaded',
    toView: (p) => view(FileDownloaded, about(p)),
    isVisible: (p, seat) => unpublished(p, seat) || seat?.participantId === p.participantId,
  });
}
