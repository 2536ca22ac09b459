/**
 * Text as people bring it: pasted out of phones, chats, word processors, PDFs and terminals, with marks in it that nobody
 * sees. One spelling for what looks the same, and nothing unseen that could hide in it or make it fail. Steps grow with the
 * length, whatever is sent.
 */

/** Of marks above and below one letter; no language has so many, and putting many in order takes their square. */
const MOST_MARKS = 30;
const TOO_MANY_MARKS = /* @__PURE__ */ new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');

/** Composed letters: Macs write 한 in three parts. */
export const composed = (text: string): string => text.replace(TOO_MANY_MARKS, '$1').normalize('NFC');

/* eslint-disable no-control-regex -- they are what is looked for */
/** What terminals are told with ESC: colours, titles, links. */
const TERMINAL = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;
/** But for the one that no database keeps: it stays, to be refused. */
const CONTROL = /[\u0001-\u0008\u000e-\u001f\u007f-\u009f]/g;
/** Ends of lines of Word, of PDFs, of printers and of mainframes. */
const BREAK = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;
const BREAK_OF_OTHERS = /[\u000b\u000c\u0085\u2028\u2029]/g;
/* eslint-enable no-control-regex */

/** Marks that turn the direction of text, as they come along with a copied number; byte order marks; notes between lines. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
/** Letters of tags: they make flags, and else nothing that is seen. */
const TAG = /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{2,6}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

// In one line stays what is unseen itself but seen by what it does to its neighbours.
const FLAG = '\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{2,6}\\u{e007f}';
const PICTURE = '\\p{Extended_Pictographic}';
const JOINED_PICTURES = `(?<=${PICTURE}\\ufe0f?[\\u{1f3fb}-\\u{1f3ff}]?)\\u200d(?=${PICTURE})`;
const COLOURED = `(?<=(?!\\p{Emoji_Presentation})${PICTURE})\\ufe0f|(?<=[#*0-9])\\ufe0f(?=\\u20e3)`;
/** Persian and its neighbours: not joined to the next letter, behind one that would be. */
const UNJOINED =
  '(?<=(?![\\u0621-\\u0625\\u0627\\u0629\\u062f-\\u0632\\u0648\\u0671\\u0688-\\u0699\\u06c0-\\u06cb\\u06d2])\\p{Script=Arabic})\\u200c(?=\\p{Script=Arabic})';
/** Hindi and its neighbours: how two consonants meet, behind the sign that takes the vowel away. */
const CONJUNCT =
  '(?<=[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca])[\\u200c\\u200d](?=\\p{L})';
const UNSEEN = /\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu;
// eslint-disable-next-line es-x/no-regexp-lookbehind-assertions -- not for the portal, which may not import it
const UNSEEN_OR_KEPT = /* @__PURE__ */ new RegExp(
  `(${[FLAG, JOINED_PICTURES, COLOURED, UNJOINED, CONJUNCT].join('|')})|${UNSEEN.source}`,
  'gu',
);
/** Every sort of blank, the empty sign of Braille among them. */
const BLANKS = /(?:[^\S\r\n]|\u2800)+/gu;

/** A text of several lines. Joined pictures, letters kept apart and other forms of a letter stay as they were written. */
export function textFrom(typed: string): string {
  const lines = typed.replace(TERMINAL, '').replace(BREAK, '\n').replace(CONTROL, '');
  return composed(lines.replace(DIRECTION, '').replace(TAG, '$1'));
}

/** A name, a code, a search: one line, in which nothing is that doesn't show. Its breaks stay, for who asks to refuse. */
export function lineFrom(typed: string): string {
  const line = typed.replace(TERMINAL, '').replace(BREAK_OF_OTHERS, ' ').replace(CONTROL, '');
  return composed(line.replace(UNSEEN_OR_KEPT, '$1')).replace(BLANKS, ' ').trim();
}

/** A mail address, without anything unseen. */
export const addressFrom = (typed: string): string => composed(typed.replace(CONTROL, '').replace(UNSEEN, '')).trim();
/** By which accounts are known: large and small letters are the same. */
export const accountAddressFrom = (typed: string): string => addressFrom(typed).toLowerCase();
