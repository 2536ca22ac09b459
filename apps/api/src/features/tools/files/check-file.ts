import { createHash } from 'node:crypto';
import { LIMITS, type FileRefusal } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { TamperedError } from '../../../platform/blobs/index.js';
import { SYSTEM, type EventActor } from '../../../platform/events/index.js';
import type { Uses } from '../../../platform/index.js';
import { actorOf } from '../../session/sessions/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { Settings } from '../../site/settings/index.js';
import { scan, ScannerError } from './clamd.js';
import type { FileMover } from './move-file.js';
import { HEAD_BYTES, type DetectedType } from './file-types.js';
import type { FileRow, FilesRepo } from './files.repo.js';
import { detectType, refuse } from './detect-type.js';
import type { RunningHashes } from './running-hashes.js';
import { openSealed } from './sealed-file.js';

interface Deps extends Uses<'config' | 'clock' | 'log' | 'blobs' | 'keys'> {
  repo: FilesRepo;
  settings: Settings;
  participants: Participants;
  mover: FileMover;
  hashes: RunningHashes;
}
interface Findings extends DetectedType {
  sha256: string;
}

const DAY = 24 * 3600 * 1000;

/**
 * Checks a complete file: its type, its hash, and the virus scanner's verdict where one is configured. Without the
 * verdict the file stays unpublished, and the scanner is asked again.
 */
export function createCheckFile(deps: Deps) {
  const { clock, config, log, blobs, repo, settings, participants, mover, hashes } = deps;
  /** Running checks, so that none is started twice. */
  const running = new Map<string, Promise<void>>();

  async function examine(file: FileRow): Promise<Findings | FileRefusal> {
    const sealed = await openSealed(deps, file);
    const known = hashes.take(file.id, file.size);
    const site = await settings.of(file.siteId);
    for await (const beginning of blobs.read(sealed, 0, Math.min(HEAD_BYTES, file.size))) {
      const judged = await detectType(file, beginning, site);
      if (typeof judged === 'string') return judged;
      if (known && !config.clamdAddress) return { ...judged, sha256: known };
      const hash = createHash('sha256');
      const bytes = hashed(blobs.read(sealed), hash);
      const verdict = config.clamdAddress ? await scan(config.clamdAddress, bytes) : await drain(bytes);
      if (verdict === 'MALWARE') return 'MALWARE';
      if (verdict === 'TOO_LARGE') return 'TOO_LARGE_TO_SCAN';
      return { ...judged, sha256: hash.digest('hex') };
    }
    return 'DAMAGED';
  }

  async function senderOf({ senderId }: FileRow): Promise<EventActor> {
    const sender = await participants.find(senderId);
    return sender ? actorOf({ role: sender.role, participantId: senderId }) : SYSTEM;
  }

  async function publish(file: FileRow, findings: Findings): Promise<void> {
    const now = clock.now();
    const { fileRetentionDays } = await settings.of(file.siteId);
    const expiresAt = after(now, fileRetentionDays * DAY);
    await mover.move(file, {
      to: 'PUBLISHED',
      change: {
        ...findings,
        publishedAt: now,
        expiresAt,
        isHeld: false,
        isScanned: Boolean(config.clamdAddress),
        checkDueAt: null,
      },
      type: 'files.published',
      actor: await senderOf(file),
    });
  }

  async function check(id: string): Promise<void> {
    const file = await repo.find(id);
    if (file?.state !== 'CHECKING') return;
    try {
      const outcome = await examine(file);
      if (typeof outcome === 'string') await refuse(mover, file, outcome);
      else await publish(file, outcome);
    } catch (error) {
      if (error instanceof TamperedError) return void (await refuse(mover, file, 'DAMAGED'));
      if (!(error instanceof ScannerError)) throw error;
      log.error({ err: error, fileId: id }, 'the virus scanner can not be asked: the file is held back');
      await repo.update(id, { isHeld: true, checkDueAt: after(clock.now(), LIMITS.fileCheckAgain) });
    }
  }

  function begin(id: string): Promise<void> {
    const known = running.get(id);
    if (known) return known;
    const run = check(id)
      .catch((error: unknown) => log.error({ err: error, fileId: id }, 'a file will be checked again'))
      .finally(() => running.delete(id));
    running.set(id, run);
    return run;
  }

  return {
    begin: (id: string) => void begin(id),
    /** Checks that were interrupted by a restart, or failed because the scanner was unavailable. */
    async sweep(): Promise<void> {
      for (const { id } of await repo.listToCheck(clock.now())) await begin(id);
    },
    settle: async (): Promise<void> => void (await Promise.all(running.values())),
  };
}
export type CheckFile = ReturnType<typeof createCheckFile>;

type Bytes = AsyncIterable<Uint8Array>;

async function* hashed(bytes: Bytes, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

async function drain(bytes: Bytes): Promise<'CLEAN'> {
  for await (const chunk of bytes) void chunk;
  return 'CLEAN';
}
