/** What a history is kept of: parts by name. A part that is not there, is null or false counts as empty. */
export type Content = { [part: string]: string | boolean | null };

export interface PartChange {
  name: string;
  from: string;
  to: string;
}
const toText = (value: Content[string] | undefined): string => (value === true ? 'true' : value || '');

/** The parts in which two states differ, in the order of their names: the database keeps none. */
export function changedParts(from: Content, to: Content): PartChange[] {
  return [...new Set([...Object.keys(to), ...Object.keys(from)])]
    .sort()
    .map((name) => ({ name, from: toText(from[name]), to: toText(to[name]) }))
    .filter((part) => part.from !== part.to);
}
export const isSameContent = (a: Content, b: Content): boolean => changedParts(a, b).length === 0;
