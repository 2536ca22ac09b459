import { once } from 'node:events';
import type { RunningServer } from './servers.js';

/** One recorded statement of the API. */
export interface Statement {
  text: string;
  values: unknown[];
  /** For a prepared statement. */
  name?: string;
}
export const RECORDER = './bench/src/parts/record-pg.mjs';

const isTransaction = ({ text }: Statement) => /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/i.test(text);

/** The statements of a request until it is answered. `api` was started with the recorder. */
export async function record(api: RunningServer, request: () => Promise<unknown>): Promise<Statement[]> {
  api.child.send('record');
  await request();
  const answer = once(api.child, 'message');
  api.child.send('recorded?');
  const [statements] = (await answer) as [Statement[]];
  return statements.filter((statement) => !isTransaction(statement));
}

// ids, and a session's nine-digit number
const DRAWN = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[1-9]\d{8}\b/g;
const drawnIn = (statements: Statement[]) =>
  new Set(
    statements.flatMap(({ values }) =>
      values.flatMap((value) => (typeof value === 'string' ? (value.match(DRAWN) ?? []) : [])),
    ),
  );

/** Values that each request generates: those that are in one recording of it and not in the other. */
export function generatedValues(one: Statement[], other: Statement[]): string[] {
  const known = drawnIn(other);
  return [...drawnIn(one)].filter((value) => !known.has(value));
}

/** The statements with other ids in them. */
export function withOtherIds(statements: Statement[], others: ReadonlyMap<string, string>): Statement[] {
  const replace = (value: unknown) =>
    typeof value === 'string' ? value.replace(DRAWN, (found) => others.get(found) ?? found) : value;
  return statements.map(({ values, ...rest }) => ({ ...rest, values: values.map(replace) }));
}
