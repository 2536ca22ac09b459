import type { FieldError } from '@tandem/contract';
import { LIMITS, textFrom } from '@tandem/domain';
import { Failure, ruleBroken } from '../../../platform/graphql/index.js';
import * as Y from 'yjs';

export type NoteState = Uint8Array<ArrayBuffer>;

const TEXT = 'body';
/** The client id of texts from before notes were merged: the same for everybody, so that the text is not duplicated. */
const FORMER_WRITER = 1;

/** A note's document: its stored state, or for a text without one a document with that text. */
export function openNote(state: NoteState | null, body: string): Y.Doc {
  const doc = new Y.Doc();
  if (state) Y.applyUpdate(doc, state);
  else if (body) {
    doc.clientID = FORMER_WRITER;
    doc.getText(TEXT).insert(0, body);
  }
  return doc;
}

/** The text for reading and search; the document itself stays as its writers merge it. */
export const textOf = (doc: Y.Doc): string => textFrom(doc.getText(TEXT).toJSON());
export const stateOf = (doc: Y.Doc): NoteState => Y.encodeStateAsUpdate(doc) as NoteState;
export const vectorOf = (doc: Y.Doc): string => toBase64(Y.encodeStateVector(doc));

const refuse = (path: string, rule: FieldError['rule'], limit?: number) =>
  new Failure('BAD_INPUT', {}, [{ path, rule, ...(limit && { limit }) }]);

/**
 * Merges an update. @throws BAD_INPUT for an invalid update, one with unknown dependencies, or one that is too large
 */
export function mergeInto(doc: Y.Doc, update: string): void {
  try {
    Y.applyUpdate(doc, fromBase64(update));
  } catch {
    throw refuse('update', 'INVALID');
  }
  // a missing dependency has not arrived: the client then sends everything
  if (doc.store.pendingStructs || doc.store.pendingDs) throw refuse('update', 'INVALID');
  const broken = ruleBroken(textOf(doc), { max: LIMITS.noteBody });
  if (broken) throw refuse('body', broken, broken === 'TOO_LONG' ? LIMITS.noteBody : undefined);
  if (stateOf(doc).length > LIMITS.noteState) throw refuse('body', 'TOO_LONG', LIMITS.noteBody);
}

/** The updates that a reader with this state vector lacks; everything without one. @throws BAD_INPUT */
export function missingSince(doc: Y.Doc, vector: string | null | undefined): string {
  try {
    return toBase64(Y.encodeStateAsUpdate(doc, vector ? fromBase64(vector) : undefined));
  } catch {
    throw refuse('have', 'INVALID');
  }
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
