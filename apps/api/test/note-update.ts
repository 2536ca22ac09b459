import * as Y from 'yjs';

/** The update of a window that has written these words into an empty note. */
export function noteUpdate(words: string): string {
  const doc = new Y.Doc();
  doc.getText('body').insert(0, words);
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}
