import { registerEnumType } from 'type-graphql';

/** A closed list of the domain as a GraphQL enum with the same names. */
export function enumOf<const L extends readonly string[]>(
  list: L,
  name: string,
  description?: string,
): { [K in L[number]]: K } {
  const values = Object.fromEntries(list.map((value) => [value, value])) as { [K in L[number]]: K };
  registerEnumType(values, { name, ...(description && { description }) });
  return values;
}
