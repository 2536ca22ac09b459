import { connect } from 'node:net';
import { LIMITS } from '@tandem/domain';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { openRawSocket } from './raw-socket.js';
import { startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';
const EVENTS = 'subscription($id: ID!) { sessionEvents(sessionId: $id, after: 0) { __typename seq } }';
const ME = 'query { me { id } }';
const device =
  '{ kind: DESKTOP, browser: "b", system: "s", language: "ko", timeZone: "UTC", canShareScreen: true, hasCamera: true }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUSTED_PROXIES: '127.0.0.1,::1' });
});
afterAll(() => api.stop());

let host = 0;
beforeEach(() => void host++);
const stranger = (): ApiUser => {
  const user = api.stranger();
  user.forwardedFor = `198.51.100.${host}`;
  return user;
};
const times = (count: number, write: (index: number) => string) => Array.from({ length: count }, (_, i) => write(i));

describe('several guesses in one request', () => {
  const guess = (number: string, i: number) =>
    `g${i}: joinSession(input: { number: "${number}", locale: en, device: ${device} }) { session { id } }`;

  it('end at the first wrong one, which counts', async () => {
    const { number } = await api.startSession();
    const guesses = (first: string) => `mutation { ${guess(first, 0)} ${guess(number, 1)} }`;
    for (let i = 0; i < LIMITS.guessesPerAddress; i++)
      expect(await stranger().refusal(guesses('100000000'))).toBe('SESSION_NUMBER_WRONG');
    expect(await stranger().refusal(guesses(number))).toBe('JOIN_LOCKED');
    expect(await api.prisma.participant.count({ where: { role: 'PRIMARY_CUSTOMER' } })).toBe(0);
  });

  it.each([
    ['numbers', (i: number) => guess('100000000', i)],
    ['passwords', (i: number) => `s${i}: signIn(input: { email: "a@example.org", password: "guess ${i}" }) { id }`],
    ['links', (i: number) => `o${i}: openInvitation(token: "${String(i).repeat(8)}") { number }`],
  ])('are all refused when there are many: %s', async (_what, write) => {
    const failure = await stranger().failure(`mutation { ${times(LIMITS.queryRootFields + 1, write).join(' ')} }`);
    expect(failure?.code).toBe('BAD_INPUT');
    const inFragments = times(LIMITS.queryRootFields + 1, (i) => `fragment F${i} on Mutation { ${write(i)} }`);
    const spread = times(LIMITS.queryRootFields + 1, (i) => `...F${i}`).join(' ');
    expect(await stranger().refusal(`mutation { ${spread} } ${inFragments.join(' ')}`)).toBe('BAD_INPUT');
    expect(await api.prisma.throttle.count({ where: { key: { contains: `198.51.100.${host}` } } })).toBe(0);
  });
});

