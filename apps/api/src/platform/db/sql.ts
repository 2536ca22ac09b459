import type pg from 'pg';

/** A constant statement that returns such rows. Each connection prepares it once, under its name. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Only for the compiler: never set. */
  readonly row?: Row;
}
/**
 * Queries the driver directly, for what nearly every request needs: there Prisma's query building and result mapping
 * cost several times what the driver does. Everything else goes through Prisma.
 * @returns the rows as the driver returns them
 */
export type Sql = <Row>(statement: Statement<Row>, values: readonly unknown[]) => Promise<Row[]>;

let count = 0;
export const statement = <Row = never>(text: string): Statement<Row> => ({ name: `s${++count}`, text });

export const sqlOn =
  (line: Pick<pg.ClientBase, 'query'>): Sql =>
  async ({ name, text }, values) =>
    (await line.query({ name, text, values: [...values] })).rows as never[];

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Statements over whole rows of one table, mapped to objects with the names of Prisma's model.
 * @param fields of the model, as Prisma lists them
 */
export function table<Row extends object>(name: string, fields: Readonly<Record<string, string>>) {
  const names = Object.values(fields);
  const columns = names.map((field) => `${columnOf(field)} AS "${field}"`).join(', ');
  const listed = names.map(columnOf).join(', ');
  const excluded = names.map((field) => `excluded.${columnOf(field)}`).join(', ');
  const insert = `INSERT INTO ${name} (${listed}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`;
  return {
    /** @param rest of the statement: conditions, order, row locks */
    select: (rest: string): Statement<Row> => statement(`SELECT ${columns} FROM ${name} ${rest}`),
    insert: statement(insert),
    /** Inserts a row, or replaces the one with the same key. */
    put: (key: string, rest = ''): Statement<never> =>
      statement(`${insert} ON CONFLICT (${key}) DO UPDATE SET (${listed}) = ROW (${excluded}) ${rest}`),
    /** Number of the first parameter in `rest` after those of the row. */
    next: `$${names.length + 1}`,
    /** Parameters of a row for `insert` and `put`. */
    values: (row: Row): unknown[] => names.map((field) => (row as Record<string, unknown>)[field]),
  };
}
