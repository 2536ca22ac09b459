import { gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRawSocket } from './raw-socket.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
const logged: unknown[] = [];
beforeAll(async () => {
  api = await startTestApi();
  for (const level of ['error', 'warn'] as const)
    api.platform.log[level] = (...args: unknown[]) => void logged.push(args);
});
afterAll(() => api.stop());

const JSON_UTF8 = { 'content-type': 'application/json' };
async function post(body: string | Buffer, headers: Record<string, string> = JSON_UTF8) {
  const response = await fetch(`${api.origin}/graphql`, { method: 'POST', headers, body: body as string });
  const { data, errors } = (await response.json()) as { data?: any; errors?: { message: string; extensions: any }[] };
  return { status: response.status, data, message: errors?.[0]?.message, ...errors?.[0]?.extensions };
}
const SITE = JSON.stringify({ query: '{ site { id } }' });

describe('a request with an unsupported transport', () => {
  it('a subscription by POST is refused with the supported transport, and is not logged as a server error', async () => {
    logged.length = 0;
    const answer = await post(JSON.stringify({ query: 'subscription { myInvitations { id } }' }));
    expect(answer).toMatchObject({ status: 400, code: 'BAD_INPUT' });
    expect(answer.message).toContain('WebSocket');
    expect(logged).toEqual([]);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('%s is refused with the supported method', async (method) => {
    const response = await fetch(`${api.origin}/graphql`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] });
  });
});

describe('persisted queries', () => {
  it('are refused with the code that Apollo’s clients expect, so that they send the text', async () => {
    logged.length = 0;
    const query = '{ site { id } }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
    for (const body of [{ extensions }, { extensions, query }])
      expect(await post(JSON.stringify(body))).toMatchObject({
        message: 'PersistedQueryNotSupported',
        code: 'PERSISTED_QUERY_NOT_SUPPORTED',
      });
    expect(logged).toEqual([]);
  });
});

describe('the bytes of a request', () => {
  it.each(['utf8', 'UTF-8', '"utf-8"', 'us-ascii'])('are read as UTF-8 when the charset is %s', async (charset) => {
    const answer = await post(SITE, { 'content-type': `application/json; charset=${charset}` });
    expect(answer).toMatchObject({ status: 200, data: { site: {} } });
  });

  it('are read with a byte order mark, compressed, and in UTF-16 if declared', async () => {
    expect(await post(`\uFEFF${SITE}`)).toMatchObject({ status: 200 });
    expect(await post(gzipSync(SITE), { ...JSON_UTF8, 'content-encoding': 'gzip' })).toMatchObject({ status: 200 });
    const utf16 = Buffer.from(`\uFEFF${SITE}`, 'utf16le');
    expect(await post(utf16, { 'content-type': 'application/json; charset=utf-16' })).toMatchObject({ status: 200 });
  });

  it.each(['euc-kr', 'iso-8859-1'])('are refused with the name of an unsupported charset: %s', async (charset) => {
    const answer = await post(SITE, { 'content-type': `application/json; charset=${charset}` });
    expect(answer).toMatchObject({ status: 415, code: 'BAD_INPUT', params: { charset } });
    expect(answer.message).toContain(charset);
    expect(answer.params).not.toHaveProperty('limit');
  });

  it('are refused and not logged when they are not UTF-8', async () => {
    const cp949 = Buffer.from([0xb9, 0xda, 0xc1, 0xf6, 0xc8, 0xc6]);
    const [head, tail] = ['{"query":"{ site { id } }","variables":{"x":"', '"}}'].map((text) => Buffer.from(text));
    const answer = await post(Buffer.concat([head!, cp949, tail!]));
    expect(answer).toMatchObject({ status: 400, code: 'BAD_INPUT' });
    expect(answer.message).toContain('UTF-8');
  });

  it('are refused when they are not JSON, without a message about size', async () => {
    const answer = await post('{"query": ');
    expect(answer).toMatchObject({
      status: 400,
      code: 'BAD_INPUT',
      message: 'The body is not valid JSON.',
      params: {},
    });
  });

  it('may contain an empty operation name', async () => {
    const body = { query: '{ site { id } }', operationName: '' };
    expect(await post(JSON.stringify(body))).toMatchObject({ status: 200 });
    const csr = await api.staff('CSR');
    const socket = await openRawSocket(csr);
    socket.send({ type: 'subscribe', id: '1', payload: body });
    await expect.poll(() => socket.of('1', 'next').length).toBe(1);
    socket.cut();
  });
});

