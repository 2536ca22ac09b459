/** So much of a line is shown before what was changed in it. */
const BEFORE = 60;
const LEFT_OUT = '…';

/** How many lines both begin with. */
function commonStart(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count++;
  return count;
}
/** A long first line begins shortly before the change. */
function cutStart(text: string, other: string): string {
  let same = 0;
  while (same < text.length && text[same] === other[same]) same++;
  return same > 2 * BEFORE ? LEFT_OUT + text.slice(same - BEFORE) : text;
}

/** The lines that differ between two texts, with some context, so that a change far below is visible. */
export function changedLines(was: string, now: string): { was: string; now: string } {
  const [before, after] = [was.split('\n'), now.split('\n')];
  const start = commonStart(before, after);
  const end = commonStart(before.slice(start).reverse(), after.slice(start).reverse());
  const from = Math.max(0, start - 1);
  const part = (lines: string[]): string => {
    const to = lines.length - Math.max(0, end - 1);
    return [from > 0 && LEFT_OUT, ...lines.slice(from, to), to < lines.length && LEFT_OUT]
      .filter((line) => line !== false)
      .join('\n');
  };
  const [old, fresh] = [part(before), part(after)];
  return { was: cutStart(old, fresh), now: cutStart(fresh, old) };
}
