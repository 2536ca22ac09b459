/** The headings of the palette, in order. */
export const COMMAND_GROUPS = ['acts', 'places', 'people', 'live', 'recent'] as const;

/** One line of the palette: an act, a place, a person or a session. */
export interface Command {
  id: string;
  group: (typeof COMMAND_GROUPS)[number];
  label: string;
  /** What tells it from others of the same name. */
  hint?: string | undefined;
  /** Further words that find it. */
  also?: string;
  /** Its key as it is written. */
  key?: string | undefined;
  isOn?: boolean;
  /** Why it can't be run now. */
  reason?: string | null;
  /** Already searched for these words, by more than what is shown. */
  isFound?: boolean;
  run(): unknown;
}

const INITIALS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const [FIRST_SYLLABLE, LAST_SYLLABLE, PER_INITIAL] = [0xac00, 0xd7a3, 588];

/** "화면 보기" → "ㅎㅁ ㅂㄱ": people type only the initial consonants to find something quickly. */
export const initialsOf = (text: string): string =>
  [...text]
    .map((char) => {
      const code = char.codePointAt(0)!;
      const isSyllable = code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;
      return isSyllable ? INITIALS[Math.floor((code - FIRST_SYLLABLE) / PER_INITIAL)] : char;
    })
    .join('');

const plain = (text: string) => text.normalize('NFC').toLowerCase();
const wordsOf = (text: string) => plain(text).split(/\s+/).filter(Boolean);

/** 3: the label begins with the words; 2: each word begins a word of the label; 1: each is somewhere in it; 0: not found. */
function rankOf({ label, hint = '', also = '', isFound }: Command, words: readonly string[]): number {
  const all = plain(`${label} ${hint} ${also}`);
  const initials = initialsOf(all);
  if (!words.every((word) => all.includes(word) || initials.includes(word))) return isFound ? 1 : 0;
  if (words.length > 0 && plain(label).startsWith(words.join(' '))) return 3;
  const starts = [plain(label), initialsOf(plain(label))].flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  return words.every((word) => starts.some((start) => start.startsWith(word))) ? 2 : 1;
}

export interface Found {
  group: Command['group'];
  commands: Command[];
}

/** Finds commands by words in any order. What is named by them comes first, and the groups that have such a command. */
export function search(commands: readonly Command[], text: string): Found[] {
  const words = wordsOf(text);
  const ranked = commands.map((command) => ({ command, rank: rankOf(command, words) })).filter(({ rank }) => rank > 0);
  return COMMAND_GROUPS.map((group) => ({
    group,
    entries: ranked.filter(({ command }) => command.group === group).sort((one, other) => other.rank - one.rank),
  }))
    .filter(({ entries }) => entries.length > 0)
    .sort((one, other) => other.entries[0]!.rank - one.entries[0]!.rank)
    .map(({ group, entries }) => ({ group, commands: entries.map(({ command }) => command) }));
}
