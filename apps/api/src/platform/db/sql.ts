import type pg from 'pg';

/** A statement of fixed text. Each connection prepares it once, under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}
/**
 * Asks the driver itself. What every request asks would feel Prisma's way to it: building a statement and taking its answer
 * apart costs several times what the driver does. Everything else goes through Prisma.
 * @returns the rows that came back, as the driver reads them
 */
export type Sql = <R = never>(statement: Statement, values: readonly unknown[]) => Promise<R[]>;

let count = 0;
export const statement = (text: string): Statement => ({ name: `s${++count}`, text });

export const sqlOn =
  (line: Pick<pg.ClientBase, 'query'>): Sql =>
  async ({ name, text }, values) =>
    (await line.query({ name, text, values: [...values] })).rows as never[];

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Statements over whole rows of one table, which come and go as objects with the names of Prisma's model.
 * @param fields of the model, as Prisma lists them
 */
export function table<Row extends object>(name: string, fields: Readonly<Record<string, string>>) {
  const names = Object.values(fields);
  const columns = names.map((field) => `${columnOf(field)} AS "${field}"`).join(', ');
  const listed = names.map(columnOf).join(', ');
  const excluded = names.map((field) => `excluded.${columnOf(field)}`).join(', ');
  const insert = `INSERT INTO ${name} (${listed}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`;
  return {
    /** @param rest of the statement: which rows, in which order, whether they are held */
    select: (rest: string): Statement => statement(`SELECT ${columns} FROM ${name} ${rest}`),
    insert: statement(insert),
    /** Inserts a row, or writes it in the place of the one with the same key. */
    put: (key: string, rest = ''): Statement =>
      statement(`${insert} ON CONFLICT (${key}) DO UPDATE SET (${listed}) = ROW (${excluded}) ${rest}`),
    /** The first of what `rest` says more than a row holds. */
    next: `$${names.length + 1}`,
    /** A row for `insert` and `put`. */
    values: (row: Row): unknown[] => names.map((field) => (row as Record<string, unknown>)[field]),
  };
}
