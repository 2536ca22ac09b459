// eslint-disable-next-line no-restricted-imports -- only the console has notes, and its browsers support it
import { textFrom } from '@tandem/domain';
import * as Y from 'yjs';

const TEXT = 'body';

/** The position of a cursor, independent of what others write before it. */
export type Place = Y.RelativePosition;

/**
 * A note that several people write at the same time. Updates may arrive in any order and repeatedly. It needs no framework;
 * `use-notes` connects it to the server and the screen.
 */
export class NoteDoc {
  private readonly doc = new Y.Doc();
  private readonly text = this.doc.getText(TEXT);
  /** The state vector of the server's copy, if known. */
  private serverVector: Uint8Array | undefined;

  get body(): string {
    return this.text.toJSON();
  }

  onChange(listener: () => void): void {
    this.doc.on('update', () => listener());
  }

  /** Applies the current text of a field. Only the changed part is written, so that the text of others is not touched. */
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

  /** Merges a state or an update of another copy. */
  merge(update: string): void {
    Y.applyUpdate(this.doc, fromBase64(update));
  }

  /** An update with everything that the server lacks, as far as known. */
  get unsent(): string {
    return toBase64(Y.encodeStateAsUpdate(this.doc, this.serverVector));
  }
  /** The whole state, for the browser's storage. */
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

/** The lengths of the common start and end of two texts, without splitting surrogate pairs. */
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
