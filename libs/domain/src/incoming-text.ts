/**
 * Normalises text from people, who paste it from phones, chats, word processors, PDFs and terminals: one spelling for
 * what looks the same, and no invisible characters that could disguise it or make it fail. Runs in linear time.
 */

/** Maximum of combining marks on one letter; no language needs more, and sorting many takes quadratic time. */
const MOST_MARKS = 30;
const TOO_MANY_MARKS = /* @__PURE__ */ new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');

/** NFC: macOS decomposes 한 into three parts. */
export const composed = (text: string): string => text.replace(TOO_MANY_MARKS, '$1').normalize('NFC');

/* eslint-disable no-control-regex -- they are what is searched for */
/** Escape sequences of terminals: colours, titles, links. */
const TERMINAL = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;
/** Except NUL, which no database stores: it stays, to be rejected. */
const CONTROL = /[\u0001-\u0008\u000e-\u001f\u007f-\u009f]/g;
/** Line endings of Word, PDFs, printers and mainframes. */
const BREAK = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;
const BREAK_OF_OTHERS = /[\u000b\u000c\u0085\u2028\u2029]/g;
/* eslint-enable no-control-regex */

/** Bidirectional formatting, which is copied along with numbers; byte order marks; interlinear annotations. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
/** Tag characters: they form flags, and are invisible otherwise. */
const TAG = /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{2,6}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

// Kept in one-line text: invisible characters that change how their neighbours look.
const FLAG = '\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{2,6}\\u{e007f}';
const PICTURE = '\\p{Extended_Pictographic}';
const JOINED_PICTURES = `(?<=${PICTURE}\\ufe0f?[\\u{1f3fb}-\\u{1f3ff}]?)\\u200d(?=${PICTURE})`;
const COLOURED = `(?<=(?!\\p{Emoji_Presentation})${PICTURE})\\ufe0f|(?<=[#*0-9])\\ufe0f(?=\\u20e3)`;
/** Persian and related scripts: a non-joiner after a letter that would join. */
const UNJOINED =
  '(?<=(?![\\u0621-\\u0625\\u0627\\u0629\\u062f-\\u0632\\u0648\\u0671\\u0688-\\u0699\\u06c0-\\u06cb\\u06d2])\\p{Script=Arabic})\\u200c(?=\\p{Script=Arabic})';
/** Hindi and related scripts: joiners after the virama of a consonant. */
const CONJUNCT =
  '(?<=[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca])[\\u200c\\u200d](?=\\p{L})';
const UNSEEN = /\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu;
// eslint-disable-next-line es-x/no-regexp-lookbehind-assertions -- not for the portal, which may not import it
const UNSEEN_OR_KEPT = /* @__PURE__ */ new RegExp(
  `(${[FLAG, JOINED_PICTURES, COLOURED, UNJOINED, CONJUNCT].join('|')})|${UNSEEN.source}`,
  'gu',
);
/** All kinds of spaces, including the empty Braille pattern. */
const BLANKS = /(?:[^\S\r\n]|\u2800)+/gu;

/** Text of several lines. Emoji sequences, non-joined letters and variant forms are kept. */
export function textFrom(typed: string): string {
  const lines = typed.replace(TERMINAL, '').replace(BREAK, '\n').replace(CONTROL, '');
  return composed(lines.replace(DIRECTION, '').replace(TAG, '$1'));
}

/**
 * A name, a code, a search: one line without invisible characters. Line breaks are kept, so that the caller can reject
 * them.
 */
export function lineFrom(typed: string): string {
  const line = typed.replace(TERMINAL, '').replace(BREAK_OF_OTHERS, ' ').replace(CONTROL, '');
  return composed(line.replace(UNSEEN_OR_KEPT, '$1')).replace(BLANKS, ' ').trim();
}

/** A mail address, without invisible characters. */
export const addressFrom = (typed: string): string => composed(typed.replace(CONTROL, '').replace(UNSEEN, '')).trim();
/** Accounts are identified by this: case-insensitive. */
export const accountAddressFrom = (typed: string): string => addressFrom(typed).toLowerCase();
