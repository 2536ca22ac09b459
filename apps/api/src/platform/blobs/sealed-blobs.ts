import { releaseMemory } from './release-memory.js';
import type { BlobStore } from './blob-store.js';
import {
  FRAME,
  openFrame,
  plainSize,
  SEALED_FRAME,
  sealedEnd,
  sealedOffset,
  sealFrame,
  TamperedError,
  type FrameKey,
} from './frames.js';

export interface SealedBlob {
  ref: string;
  sealing: FrameKey;
}
type Bytes = AsyncIterable<Uint8Array>;

/**
 * Encrypted blobs: AES-256-GCM in frames. An interrupted upload keeps its full frames and resumes after them; the bytes
 * of an incomplete frame are sent again.
 */
export function createSealedBlobs(store: BlobStore) {
  /** Stored plaintext bytes. */
  const received = async ({ ref, sealing }: SealedBlob): Promise<number> =>
    plainSize(await store.size(ref), sealing.size);

  /** Bytes that an upload of this size still needs; all of them when its blob is missing. */
  const toCome = async (ref: string, size: number): Promise<number> =>
    Math.max(0, sealedEnd(size) - (await store.size(ref).catch(() => 0)));

  /**
   * Appends at `offset`, a multiple of the frame size. `onFrame` gets each frame before it is written, and may throw.
   * @returns the number of plaintext bytes stored afterwards
   */
  async function append(
    { ref, sealing }: SealedBlob,
    offset: number,
    source: Bytes,
    onFrame: (plain: Uint8Array, at: number) => void | Promise<void>,
  ): Promise<number> {
    const writer = await store.append(ref, sealedOffset(offset / FRAME));
    let at = offset;
    try {
      for await (const plain of inFrames(source, sealing.size - offset)) {
        await onFrame(plain, at);
        await writer.write(sealFrame(sealing, at / FRAME, plain));
        at += plain.length;
      }
    } finally {
      await writer.close();
    }
    return at;
  }

  /** Plaintext from `from` to `to` (exclusive), with at most one frame in memory. @throws TamperedError */
  async function* read({ ref, sealing }: SealedBlob, from = 0, to = sealing.size): AsyncGenerator<Buffer> {
    if (from >= to) return;
    let index = Math.floor(from / FRAME);
    const end = Math.min(sealedEnd(sealing.size), sealedOffset(Math.ceil(to / FRAME)));
    const stored = await store.read(ref, sealedOffset(index), end, SEALED_FRAME);
    let at = index * FRAME;
    for await (const sealed of cut(stored, SEALED_FRAME, end - sealedOffset(index))) {
      const plain = openFrame(sealing, index, sealed);
      const wanted = plain.subarray(Math.max(0, from - at), Math.max(0, to - at));
      at += plain.length;
      index += 1;
      if (wanted.length) yield wanted;
    }
    if (at < to) throw new TamperedError();
  }

  return {
    create: store.create,
    seal: store.seal,
    remove: store.remove,
    room: store.room,
    received,
    toCome,
    append,
    read,
  };
}
export type SealedBlobs = ReturnType<typeof createSealedBlobs>;

const inFrames = (source: Bytes, length: number): AsyncGenerator<Uint8Array> => cut(source, FRAME, length, true);

/**
 * Chunks of `size` bytes, and a shorter last one where `length` ends; the remainder of an interrupted source is
 * dropped. A chunk is valid until the next one is requested: combined chunks share one buffer.
 */
async function* cut(source: Bytes, size: number, length: number, isOurs = false): AsyncGenerator<Uint8Array> {
  let together: Buffer | null = null;
  let left = length;
  let filled = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length && left > 0;) {
      const wanted = Math.min(size, left);
      const taken = Math.min(chunk.length - at, wanted - filled);
      const isWhole = taken === wanted;
      if (!isWhole) (together ??= Buffer.allocUnsafe(size)).set(chunk.subarray(at, at + taken), filled);
      at += taken;
      filled += taken;
      if (filled < wanted) continue;
      left -= filled;
      filled = 0;
      yield isWhole ? chunk.subarray(at - taken, at) : together!.subarray(0, wanted);
    }
    if (!isOurs) continue;
    releaseMemory(chunk);
    if (left === 0) return; // complete: the sender may disconnect now
  }
}
