import pg from 'pg';

/** One statement that a request of ours sent, with the parameters that it had. */
export interface Statement {
  text: string;
  values: (string | null)[];
}

/**
 * The statements of one request as PostgreSQL saw them. The server is asked to say every statement to the session's own
 * table of them (`pg_stat_statements` keeps no parameters), so they are read from its log.
 */
export async function record(
  databaseUrl: string,
  logOf: () => string,
  request: () => Promise<unknown>,
): Promise<Statement[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const set = async (value: string) => {
    await client.query(`ALTER SYSTEM SET log_min_duration_statement = ${value}`);
    await client.query('SELECT pg_reload_conf()');
    await new Promise((resolve) => setTimeout(resolve, 300));
  };
  await set('0');
  const before = logOf().length;
  await request();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const log = logOf().slice(before);
  await set('-1');
  await client.end();
  return parse(log);
}

/** `duration: … execute <name>: SQL` lines, each with a `parameters:` detail when it has any. */
function parse(log: string): Statement[] {
  const statements: Statement[] = [];
  for (const entry of log.split(/\n(?=\d{4}-\d\d-\d\d )/)) {
    const sql = /duration: [\d.]+ ms\s+(?:execute [^:]*|statement): ([\s\S]*)$/.exec(entry)?.[1];
    if (sql && !/pg_reload_conf|ALTER SYSTEM/.test(sql)) statements.push({ text: sql.trim(), values: [] });
    const detail = /DETAIL:\s+[Pp]arameters: ([\s\S]*)$/.exec(entry)?.[1];
    if (detail && statements.length) statements.at(-1)!.values = parseValues(detail);
  }
  return statements;
}

function parseValues(detail: string): (string | null)[] {
  const found = [...detail.matchAll(/\$(\d+) = (?:'((?:[^']|'')*)'|(NULL))/g)];
  return found.map(([, , text, isNull]) => (isNull ? null : text!.replaceAll("''", "'")));
}
