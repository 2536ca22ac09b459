import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** The stored bytes differ from those that were written. */
export class TamperedError extends Error {}

/** Plaintext bytes of a frame; only the last frame may have fewer. */
export const FRAME = 256 * 1024;
const NONCE = 12;
const TAG = 16;
/** Stored size of a full frame. */
export const SEALED_FRAME = NONCE + FRAME + TAG;

/** Key material of one blob: an AES-256 key of its own, derived from the session's key. */
export interface FrameKey {
  key: Buffer;
  /** Bound into every frame as associated data, so that no frame can be moved to another blob. */
  id: string;
  size: number;
}

export const frameKey = (sessionKey: Uint8Array, id: string, size: number): FrameKey => ({
  key: Buffer.from(hkdfSync('sha256', sessionKey, '', `tandem blob ${id}`, 32)),
  id,
  size,
});

/**
 * Associated data: blob, index and whether it is the last frame. Frames can't be swapped, dropped, repeated or
 * truncated undetected.
 */
const about = ({ id, size }: FrameKey, index: number): Buffer => Buffer.from(`${id} ${size} ${index}`);

/**
 * Plaintext → nonce, ciphertext, tag. The nonce is random: a frame that is rewritten after an interruption gets a new
 * one.
 */
export function sealFrame(sealing: FrameKey, index: number, plain: Uint8Array): Buffer[] {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', sealing.key, nonce);
  cipher.setAAD(about(sealing, index));
  const sealed = cipher.update(plain);
  cipher.final();
  return [nonce, sealed, cipher.getAuthTag()];
}

/** @throws TamperedError */
export function openFrame(sealing: FrameKey, index: number, sealed: Uint8Array): Buffer {
  if (sealed.length < NONCE + TAG) throw new TamperedError();
  const decipher = createDecipheriv('aes-256-gcm', sealing.key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(about(sealing, index));
  decipher.setAuthTag(sealed.subarray(-TAG));
  const plain = decipher.update(sealed.subarray(NONCE, -TAG));
  try {
    decipher.final();
  } catch {
    throw new TamperedError();
  }
  return plain;
}

/** Plaintext bytes in `stored` stored bytes: full frames only, and the last one. */
export function plainSize(stored: number, size: number): number {
  const frames = Math.ceil(size / FRAME);
  const sealedSize = size + frames * (NONCE + TAG);
  return stored >= sealedSize ? size : Math.floor(stored / SEALED_FRAME) * FRAME;
}

/** Offset in the store of the frame that contains a plaintext byte. */
export const sealedOffset = (index: number): number => index * SEALED_FRAME;
export const sealedEnd = (size: number): number => size + Math.ceil(size / FRAME) * (NONCE + TAG);
