import { createTandemClient, TandemError } from '@tandem/contract/client';

export { TandemError };
/** The console's one way to the API: as the signed-in member of staff. */
export const client = createTandemClient({ actor: { kind: 'staff' } });

/** Any failure as one that a person can be told of. */
export const toTandemError = (cause: unknown): TandemError =>
  cause instanceof TandemError ? cause : new TandemError('INTERNAL', { id: '-' });
