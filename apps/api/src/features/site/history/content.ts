/** The state of a thing with a history: parts by name. A part that is missing, null or false counts as empty. */
export type Content = { [part: string]: string | boolean | null };

export interface PartChange {
  name: string;
  from: string;
  to: string;
}
const toText = (value: Content[string] | undefined): string => (value === true ? 'true' : value || '');

/** The parts in which two states differ, sorted by name: jsonb keeps no order. */
export function changedParts(from: Content, to: Content): PartChange[] {
  return [...new Set([...Object.keys(to), ...Object.keys(from)])]
    .sort()
    .map((name) => ({ name, from: toText(from[name]), to: toText(to[name]) }))
    .filter((part) => part.from !== part.to);
}
export const isSameContent = (a: Content, b: Content): boolean => changedParts(a, b).length === 0;
