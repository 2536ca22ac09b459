import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LIMITS } from '@tandem/domain';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { noteUpdate } from './note-update.js';
import { startTestApi, type TestApi } from './test-api.js';

const JOIN = 'mutation($i: JoinSessionInput!) { joinSession(input: $i) { participant { id name } } }';
const device = {
  kind: 'DESKTOP',
  browser: 'b',
  system: 's',
  language: 'ko',
  timeZone: 'UTC',
  canShareScreen: true,
  hasCamera: true,
};
const schema = buildSchema(
  readFileSync(path.resolve(import.meta.dirname, '../../../libs/contract/schema.graphql'), 'utf8'),
);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUSTED_PROXIES: '127.0.0.1,::1' });
});
afterAll(() => api.stop());

interface World {
  id: string;
  number: string;
  csr: ApiUser;
  customer: ApiUser;
  owner: ApiUser;
  /** An unused address. */
  stranger(): ApiUser;
}
let host = 0;
async function newWorld(): Promise<World> {
  const { id, number, csr } = await api.startSession();
  const stranger = () => {
    const user = api.stranger();
    user.forwardedFor = `198.51.${Math.floor(++host / 250)}.${(host % 250) + 1}`;
    return user;
  };
  return { id, number, csr, customer: await api.customer(number), owner: api.owner, stranger };
}

type Asked = [user: ApiUser, query: string, input: object];
interface Text {
  limit: number;
  /** Path of the field in the refusal. */
  path: string;
  /** May be longer than a line and contain line breaks. */
  isText?: true;
  /** Sent in a form that cannot contain a lone surrogate. */
  isUtf8?: true;
  /** Machine-made or secret: accepted unchanged or refused. */
  isExact?: true;
  /** The code of a wrong value, where any text is a possible value. */
  means?: string;
  ask: (world: World, text: string) => Asked;
}
const join = (world: World, input: object): Asked => [
  world.stranger(),
  JOIN,
  { number: world.number, locale: 'en', device, ...input },
];

/** Every text that a person can send, and its limit. */
const TEXTS: Record<string, Text> = {
  'a chat message': {
    limit: LIMITS.chatText,
    path: 'text',
    isText: true,
    ask: ({ customer, id }, text) => [
      customer,
      'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }',
      { sessionId: id, clientId: `c${++host}`, audience: 'EVERYONE', text },
    ],
  },
  'the id of a chat message': {
    limit: 64,
    path: 'clientId',
    isExact: true,
    ask: ({ customer, id }, clientId) => [
      customer,
      'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }',
      { sessionId: id, clientId, audience: 'EVERYONE', text: 't' },
    ],
  },
  'a note': {
    limit: LIMITS.noteBody,
    path: 'body',
    isText: true,
    isUtf8: true,
    ask: ({ csr, id }, body) => [
      csr,
      'mutation($i: SaveNoteInput!) { saveNote(input: $i) { revision } }',
      { sessionId: id, update: noteUpdate(body) },
    ],
  },
  "a customer's name": { limit: LIMITS.personName, path: 'name', ask: (world, name) => join(world, { name }) },
  "a browser's name": {
    limit: 80,
    path: 'device.browser',
    ask: (world, browser) => join(world, { device: { ...device, browser } }),
  },
  'a time zone': {
    limit: 64,
    path: 'device.timeZone',
    ask: (world, timeZone) => join(world, { device: { ...device, timeZone } }),
  },
  'the token of a link': {
    limit: 100,
    path: 'token',
    means: 'INVITATION_UNKNOWN',
    ask: (world, token) => join(world, { number: null, token }),
  },
  "a guest's name": {
    limit: LIMITS.personName,
    path: 'name',
    ask: ({ csr, id }, name) => [
      csr,
      'mutation($i: CreateInvitationLinkInput!) { createInvitationLink(input: $i) { url } }',
      { sessionId: id, name, locale: 'en' },
    ],
  },
  "the site's name": {
    limit: LIMITS.siteName,
    path: 'value',
    ask: ({ owner }, value) => [
      owner,
      'mutation($i: ChangeSettingInput!) { changeSetting(input: $i) { value } }',
      { key: 'siteName', value },
    ],
  },
  'the name of a token': {
    limit: LIMITS.apiTokenName,
    path: 'name',
    ask: ({ owner }, name) => [
      owner,
      'mutation($i: CreateApiTokenInput!) { createApiToken(input: $i) { secret } }',
      { name, scopes: ['REPORTS_READ'] },
    ],
  },
  'a password': {
    limit: LIMITS.passwordMax,
    path: 'password',
    isExact: true,
    means: 'SIGN_IN_FAILED',
    ask: ({ stranger }, password) => [
      stranger(),
      'mutation($i: SignInInput!) { signIn(input: $i) { id } }',
      { email: `somebody${++host}@example.org`, password },
    ],
  },
  'the id of a window': {
    limit: 64,
    path: 'windowId',
    isExact: true,
    means: 'MEDIA_UNAVAILABLE',
    ask: ({ csr, id }, windowId) => [
      csr,
      'mutation($i: JoinMediaInput!) { joinMedia(input: $i) { token } }',
      { sessionId: id, windowId },
    ],
  },
  'a search': {
    limit: 80,
    path: 'search',
    ask: ({ owner }, search) => [owner, 'query($i: SessionFilter) { sessions(filter: $i) { totalCount } }', { search }],
  },
};

