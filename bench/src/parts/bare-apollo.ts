// The baseline: an Apollo Server without our features. A root field runs our recorded statements in one
// transaction, and returns our recorded answer.
import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { buildSchema, type GraphQLSchema } from 'graphql';
import pg from 'pg';
import { withOtherIds, type Statement } from './recorded-sql.js';

/** One request, identified by a header. */
export interface BareField {
  name: string;
  type: 'Query' | 'Mutation';
  field: string;
  statements: Statement[];
  /** Ids that each request generates. */
  drawn: string[];
  /** The recorded user, who is replaced by the one who sends the request. */
  userId: string;
  answer: unknown;
}
export interface BareOptions {
  databaseUrl: string;
  schemaFile: string;
  fields: BareField[];
}
interface BareContext {
  userId: string;
  name: string;
}
/** The size of the API's own pool. */
const POOL = 20;
export const HEADERS = { user: 'bench-user', name: 'bench-request' };

const drawLike = (value: string) =>
  value.includes('-') ? randomUUID() : String(randomInt(100_000_000, 1_000_000_000));

async function run(pool: pg.Pool, { statements, drawn, userId }: BareField, context: BareContext): Promise<void> {
  const others = new Map(drawn.map((value) => [value, drawLike(value)]));
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const statement of withOtherIds(statements, others.set(userId, context.userId))) await client.query(statement);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

function fill(schema: GraphQLSchema, pool: pg.Pool, fields: BareField[]): void {
  const byName = new Map(fields.map((field) => [field.name, field]));
  for (const { type, field } of fields) {
    const root = type === 'Query' ? schema.getQueryType() : schema.getMutationType();
    root!.getFields()[field]!.resolve = async (_source, _args, context: BareContext) => {
      const asked = byName.get(context.name)!;
      await run(pool, asked, context);
      return asked.answer;
    };
  }
}

async function serve({ databaseUrl, schemaFile, fields }: BareOptions): Promise<void> {
  const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL });
  fill(schema, pool, fields);
  const apollo = new ApolloServer<BareContext>({ schema });
  await apollo.start();
  const app = express();
  const context = async ({ req: { headers } }: { req: IncomingMessage }): Promise<BareContext> => ({
    userId: String(headers[HEADERS.user]),
    name: String(headers[HEADERS.name]),
  });
  app.use('/graphql', express.json(), expressMiddleware(apollo, { context }));
  app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('tandem:{"serving":true}'));
}

if (process.send) {
  process.once('message', (options: BareOptions) => void serve(options));
  process.on('SIGTERM', () => process.exit(0));
  console.log('tandem:{"ready":true}');
}
