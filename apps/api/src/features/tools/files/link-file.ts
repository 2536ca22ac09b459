import { PATHS } from '@tandem/contract';
import { LIMITS, mayAct, type FileLinkPurpose } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { hashToken, newId, newToken } from '../../../platform/crypto/index.js';
import { Failure, hasPermission, type Context, type Viewer } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Participants } from '../../session/participants/index.js';
import { actorOf, type Seat, type Sessions } from '../../session/sessions/index.js';
import type { FileMover } from './move-file.js';
import { maySeeFile } from './files.policy.js';
import type { FileRow, FilesRepo, LinkRow } from './files.repo.js';
import type { FileLinkType } from './files.types.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: FilesRepo;
  sessions: Sessions;
  participants: Participants;
  mover: FileMover;
}

/** A valid link: the file, and its person. */
export interface Followed {
  file: FileRow;
  link: LinkRow;
  viewer: Extract<Viewer, { kind: 'staff' | 'seat' }>;
}

/**
 * Download links that a browser can follow by itself: for one person, for a few minutes. The request must also have
 * that person's cookie, and the person must still be allowed to see the file.
 */
export function createLinkFile({ events, clock, repo, sessions, participants, mover }: Deps) {
  /** @throws NOT_FOUND, FILE_NOT_READY, FILE_GONE */
  async function assertDownloadable(viewer: Viewer, siteId: string, file: FileRow | null): Promise<Seat | null> {
    if (!file || file.siteId !== siteId) throw new Failure('NOT_FOUND');
    const { seat, session } = await sessions.access.toRead(viewer, siteId, file.sessionId);
    if (viewer.kind === 'staff' && !hasPermission(viewer, 'sessions.take')) throw new Failure('FORBIDDEN');
    if (viewer.kind === 'seat' && session.state === 'ENDED') throw new Failure('SESSION_ENDED');
    if (seat && !mayAct(seat, 'downloadFile')) throw new Failure('FORBIDDEN');
    if (!maySeeFile(file, seat)) throw new Failure('NOT_FOUND');
    if (file.endedAt) throw new Failure('FILE_GONE');
    if (file.state !== 'PUBLISHED') throw new Failure('FILE_NOT_READY');
    return seat;
  }

  return {
    async create({ viewer, site }: Context, fileId: string, purpose: FileLinkPurpose): Promise<FileLinkType> {
      if (viewer.kind !== 'staff' && viewer.kind !== 'seat') throw new Failure('FORBIDDEN');
      const file = await repo.find(fileId);
      const seat = await assertDownloadable(viewer, site.id, file);
      if (purpose === 'PREVIEW' && file!.kind !== 'SCREENSHOT') throw new Failure('FORBIDDEN');
      const token = newToken();
      const row: LinkRow = {
        id: newId(),
        fileId,
        tokenHash: hashToken(token),
        purpose,
        participantId: seat?.participantId ?? null,
        userId: viewer.kind === 'staff' ? viewer.userId : null,
        expiresAt: after(clock.now(), LIMITS.fileLinkLife),
        usedAt: null,
      };
      await repo.createLink(row);
      return { path: PATHS.fileLink(fileId, token), expiresAt: row.expiresAt };
    },
    /** @throws NOT_FOUND, LINK_EXPIRED, FILE_GONE, and the reason why the person may not any more */
    async follow(context: Context, fileId: string, token: string): Promise<Followed> {
      const link = await repo.findLink(hashToken(token));
      const file = await repo.find(fileId);
      if (!file || link?.fileId !== fileId) throw new Failure('NOT_FOUND');
      if (link.expiresAt <= clock.now()) throw new Failure('LINK_EXPIRED');
      const actor = link.userId ? ({ kind: 'staff' } as const) : ({ kind: 'seat', sessionId: file.sessionId } as const);
      const viewer = await context.asBearerOf(actor);
      if (viewer.kind === 'anonymous') throw new Failure(viewer.because ?? 'UNAUTHENTICATED');
      const isTheirs =
        viewer.kind === 'seat'
          ? viewer.participantId === link.participantId
          : viewer.kind === 'staff' && viewer.userId === link.userId;
      if (!isTheirs || viewer.kind === 'token') throw new Failure('FORBIDDEN');
      await assertDownloadable(viewer, context.site.id, file);
      return { file, link, viewer };
    },
    /** Logs the download once per link. */
    async tell({ file, link, viewer }: Followed): Promise<void> {
      if (link.usedAt || link.purpose !== 'DOWNLOAD') return;
      await events.transaction(async (tx) => {
        await sessions.lock(tx, file.sessionId);
        const seat = await participants.queries.findSeat(viewer, file.sessionId, tx);
        if (!(await repo.useLink(tx, link.id, clock.now())) || !seat) return;
        await mover.log(tx, file, 'files.downloaded', { actor: actorOf(seat), participantId: seat.participantId });
      });
    },
  };
}
export type LinkFile = ReturnType<typeof createLinkFile>;
