import { LIMITS } from './limits.js';

/** What belongs to a person, and is the first thing that is tried with their account. */
export interface Belongings {
  email: string;
  /** Of the person, the site, the organisation. */
  names: readonly string[];
}
export type PasswordFault = 'PASSWORD_TOO_WEAK' | 'PASSWORD_NAMES_YOU' | 'PASSWORD_GUESSABLE';
/** How many guesses a password takes, from 0 to 4 as zxcvbn counts; `own` are words that belong to its person. */
export type Scored = (password: string, own: string[]) => number;

/** Korean ones, as they are written and as they come out of the letters' keys; of the others zxcvbn knows more. */
export const KOREAN_PASSWORDS: readonly string[] = [
  ...['비밀번호', '안녕하세요', '사랑해', '사랑해요', '대한민국', '관리자'],
  ...['qlalfqjsgh', 'dkssudgktpdy', 'tkfkdgo', 'tkfkdgody', 'eogksalsrnr', 'rhksflwk'],
];
const PRODUCT = 'tandem';
/** Less makes a word that is in everything. */
const SHORTEST_NAME = 4;
/** A hundred million guesses. */
const LEAST_SCORE = 3;
/** What follows makes no password better that is a bad one up to here; the work grows with the square. */
const MAX_SCORED = 64;

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * What is wrong with a new password; null when nothing. Long enough, and none of those that are tried first: length beats
 * rules about signs (NIST SP 800-63B 5.1.1.2). The server asks it, and pages do while somebody types.
 * @param load the lists are large: they are asked for when they are needed
 */
export async function passwordFault(
  password: string,
  { email, names }: Belongings,
  load: () => Promise<Scored>,
): Promise<PasswordFault | null> {
  if (password.length < LIMITS.passwordMin || password.length > LIMITS.passwordMax) return 'PASSWORD_TOO_WEAK';
  const given = plain(password);
  const local = plain(email.split('@')[0]!);
  if (local.length >= SHORTEST_NAME && given.includes(local)) return 'PASSWORD_NAMES_YOU';
  const scoreOf = await load();
  const isGuessed = (text: string) => scoreOf(text.slice(0, MAX_SCORED), [email, local]) < LEAST_SCORE;
  if (isGuessed(given)) return 'PASSWORD_GUESSABLE';
  const known = [PRODUCT, ...names.map(plain)].filter((name) => name.length >= SHORTEST_NAME);
  const rest = known.reduce((text, name) => text.replaceAll(name, ''), given);
  return rest !== given && isGuessed(rest) ? 'PASSWORD_NAMES_YOU' : null;
}
