import { cleanFileName, LIMITS, type SettingValues } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { newId } from '../../../platform/crypto/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import { actorOf, type Attendance, type Sessions } from '../../session/sessions/index.js';
import type { Settings } from '../../site/settings/index.js';
import type { FileMover } from './move-file.js';
import { typeByName } from './file-types.js';
import type { OfferFileInput } from './files.inputs.js';
import { orStorageFull } from './storage-full.js';
import { actOf, isAllowedType, maySendFrom } from './files.policy.js';
import type { FileRow, FilesRepo } from './files.repo.js';

interface Deps extends Uses<'clock' | 'events' | 'blobs'> {
  repo: FilesRepo;
  sessions: Sessions;
  settings: Settings;
  mover: FileMover;
}
type Offer = OfferFileInput & { cleanName: string };

const MEGABYTE = 1024 * 1024;
/** Only this many of the largest unfinished uploads are queried for their progress; the others count in full. */
const MAX_CHECKED = 1000;

/** Accepts the offer of a file, so that it can be uploaded. Offering an unfinished upload again resumes it. */
export function createOfferFile({ events, clock, blobs, repo, sessions, settings, mover }: Deps) {
  function assertAllowed({ size, cleanName }: Offer, site: SettingValues): void {
    if (size > site.fileMegabytes * MEGABYTE) throw new Failure('FILE_TOO_LARGE', { limit: site.fileMegabytes });
    const named = typeByName(cleanName);
    if (named && !isAllowedType(named.category, site))
      throw new Failure('FILE_TYPE_NOT_ALLOWED', { category: named.category });
  }

  /** An interrupted upload of the same file. @throws FILE_CHANGED for a different one with the same name */
  async function findCut(tx: Tx, by: Attendance, { cleanName, size, fingerprint, replaces }: Offer) {
    const unfinished = await repo.listUnfinished(tx, by.session.id, by.seat.participantId);
    const same = unfinished.find(
      (file) => file.fingerprint === fingerprint && file.size === size && file.name === cleanName,
    );
    if (same) return same;
    const changed = unfinished.find((file) => file.name === cleanName && file.id !== replaces);
    if (changed) throw new Failure('FILE_CHANGED', { fileId: changed.id });
    if (unfinished.length >= LIMITS.filesInTransit) throw new Failure('FILE_LIMIT', { limit: LIMITS.filesInTransit });
    return null;
  }

  /**
   * Whether there is space in addition to all promised uploads. Received bytes are no longer promised; those received
   * during this check are counted twice rather than not at all, hence free space is queried last.
   */
  async function assertRoom(tx: Tx, size: number): Promise<void> {
    if ((await blobs.room()) === Infinity) return;
    await repo.lockRoom(tx);
    const promised = await repo.listPromised(tx);
    let needed = size + promised.reduce((sum, each) => sum + each.size, 0);
    if (needed <= (await blobs.room())) return;
    for (const { ref, size: whole } of promised.slice(0, MAX_CHECKED))
      if (ref) needed += (await blobs.toCome(ref, whole)) - whole;
    if (needed > (await blobs.room())) throw new Failure('STORAGE_FULL');
  }

  async function giveUp(tx: Tx, by: Attendance, fileId: string): Promise<void> {
    const file = await repo.find(fileId, tx);
    if (!file || file.senderId !== by.seat.participantId || file.state !== 'UPLOADING') return;
    await mover.move(
      file,
      { to: 'WITHDRAWN', type: 'files.withdrawn', actor: actorOf(by.seat), wasPublished: false },
      tx,
    );
  }

  async function create(tx: Tx, by: Attendance, offer: Offer): Promise<FileRow> {
    const now = clock.now();
    const row: FileRow = {
      ...{ mediaType: null, category: null, sha256: null, refusal: null, isHeld: false, isScanned: false, ref: null },
      ...{ publishedAt: null, publishedSeq: null, endedAt: null, checkDueAt: null, purgedAt: null },
      id: newId(),
      siteId: by.session.siteId,
      sessionId: by.session.id,
      senderId: by.seat.participantId,
      kind: offer.kind,
      name: offer.cleanName,
      size: offer.size,
      declaredType: offer.type,
      fingerprint: offer.fingerprint,
      state: 'UPLOADING',
      offeredAt: now,
      expiresAt: after(now, LIMITS.fileUploadIdle),
    };
    await repo.create(tx, row);
    await mover.log(tx, row, 'files.offered', { actor: actorOf(by.seat) });
    return row;
  }

  function takeOffer({ viewer, site }: Context, offer: Offer): Promise<FileRow> {
    return events.transaction(async (tx) => {
      const by = await sessions.access.toAct(tx, viewer, offer.sessionId, actOf(offer));
      const decided = await settings.of(site.id, tx);
      // a screenshot of a visible screen has no direction
      if (offer.kind === 'FILE' && !maySendFrom(by.seat, decided)) throw new Failure('FILE_DIRECTION_OFF');
      assertAllowed(offer, decided);
      const cut = await findCut(tx, by, offer);
      if (cut) return cut;
      if (offer.replaces) await giveUp(tx, by, offer.replaces);
      if ((await repo.bytesOf(tx, by.session.id)) + offer.size > LIMITS.filesBytesPerSession)
        throw new Failure('FILES_TOGETHER_TOO_LARGE', { limit: LIMITS.filesBytesPerSession / 1024 ** 3 });
      await assertRoom(tx, offer.size);
      if ((await repo.count(tx, by.session.id)) >= LIMITS.filesPerSession)
        throw new Failure('FILE_LIMIT', { limit: LIMITS.filesPerSession });
      return create(tx, by, offer);
    });
  }

  return async function offerFile(context: Context, input: OfferFileInput): Promise<FileRow> {
    const cleanName = cleanFileName(input.name);
    if (!cleanName) throw new Failure('FILE_NAME_UNUSABLE');
    if (!Number.isSafeInteger(input.size) || input.size < 0)
      throw new Failure('BAD_INPUT', {}, [{ path: 'size', rule: 'INVALID' }]);
    if (input.size === 0) throw new Failure('FILE_EMPTY');
    const offer = { ...input, cleanName };
    return orStorageFull(() => takeOffer(context, offer));
  };
}
export type OfferFile = ReturnType<typeof createOfferFile>;
