import { createHash } from 'node:crypto';
import { Failure } from './failure.js';

/** The same for the same content: JSON with the names of its parts in order. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (Array.isArray(value)) return value.map(inOrder);
  const parts = Object.entries(value as Record<string, unknown>).map(([name, part]) => [name, inOrder(part)] as const);
  return parts.filter(([, part]) => part !== null).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Identifies the state of something that people change in a form. */
export const versionOf = (state: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(state)))
    .digest('base64url')
    .slice(0, 22);

/**
 * For a change that replaces a whole state: it must be based on what is there now. A client that names no version
 * replaces whatever is there, as programs do that write a configuration. @throws CHANGED_MEANWHILE
 */
export function assertBasedOn(version: string | null | undefined, state: unknown): void {
  if (version != null && version !== versionOf(state)) throw new Failure('CHANGED_MEANWHILE');
}

export const VERSION = { description: 'Of its content: for `basedOn` of a change.' } as const;
export const BASED_ON = {
  nullable: true,
  description:
    'The `version` that the change is based on: CHANGED_MEANWHILE if somebody has changed it since. Omitted: replaces whatever is there.',
} as const;
