import { hash, verify } from '@node-rs/argon2';

// argon2id with the parameters of OWASP's password storage cheat sheet: m = 19 MiB, t = 2, p = 1
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), OPTIONS);

/** Compared when there is no account, so that the answer takes the same time. */
const nobody = hashPassword('nobody has this password');

export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash || (await nobody), password.normalize('NFKC'));
  return isRight && Boolean(passwordHash); // an invited account has none yet
}
