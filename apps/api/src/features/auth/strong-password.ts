import { LIMITS } from '@tandem/domain';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { Failure } from '../../platform/graphql/index.js';

/** What belongs to a person, and is the first thing that is tried with their account. */
export interface Belongings {
  email: string;
  /** Of the person, the site, the organisation. */
  names: readonly string[];
}

const PRODUCT = 'tandem';
/** Korean ones, as they are written and as they come out of the letters' keys; of the others the library knows more. */
const KOREAN = [
  ...['비밀번호', '안녕하세요', '사랑해', '사랑해요', '대한민국', '관리자'],
  ...['qlalfqjsgh', 'dkssudgktpdy', 'tkfkdgo', 'tkfkdgody', 'eogksalsrnr', 'rhksflwk'],
];
/** Less makes a word that is in everything. */
const SHORTEST_NAME = 4;
/** A hundred million guesses: of 0 to 4, as the library counts. */
const LEAST_SCORE = 3;
/** What follows makes no password better that is a bad one up to here; the work grows with the square. */
const LOOKED_AT = 64;

let library: Promise<ZxcvbnFactory> | null = null;
/** With its lists, half a second of work and eleven MB: loaded when somebody first chooses a password. */
function load(): Promise<ZxcvbnFactory> {
  return (library ??= (async () => {
    const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ]);
    return new Factory({ dictionary: { ...dictionary, korean: KOREAN }, graphs: adjacencyGraphs });
  })());
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** Long enough, and none of those that are tried first; length beats rules about signs (NIST SP 800-63B 5.1.1.2). */
export async function assertStrongPassword(password: string, { email, names }: Belongings): Promise<void> {
  if (password.length < LIMITS.passwordMin || password.length > LIMITS.passwordMax)
    throw new Failure('PASSWORD_TOO_WEAK', { min: LIMITS.passwordMin });
  const given = plain(password);
  const local = plain(email.split('@')[0]!);
  if (local.length >= SHORTEST_NAME && given.includes(local)) throw new Failure('PASSWORD_NAMES_YOU');
  const strength = await load();
  const isGuessed = (text: string) => strength.check(text.slice(0, LOOKED_AT), [email, local]).score < LEAST_SCORE;
  if (isGuessed(given)) throw new Failure('PASSWORD_GUESSABLE');
  const known = [PRODUCT, ...names.map(plain)].filter((name) => name.length >= SHORTEST_NAME);
  const rest = known.reduce((text, name) => text.replaceAll(name, ''), given);
  if (rest !== given && isGuessed(rest)) throw new Failure('PASSWORD_NAMES_YOU');
}