it('variables that are nested without end are refused like other input, by HTTP and by socket', async () => {
  const { id, number } = await api.startSession();
  const customer = await api.customer(number);
  const query = 'query($id: ID!) { session(id: $id) { id } }';
  const nested = (levels: number) => `{"id":"${id}","x":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  const send = (levels: number) =>
    post(`{"query":"${query}","variables":${nested(levels)}}`, { ...JSON_UTF8, ...customer.headers });
  expect((await send(LIMITS.queryDepth - 2)).data.session).toEqual({ id });
  for (const levels of [LIMITS.queryDepth, 100_000])
    expect(await send(levels)).toMatchObject({
      status: 400,
      code: 'BAD_INPUT',
      message: `Variables may have at most ${LIMITS.queryDepth} levels.`,
    });
  const socket = await openRawSocket(customer);
  socket.subscribe('1', query, JSON.parse(nested(1000)) as object);
  await expect.poll(() => socket.of('1', 'error').length).toBe(1);
  expect(socket.of('1', 'error')[0]!.payload[0]).toMatchObject({ extensions: { code: 'BAD_INPUT' } });
  socket.cut();
});

describe('an answer that would be too large', () => {
  it('is refused before anything is read, with the limit in the message, by HTTP and by socket', async () => {
    const { id, number } = await api.startSession();
    const customer = await api.customer(number);
    const inner = '{ text sender { name } recipient { name } readBy { name } }';
    const sessions = Array.from(
      { length: 9 },
      (_, i) => `s${i}: session(id: $id) { a: messages(last: 1000) ${inner} b: messages(last: 1000) ${inner} }`,
    );
    const query = `query($id: ID!) { ${sessions.join(' ')} }`;
    const answer = await post(JSON.stringify({ query, variables: { id } }), { ...JSON_UTF8, ...customer.headers });
    expect(answer).toMatchObject({ status: 400, code: 'BAD_INPUT' });
    expect(answer.message).toContain(`at most ${LIMITS.queryObjects} objects`);
    const socket = await openRawSocket(customer);
    socket.subscribe('1', query, { id });
    await expect.poll(() => socket.of('1', 'error').length).toBe(1);
    expect(socket.of('1', 'error')[0]!.payload[0]).toMatchObject({ extensions: { code: 'BAD_INPUT' } });
    socket.cut();
  });

  it('can be split: a seat reads its messages page by page', async () => {
    const { id, number } = await api.startSession();
    const customer = await api.customer(number);
    for (const text of ['one', 'two', 'three'])
      await customer.ask('mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }', {
        i: { sessionId: id, clientId: text, audience: 'EVERYONE', text },
      });
    const page =
      'query($id: ID!, $n: Int!, $b: Int) { session(id: $id) { messages(last: $n, before: $b) { seq text } } }';
    const texts = async (n: number, b?: number) => (await customer.ask(page, { id, n, b })).session.messages;
    const newest = await texts(2);
    expect(newest.map(({ text }: { text: string }) => text)).toEqual(['two', 'three']);
    expect(await texts(2, newest[0].seq)).toMatchObject([{ text: 'one' }]);
    const tooMany = await customer.failure(page, { id, n: LIMITS.messagesPerPage + 1 });
    expect(tooMany?.fields).toMatchObject([{ path: 'last', limit: LIMITS.messagesPerPage }]);
  });
});

describe('a page of a list', () => {
  it('says whether there are pages before and after it', async () => {
    const csr = await api.staff('CSR');
    for (let i = 0; i < 3; i++) await api.startSession(csr);
    const query =
      'query($a: String) { sessions(first: 2, filter: { mine: true }, after: $a) { edges { cursor } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }';
    const { sessions: first } = await csr.ask(query);
    expect(first.pageInfo).toEqual({
      startCursor: first.edges[0].cursor,
      endCursor: first.edges[1].cursor,
      hasNextPage: true,
      hasPreviousPage: false,
    });
    const { sessions: second } = await csr.ask(query, { a: first.pageInfo.endCursor });
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });
});

describe('an integrator’s socket', () => {
  it('accepts the token as either parameter and as a header, and names the missing scope', async () => {
    const { createApiToken } = await api.owner.ask(
      'mutation($i: CreateApiTokenInput!) { createApiToken(input: $i) { secret } }',
      { i: { name: 'live', scopes: ['SETTINGS_READ'] } },
    );
    const secret = createApiToken.secret as string;
    const program = api.stranger();
    program.sentOrigin = null;
    for (const payload of [{ authorization: `Bearer ${secret}` }, { Authorization: `Bearer ${secret}` }]) {
      const socket = await openRawSocket(program, payload);
      expect(socket.isLetIn).toBe(true);
      socket.cut();
    }
    program.token = secret;
    const socket = await openRawSocket(program, {});
    expect(socket.isLetIn).toBe(true);
    socket.subscribe('1', 'subscription { myAccount { id } }');
    socket.subscribe('2', '{ sessionReports { totalCount } }');
    const refusal = (id: string) => socket.received.find((message) => message.id === id)?.payload;
    await expect.poll(() => refusal('1') && refusal('2')).toBeTruthy();
    expect(JSON.stringify(refusal('1'))).toContain('"missingScope":null');
    expect(JSON.stringify(refusal('2'))).toContain('"missingScope":"reports:read"');
    socket.cut();
  });
});
