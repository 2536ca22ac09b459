/** A seat; `continues` are the earlier seats of the same person. */
interface Seat {
  id: string;
  continues: readonly string[];
}

/** Each person once: their newest seat, at the position of their first one. */
export function eachOnce<S extends Seat>(seats: readonly S[]): S[] {
  const earlier = new Set(seats.flatMap(({ continues }) => continues));
  const at = new Map(seats.map(({ id }, index) => [id, index]));
  const firstOf = ({ id, continues }: S) => Math.min(...[id, ...continues].map((each) => at.get(each) ?? Infinity));
  return seats.filter(({ id }) => !earlier.has(id)).sort((a, b) => firstOf(a) - firstOf(b));
}
