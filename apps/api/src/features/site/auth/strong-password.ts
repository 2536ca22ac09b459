import { KOREAN_PASSWORDS, LIMITS, passwordFault, type Belongings, type Scored } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';

let library: Promise<Scored> | null = null;
/** Loading its word lists takes half a second and 11 MB: only when somebody first chooses a password. */
function load(): Promise<Scored> {
  return (library ??= (async () => {
    const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ]);
    const korean = [...KOREAN_PASSWORDS];
    const zxcvbn = new ZxcvbnFactory({ dictionary: { ...dictionary, korean }, graphs: adjacencyGraphs });
    return (password, own) => zxcvbn.check(password, own).score;
  })());
}

/** @throws Failure with the weakness of a new password */
export async function assertStrongPassword(password: string, whose: Belongings): Promise<void> {
  const fault = await passwordFault(password, whose, load);
  if (fault) throw new Failure(fault, fault === 'PASSWORD_TOO_WEAK' ? { min: LIMITS.passwordMin } : {});
}
