import { cleanFileName, fillReply, LIMITS, parseSessionNumber, REPLY_SHORT, toReplyShort } from '@tandem/domain';
import { addressFrom, isSameName, lineFrom, textFrom, unknownVariables, withoutEnd } from '@tandem/domain';
import { changedLines } from '../../../csr-console/src/features/administration/history/changed-lines.js';
import { search } from '../../../csr-console/src/features/commands/command.js';
import { markdownNodes } from '../../../csr-console/src/kit/markdown-nodes.js';
import { initialsOf } from '../../../../libs/session-client/src/model/initials.js';
import { toPieces } from '../../../../libs/session-client/src/components/link-pieces.js';
import { NoteDoc } from '../../../../libs/session-client/src/model/note-doc.js';
import { useSlash } from '../../../../libs/session-client/src/chat/use-slash.js';
import { assertStrongPassword } from '../../src/features/site/auth/strong-password.js';
import { after, over, type Work } from './shapes.js';

const reply = { 'customer.name': 'a', 'csr.name': 'b', 'site.name': 'c', 'session.number': 'd' };

export const LIBRARIES_AND_PAGES: Work[] = [
  {
    file: 'libs/domain/src/strong-password.ts',
    name: 'assertStrongPassword',
    most: LIMITS.passwordMax,
    run: (text) =>
      assertStrongPassword(text, { email: 'somebody@example.org', names: ['Park Jihun'] }).catch(() => null),
  },
  {
    file: 'libs/domain/src/canned-replies.ts',
    name: 'fillReply',
    most: LIMITS.chatText,
    run: (text) => fillReply(text, reply),
  },
  { file: 'libs/domain/src/canned-replies.ts', name: 'unknownVariables', most: LIMITS.chatText, run: unknownVariables },
  {
    file: 'libs/domain/src/canned-replies.ts',
    name: 'toReplyShort',
    most: LIMITS.replyShort,
    run: (text) => REPLY_SHORT.test(toReplyShort(text)),
  },
  { file: 'libs/domain/src/incoming-text.ts', name: 'textFrom', most: LIMITS.requestBytes, run: textFrom },
  { file: 'libs/domain/src/incoming-text.ts', name: 'lineFrom', most: LIMITS.requestBytes, run: lineFrom },
  { file: 'libs/domain/src/incoming-text.ts', name: 'addressFrom', most: LIMITS.requestBytes, run: addressFrom },
  {
    file: 'libs/domain/src/same-name.ts',
    name: 'isSameName',
    most: LIMITS.personName,
    run: (text) => isSameName(text, 'a'),
  },
  {
    file: 'apps/csr-console/src/features/commands/command.ts',
    name: 'search',
    most: LIMITS.personName,
    run: (text) => search([{ id: 'a', group: 'people', label: text, run: () => undefined }], text),
  },
  {
    file: 'libs/session-client/src/model/initials.ts',
    name: 'initialsOf',
    most: LIMITS.personName,
    run: initialsOf,
  },
  { file: 'libs/domain/src/files.ts', name: 'cleanFileName', most: LIMITS.fileName, run: cleanFileName },
  {
    file: 'libs/domain/src/session-number.ts',
    name: 'parseSessionNumber',
    most: LIMITS.requestBytes,
    run: parseSessionNumber,
  },
  {
    file: 'libs/domain/src/text-ends.ts',
    name: 'withoutEnd',
    most: LIMITS.noteBody,
    run: (text) => withoutEnd(text, '. x'),
  },
  { file: 'libs/session-client/src/components/link-pieces.ts', name: 'toPieces', most: LIMITS.chatText, run: toPieces },
  {
    file: 'libs/session-client/src/model/note-doc.ts',
    name: 'NoteDoc.write',
    most: LIMITS.noteBody,
    run: (text) => {
      const doc = new NoteDoc();
      doc.write(text);
      doc.write(`${text.slice(0, text.length / 2)}b${text.slice(text.length / 2)}`);
    },
  },
  {
    file: 'libs/session-client/src/chat/use-slash.ts',
    name: 'useSlash.look',
    most: LIMITS.chatText,
    run: (text) => useSlash(() => ({ all: () => [], used: () => undefined })).look(text, text.length),
    shapes: { slashes: over(' /a'), 'a long name': after('/', 'a', '.') },
  },
  {
    file: 'apps/csr-console/src/kit/markdown-nodes.ts',
    name: 'markdownNodes',
    most: LIMITS.noteBody,
    run: markdownNodes,
  },
  {
    file: 'apps/csr-console/src/features/administration/history/changed-lines.ts',
    name: 'changedLines',
    most: LIMITS.mailBody,
    run: (text) => changedLines(text, text.slice(1)),
    shapes: { lines: over('\n'), 'lines of one letter': over('a\n') },
  },
];