describe('a request that is too expensive', () => {
  const doubling = times(20, (i) => `fragment F${i} on Session { a${i}: id ...F${i + 1} ...F${i + 1} }`).join(' ');
  const twice = (n: number) => `fragment F${n} on Participant { id }`;

  it.each([
    ['ten thousand names for one field', `query { ${times(10_000, (i) => `a${i}: me { id }`).join(' ')} }`],
    ['thirty-one names for one field, below the top', `query { me { ${times(31, (i) => `a${i}: id`).join(' ')} } }`],
    ['one field eleven times at the top', `query { ${times(11, (i) => `a${i}: site { id }`).join(' ')} }`],
    ['fragments that double twenty times', `query { session(id: "x") { ...F0 } } ${doubling} ${twice(20)}`],
    ['a fragment that contains itself', 'query { ...F } fragment F on Query { me { id } ...F }'],
    [
      'the schema of the schema of the schema',
      `query { __schema ${'{ types { fields { type '.repeat(8)} { name } ${'} } }'.repeat(8)} }`,
    ],
    ['nested lists', `query { me { ${'permissions { '.repeat(100)} x ${'} '.repeat(100)} } }`],
    ['very many brackets', '{'.repeat(100_000)],
  ])('is refused immediately and completely: %s', async (_what, query) => {
    const started = Date.now();
    expect(await stranger().refusal(query)).toBe('BAD_INPUT');
    expect(Date.now() - started).toBeLessThan(within(1000));
  });

  it('is refused before its validation becomes expensive', async () => {
    const started = Date.now();
    expect(await stranger().refusal(`query { ${'site { id } '.repeat(490)} }`)).toBe('BAD_INPUT');
    expect(Date.now() - started).toBeLessThan(within(1000));
  });

  it('does not include the introspection query of common tools', async () => {
    const all = getIntrospectionQuery({ descriptions: true, schemaDescription: true, inputValueDeprecation: true });
    expect((await stranger().ask(all)).__schema.types.length).toBeGreaterThan(20);
  });

  it('is refused within a batch', async () => {
    const response = await fetch(`${api.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: ME }, { query: ME }]),
    });
    expect(response.status).toBe(400);
  });
});

describe('an invalid request', () => {
  it.each([
    ['no JSON', 'nonsense'],
    ['half of a JSON object', '{"query": "query { me'],
    ['no query', '{}'],
    ['a number', '7'],
    ['a query that is a list', '{"query": ["me"]}'],
    ['variables that are text', '{"query": "query { me { id } }", "variables": "x"}'],
  ])('gets a code and no error page: %s', async (_what, body) => {
    const response = await fetch(`${api.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors[0]!.extensions.code).toBe('BAD_INPUT');
    expect(JSON.stringify(errors)).not.toMatch(/node_modules|\bat \w+ \(/);
  });

  it('is not run from a link or a form of another page', async () => {
    const query = encodeURIComponent('query { site { id } }');
    expect((await fetch(`${api.origin}/graphql?query=${query}`)).status).toBe(405);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const body = JSON.stringify({ query: 'query { site { id } }' });
      const response = await fetch(`${api.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
      expect(response.status, type).toBe(400);
    }
  });
});

describe('an invalid URL', () => {
  /** The server's answer to these bytes. */
  const answerTo = (bytes: string) =>
    new Promise<string>((resolve) => {
      let answer = '';
      const socket = connect(Number(new URL(api.origin).port), '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (data) => (answer += String(data)));
      socket.on('close', () => resolve(answer)).on('error', () => resolve(answer));
    });
  const head = 'Host: localhost\r\nConnection: close\r\n\r\n';
  const upgrade = 'Host: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n';

  it.each(['/%', '/console/%ff', '/%2e%2e/%2e%2e/etc/passwd', '//', '/assets/..%2f..%2fpackage.json', '/\\..\\'])(
    'of a page returns no file and no server error: %s',
    async (address) => {
      const answer = await answerTo(`GET ${address} HTTP/1.1\r\nAccept: text/plain\r\n${head}`);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer).not.toMatch(/root:|workspaces|node_modules/);
    },
  );

  it.each(['//', 'http://[', '/nowhere', '/livekit/../..//', '*'])(
    'of a socket is refused, and the server survives: %s',
    async (address) => {
      expect(await answerTo(`GET ${address} HTTP/1.1\r\n${upgrade}\r\n`)).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(await stranger().refusal('query { site { id } }')).toBeNull();
    },
  );

  it('of a socket that the client closes immediately does no harm', async () => {
    for (let i = 0; i < 20; i++)
      await new Promise<void>((resolve) => {
        const socket = connect(Number(new URL(api.origin).port), '127.0.0.1', () => {
          socket.write(`GET /nowhere HTTP/1.1\r\n${upgrade}\r\n`);
          socket.resetAndDestroy();
        });
        socket.on('close', () => resolve()).on('error', () => undefined);
      });
    expect(await stranger().refusal('query { site { id } }')).toBeNull();
  });
});

describe('a message of 1 MiB', () => {
  const text = 'x'.repeat(1024 * 1024);

  it('is refused by HTTP with the reason, and the next request is accepted', async () => {
    const { id, csr } = await api.startSession();
    const input = { sessionId: id, clientId: 'big', audience: 'EVERYONE', text };
    expect(await csr.failure(SEND, { i: input })).toEqual({
      code: 'MESSAGE_TOO_LARGE',
      params: { limit: LIMITS.requestBytes },
    });
    expect(await csr.refusal(SEND, { i: { ...input, text: 'small' } })).toBeNull();
  });

  it('closes the socket that sends it and no other, and loses nothing', async () => {
    const { id, csr } = await api.startSession();
    const other = csr.follow(id);
    const socket = await openRawSocket(csr);
    socket.sendText(text);
    await expect.poll(() => socket.closed).toBe(1009);
    await csr.ask(SEND, { i: { sessionId: id, clientId: 'after', audience: 'EVERYONE', text: 'still here' } });
    await expect.poll(() => other.events.filter(({ message }) => message).length).toBe(1);
    other.cut();
  });
});

describe('a socket', () => {
  it('is accepted from our own pages only', async () => {
    const { id, csr } = await api.startSession();
    for (const origin of ['https://evil.example', 'null', `${api.origin}.evil.example`, null]) {
      csr.sentOrigin = origin;
      const socket = await openRawSocket(csr);
      expect(socket.closed).toBe(4403);
    }
    csr.sentOrigin = api.origin;
    const socket = await openRawSocket(csr);
    socket.subscribe('1', EVENTS, { id });
    await expect.poll(() => socket.of('1', 'next').length).toBeGreaterThan(0);
    socket.cut();
  });

  it('needs a seat of its session, and names one actor', async () => {
    const [here, elsewhere] = [await api.startSession(), await api.startSession()];
    const customer = await api.customer(here.number);
    customer.actor = `seat:${elsewhere.id}`;
    const foreign = await openRawSocket(customer);
    expect(foreign.closed).toBe(4403);
    customer.actor = `seat:${here.id}`;
    const socket = await openRawSocket(customer);
    socket.subscribe('1', EVENTS, { id: elsewhere.id });
    await expect.poll(() => socket.of('1', 'next').length).toBe(1);
    expect(socket.of('1', 'next')[0]!.payload.errors[0].extensions.code).toBe('NOT_FOUND');
    socket.cut();
  });

  it('answers an invalid message with a code and stays open', async () => {
    const { id, csr } = await api.startSession();
    const socket = await openRawSocket(csr);
    const wrong = [
      'subscription { nonsense',
      'subscription { nonsense }',
      'mutation { startSession { id } }',
      `query { ${times(11, (i) => `a${i}: site { id }`).join(' ')} }`,
      '{'.repeat(100_000),
    ];
    wrong.forEach((query, i) => socket.subscribe(String(i), query));
    for (const i of wrong.keys()) {
      await expect.poll(() => socket.of(String(i), 'error').length, { message: wrong[i] }).toBe(1);
      expect(socket.of(String(i), 'error')[0]!.payload[0].extensions.code).toBe('BAD_INPUT');
    }
    socket.subscribe('good', EVENTS, { id });
    await expect.poll(() => socket.of('good', 'next').length).toBeGreaterThan(0);
    socket.cut();
  });

  it('has a limited number of subscriptions', async () => {
    const { id, csr } = await api.startSession();
    const socket = await openRawSocket(csr);
    const count = LIMITS.subscriptionsPerSocket + 5;
    times(count, String).forEach((each) => socket.subscribe(each, EVENTS, { id }));
    const refused = () => socket.received.filter(({ type }) => type === 'error');
    await expect.poll(() => refused().length).toBe(5);
    expect(refused()[0]!.payload[0].extensions.code).toBe('TOO_MANY_REQUESTS');
    socket.cut();
  });
});
