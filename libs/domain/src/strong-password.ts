import { LIMITS } from './limits.js';

/** Words related to a person, which are guessed first. */
export interface Belongings {
  email: string;
  /** Of the person, the site, the organisation. */
  names: readonly string[];
}
export type PasswordFault = 'PASSWORD_TOO_WEAK' | 'PASSWORD_NAMES_YOU' | 'PASSWORD_GUESSABLE';
/** The strength of a password from 0 to 4, as zxcvbn scores it; `own` are words related to its person. */
export type Scored = (password: string, own: string[]) => number;

/** Common Korean passwords, in Hangul and as typed on a Latin keyboard; zxcvbn knows the other ones. */
export const KOREAN_PASSWORDS: readonly string[] = [
  ...['비밀번호', '안녕하세요', '사랑해', '사랑해요', '대한민국', '관리자'],
  ...['qlalfqjsgh', 'dkssudgktpdy', 'tkfkdgo', 'tkfkdgody', 'eogksalsrnr', 'rhksflwk'],
];
const PRODUCT = 'tandem';
/** Shorter parts occur in everything. */
const SHORTEST_NAME = 4;
/** A hundred million guesses. */
const LEAST_SCORE = 3;
/** A password that is weak up to here does not become strong by what follows; zxcvbn's time grows quadratically. */
const MAX_SCORED = 64;

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * The weakness of a new password; null when none. Long enough, and not commonly used: length is better than composition
 * rules (NIST SP 800-63B 5.1.1.2). Checked by the server, and by pages during input.
 * @param load the lists are large: they are loaded on demand
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
