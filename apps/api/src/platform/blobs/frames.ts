import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What was stored is not what was written. */
export class TamperedError extends Error {}

/** Plain bytes of a frame; only the last one may have fewer. */
export const FRAME = 256 * 1024;
const NONCE = 12;
const TAG = 16;
/** What a whole frame takes in the store. */
export const SEALED_FRAME = NONCE + FRAME + TAG;

/** What one blob is sealed with: an AES-256 key of its own, made from its session's. */
export interface FrameKey {
  key: Buffer;
  /** Bound into every frame, so that none can stand in another blob. */
  id: string;
  size: number;
}

export const frameKey = (sessionKey: Uint8Array, id: string, size: number): FrameKey => ({
  key: Buffer.from(hkdfSync('sha256', sessionKey, '', `tandem blob ${id}`, 32)),
  id,
  size,
});

/** Bound to blob, place and whether it is the last: frames can't be swapped, dropped, repeated or cut off unseen. */
const about = ({ id, size }: FrameKey, index: number): Buffer => Buffer.from(`${id} ${size} ${index}`);

/** Plain bytes → nonce, ciphertext, tag. A nonce is random: a frame that is written again after a cut gets another one. */
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

/** Plain bytes that `stored` bytes of the store hold: whole frames only, and the last one. */
export function plainSize(stored: number, size: number): number {
  const frames = Math.ceil(size / FRAME);
  const sealedSize = size + frames * (NONCE + TAG);
  return stored >= sealedSize ? size : Math.floor(stored / SEALED_FRAME) * FRAME;
}

/** Where the frame that holds a plain byte begins in the store. */
export const sealedOffset = (index: number): number => index * SEALED_FRAME;
export const sealedEnd = (size: number): number => size + Math.ceil(size / FRAME) * (NONCE + TAG);
