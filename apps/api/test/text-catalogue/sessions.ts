import { LIMITS } from '@tandem/domain';
import * as Y from 'yjs';
import { shortened } from '../../src/features/tools/chat/mail-conversation.js';
import { redact } from '../../src/features/tools/chat/redact.js';
import type { Transcript } from '../../src/features/tools/chat/transcript-texts.js';
import { toPlainText } from '../../src/features/tools/chat/write-transcript.js';
import { findType } from '../../src/features/tools/files/file-types.js';
import { mergeInto, openNote } from '../../src/features/tools/notes/note-document.js';
import { csvLine } from '../../src/features/overview/reports/csv.js';
import { quietly, type Work } from './shapes.js';

const features = 'apps/api/src/features';
const transcript = (...texts: string[]): Transcript => ({
  site: 'Acme',
  number: '481207936',
  startedAt: new Date(0),
  endedAt: null,
  endReason: null,
  cutTo: null,
  messages: texts.map((text) => ({
    sentAt: new Date(0),
    from: { name: 'Park Jihun', role: 'PRIMARY_CUSTOMER' },
    audience: 'EVERYONE',
    to: null,
    text,
    isLink: false,
    editedAt: null,
    isDeleted: false,
    openings: [],
  })),
});
/** As many characters as fit, each written once before the repeated ones. */
function noteUpdate(length: number): string {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = 7;
  for (let i = 0; i < length / 20; i++) doc.getText('body').insert(i % 2 ? i : 0, 'a');
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}

export const SESSIONS: Work[] = [
  { file: `${features}/tools/chat/redact.ts`, name: 'redact', most: LIMITS.chatText, run: redact },
  {
    file: `${features}/tools/chat/write-transcript.ts`,
    name: 'toPlainText',
    most: LIMITS.mailedText,
    run: (text) => toPlainText(transcript(text), 'en', 'UTC'),
  },
  {
    file: `${features}/tools/chat/mail-conversation.ts`,
    name: 'shortened, of short messages',
    most: 1000,
    run: (text) => toPlainText(shortened(transcript(...text.split(''))), 'en', 'UTC'),
  },
  {
    file: `${features}/tools/files/file-types.ts`,
    name: 'findType',
    most: LIMITS.fileName,
    run: (text) => findType(Buffer.from(text), text, text),
  },
  {
    file: `${features}/tools/notes/note-document.ts`,
    name: 'mergeInto',
    most: LIMITS.noteUpdate,
    run: (text) => quietly(() => mergeInto(openNote(null, ''), text)),
    shapes: { 'letters written one by one': noteUpdate },
  },
  {
    file: `${features}/overview/reports/csv.ts`,
    name: 'csvLine',
    most: LIMITS.chatText,
    run: (text) => csvLine([text, text]),
  },
];
