// eslint-disable-next-line no-restricted-imports -- notes are the console's alone, whose browsers can do it
import { textFrom } from '@tandem/domain';
import * as Y from 'yjs';

const TEXT = 'body';
const REMOTE = 'remote';

/** Where somebody's cursor stands, whatever is written before it by others. */
export type Place = Y.RelativePosition;

/**
 * A note that several write at once: what each has written is merged, in whatever order it arrives and however often.
 * Framework-free; `use-notes` carries it to the server and to the screen.
 */
export class NoteDoc {
  private readonly doc = new Y.Doc();
  private readonly text = this.doc.getText(TEXT);
  /** What the server is known to have. */
  private serverVector: Uint8Array | undefined;

  get body(): string {
    return this.text.toJSON();
  }

  /** Told of every change: whether it came from elsewhere. */
  onChange(listener: (isRemote: boolean) => void): void {
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => listener(origin === REMOTE));
  }

  /** Takes over what a field says now: only the part that changed is written, so that nobody else's words are touched. */
  write(typed: string): void {
    const next = textFrom(typed);
    const before = this.body;
    const { start, end } = commonEnds(before, next);
    const removed = before.length - end - start;
    const inserted = next.slice(start, next.length - end);
    if (!removed && !inserted) return;
    this.doc.transact(() => {
      if (removed) this.text.delete(start, removed);
      if (inserted) this.text.insert(start, inserted);
    });
  }

  /** Merges what is in another document's state or update. */
  merge(update: string): void {
    Y.applyUpdate(this.doc, fromBase64(update), REMOTE);
  }

  /** What the server lacks, as far as it is known what it has. */
  get unsent(): string {
    return toBase64(Y.encodeStateAsUpdate(this.doc, this.serverVector));
  }
  /** All of it: to be kept, or for a server of which nothing is known. */
  get whole(): string {
    return toBase64(Y.encodeStateAsUpdate(this.doc));
  }
  get vector(): string {
    return toBase64(Y.encodeStateVector(this.doc));
  }
  serverHas(vector: string): void {
    this.serverVector = fromBase64(vector);
  }
  serverForgot(): void {
    this.serverVector = undefined;
  }

  placeOf(index: number): Place {
    return Y.createRelativePositionFromTypeIndex(this.text, index);
  }
  indexOf(place: Place): number {
    return Y.createAbsolutePositionFromRelativePosition(place, this.doc)?.index ?? this.text.length;
  }
}

/** How many letters two texts share at their beginning and at their end; half a letter (of a pair) is none. */
function commonEnds(before: string, next: string): { start: number; end: number } {
  const most = Math.min(before.length, next.length);
  let start = 0;
  while (start < most && before[start] === next[start]) start++;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === next[next.length - 1 - end]) end++;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--;
  return { start, end };
}
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