describe.each(Object.entries(TEXTS))('%s', (_what, { limit, path: field, isText, isUtf8, isExact, means, ask }) => {
  const answer = async (text: string) => {
    const [user, query, input] = ask(await newWorld(), text);
    return user.failure(query, { i: input });
  };

  it(`accepts ${limit} characters and no more`, async () => {
    expect((await answer('가'.repeat(limit)))?.code).toBe(means);
    const refused = await answer('가'.repeat(limit + 1));
    expect(refused).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: field, rule: 'TOO_LONG', limit }] });
  });

  it('contains no characters that cannot be stored', async () => {
    for (const letter of isUtf8 ? ['\u0000'] : ['\u0000', '\ud800'])
      expect(await answer(`long enough ${letter}`), JSON.stringify(letter)).toMatchObject({
        code: 'BAD_INPUT',
        fields: [{ path: field, rule: 'INVALID' }],
      });
  });

  it(
    isExact ? 'is refused with letters that can not be seen' : 'is taken without letters that can not be seen',
    async () => {
      for (const letter of ['\u0007', '\u001b', '\u202e', '\u2066', '\u2028']) {
        const answered = await answer(`long enough ${letter}`);
        if (isExact) expect(answered).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: field, rule: 'INVALID' }] });
        else expect(answered?.code, JSON.stringify(letter)).toBe(means);
      }
    },
  );

  it(isText ? 'may have several lines' : 'has one line', async () => {
    const withBreak = await answer('one line\r\nBcc: another@example.org');
    if (isText) expect(withBreak?.code).toBe(means);
    else expect(withBreak).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: field, rule: 'INVALID' }] });
  });

  it('is never interpreted as anything but text', async () => {
    for (const text of [`<script>alert('1')</script>`, `'; DROP TABLE site; --`, '{{7*7}}${7*7}', '%s%n%00%x'])
      expect((await answer(text))?.code, text).toBe(means);
  });
});

describe('a text with markup', () => {
  it('is returned character by character', async () => {
    const { id, csr, number } = await newWorld();
    const hostile = `<img src=x onerror=alert(1)> "'\`&amp; 가나다 👩🏽‍💻 \t`;
    const customer = await api.customer((await api.startSession(csr)).number, { name: hostile.trim() });
    expect(number).toMatch(/^\d{9}$/);
    const session = customer.actor!.split(':')[1]!;
    const send = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';
    await customer.ask(send, { i: { sessionId: session, clientId: 'c', audience: 'EVERYONE', text: hostile } });
    await csr.ask('mutation($i: SaveNoteInput!) { saveNote(input: $i) { revision } }', {
      i: { sessionId: session, update: noteUpdate(hostile) },
    });
    const { session: read } = await csr.ask(
      'query($id: ID!) { session(id: $id) { messages { text } note { body } participants { name } } }',
      { id: session },
    );
    expect(read.messages).toEqual([{ text: hostile }]);
    expect(read.note.body).toBe(hostile);
    expect(read.participants).toContainEqual({ name: hostile.trim() });
    expect(id).not.toBe(session);
  });
});

describe('every root field', () => {
  const HOSTILE = ['', '\u0000', '\ud800', '../../etc/passwd', `' OR '1'='1`, 'x'.repeat(100_000), '\u202e', '-1'];
  const fields = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ kind: type.name.toLowerCase(), field })),
  );

  /** A value of this input type in which every text and every id is the given one. */
  function valueOf(type: GraphQLInputType, text: string): unknown {
    if (isNonNullType(type)) return valueOf(type.ofType, text);
    if (isListType(type)) return [valueOf(type.ofType, text)];
    if (isEnumType(type)) return type.getValues()[0]!.name;
    if (isInputObjectType(type))
      return Object.fromEntries(
        Object.values(type.getFields()).map((field) => [field.name, valueOf(field.type, text)]),
      );
    if (type.name === 'Int') return 2_147_483_647;
    if (type.name === 'Boolean') return true;
    return type.name === 'DateTimeISO' ? '0001-01-01T00:00:00.000Z' : text;
  }

  function operationOf(kind: string, { name, args, type }: GraphQLField<unknown, unknown>): string {
    const variables = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const selection = isObjectType(getNamedType(type)) ? '{ __typename }' : '';
    return `${kind}(${variables}) { ${name}(${given}) ${selection} }`;
  }

  it.each(fields.filter(({ field }) => field.args.length).map(({ kind, field }) => [field.name, kind, field] as const))(
    '%s answers any input with a defined code, never with a server error',
    async (_name, kind, field) => {
      const { csr, customer, stranger, owner } = await newWorld();
      for (const text of HOSTILE) {
        const variables = Object.fromEntries(field.args.map((arg) => [arg.name, valueOf(arg.type, text)]));
        for (const user of [csr, customer, stranger(), owner])
          expect(await user.refusal(operationOf(kind, field), variables), JSON.stringify(text.slice(0, 40))).not.toBe(
            'INTERNAL',
          );
      }
    },
  );
});
