import type { ErrorExtensions } from '@tandem/contract';
import { createTandemClient, TandemError } from '@tandem/client';

export { TandemError };
/** The console's one way to the API: as the signed-in member of staff. */
export const client = createTandemClient({ actor: { kind: 'staff' } });

/** Converts any error to one that can be shown to a person. */
export const toTandemError = (cause: unknown): TandemError =>
  cause instanceof TandemError ? cause : new TandemError('INTERNAL', { id: '-' });

/** Why plain HTTP refused: it answers in GraphQL's form. */
export async function refusalOf(response: Response): Promise<TandemError> {
  try {
    const { errors } = (await response.json()) as { errors: { extensions: ErrorExtensions }[] };
    const { code, params, fields } = errors[0]!.extensions;
    return new TandemError(code, params, fields);
  } catch {
    return new TandemError('UNAVAILABLE');
  }
}
