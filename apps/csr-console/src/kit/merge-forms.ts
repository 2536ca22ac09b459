/** A form, flat: each part is kept or replaced as a whole. */
export type Form = Record<string, string | boolean | null>;

/** What somebody else has changed since a form was opened. */
export interface TheirChange {
  name: string;
  from: string;
  to: string;
  /** It was changed here too: what was entered here stays. */
  isMineKept: boolean;
}
const toText = (value: Form[string] | undefined): string => (value === true ? 'true' : value || '');

/** Puts the changes of somebody else into a form, except where something else was entered in it. */
export function mergeForms<F extends Form>(base: F, mine: F, theirs: F): { merged: F; changes: TheirChange[] } {
  const changed = Object.keys(theirs).filter((name) => toText(theirs[name]) !== toText(base[name]));
  const isOwn = (name: string) => toText(mine[name]) !== toText(base[name]);
  const taken = changed.filter((name) => !isOwn(name)).map((name) => [name, theirs[name]] as const);
  const changes = changed
    .filter((name) => toText(theirs[name]) !== toText(mine[name]))
    .map((name) => ({ name, from: toText(base[name]), to: toText(theirs[name]), isMineKept: isOwn(name) }));
  return { merged: { ...mine, ...Object.fromEntries(taken) }, changes };
}
