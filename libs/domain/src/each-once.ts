/** A place in a session; `continues` are the earlier places of the same person. */
interface Seat {
  id: string;
  continues: readonly string[];
}

/** Each person once, by the newest place, where the first one stood. */
export function eachOnce<S extends Seat>(seats: readonly S[]): S[] {
  const earlier = new Set(seats.flatMap(({ continues }) => continues));
  const at = new Map(seats.map(({ id }, index) => [id, index]));
  const firstOf = ({ id, continues }: S) => Math.min(...[id, ...continues].map((each) => at.get(each) ?? Infinity));
  return seats.filter(({ id }) => !earlier.has(id)).sort((a, b) => firstOf(a) - firstOf(b));
}
