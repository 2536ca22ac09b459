import { hash, verify } from '@node-rs/argon2';
import { LIMITS } from '@tandem/domain';
import { Failure } from '../../platform/graphql/index.js';

// argon2id with the parameters of OWASP's password storage cheat sheet: m = 19 MiB, t = 2, p = 1
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), OPTIONS);

/** A hash to compare with when there is no account, so that the answer takes as long. */
const nobody = hashPassword('nobody has this password');

export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash || (await nobody), password.normalize('NFKC'));
  return isRight && Boolean(passwordHash); // an invited account has none yet
}

/** Long enough and not one letter again and again; length beats rules about signs (NIST SP 800-63B 5.1.1.2). */
export function assertStrongPassword(password: string, email: string): void {
  const isTooPlain = new Set(password).size < 5 || password.toLowerCase().includes(email.split('@')[0]!.toLowerCase());
  if (password.length < LIMITS.passwordMin || password.length > LIMITS.passwordMax || isTooPlain)
    throw new Failure('PASSWORD_TOO_WEAK', { min: LIMITS.passwordMin });
}
