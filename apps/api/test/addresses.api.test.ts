import { request } from 'node:http';
import { PATHS } from '@tandem/contract';
import { LIMITS } from '@tandem/domain';
import WebSocket from 'ws';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../src/platform/crypto/index.js';
import type { ApiUser } from './api-user.js';
import { DEVICE, startTestApi, type TestApi } from './test-api.js';

const PARTS = '{ installation addresses { host name origin isMain isHere seenAt addedByName } }';
const LIST = `query { siteAddresses ${PARTS} }`;
const ADD = `mutation($n: String!) { addSiteAddress(name: $n) ${PARTS} }`;
const REMOVE = `mutation($h: String!) { removeSiteAddress(host: $h) ${PARTS} }`;
const MAIN = `mutation($h: String) { chooseMainAddress(host: $h) ${PARTS} }`;
const CHECK = `mutation($h: String!) { checkSiteAddress(host: $h) { finding ip site ${PARTS} } }`;
const LINK = 'mutation($s: ID!) { createInvitationLink(input: { sessionId: $s, locale: en }) { url message } }';

let api: TestApi;
let port: string;
beforeAll(async () => {
  api = await startTestApi();
  ({ port } = new URL(api.origin));
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.prisma.siteHost.deleteMany();
  api.features.sites.forget();
});

const at = (host: string) => `http://${host}:${port}`;
const add = async (name: string) => (await api.owner.ask(ADD, { n: name })).addSiteAddress;
const check = async (host: string) => (await api.owner.ask(CHECK, { h: host })).checkSiteAddress;

/** A request as a reverse proxy forwards it: to the server's own port, with the host name that people typed. */
function asked(host: string, path: string, body?: object, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: body ? 'POST' : 'GET',
        headers: { host: `${host}:${port}`, 'content-type': 'application/json', ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode!, text }));
      },
    );
    outgoing.on('error', reject).end(body && JSON.stringify(body));
  });
}
/** Which account a page at this address recognises from that user's cookie. */
async function whoAt(user: ApiUser, host: string, origin = at(host)): Promise<string | null> {
  const { cookie } = user.headers;
  const headers = { origin, cookie: cookie!, 'tandem-actor': 'staff' };
  const { text } = await asked(host, PATHS.graphql, { query: '{ me { name } }' }, headers);
  return (JSON.parse(text) as { data: { me: { name: string } | null } }).data.me?.name ?? null;
}

describe('an address of a site', () => {
  it('serves the site’s pages from the moment it is added until it is removed', async () => {
    expect(await whoAt(api.owner, 'help.example.com')).toBeNull();
    const { addresses, installation } = await add('https://Help.Example.com/');
    expect(installation).toBe(api.origin);
    expect(addresses).toEqual([
      {
        host: 'help.example.com',
        name: 'help.example.com',
        origin: at('help.example.com'),
        isMain: false,
        isHere: false,
        seenAt: null,
        addedByName: 'Owner',
      },
    ]);
    expect(await whoAt(api.owner, 'help.example.com')).toBe('Owner');
    expect(await whoAt(api.owner, 'help.example.com', 'http://help.example.com')).toBeNull();
    expect(await whoAt(api.owner, 'help.example.com', at('evil.example.com'))).toBeNull();
    expect(await whoAt(api.owner, 'localhost')).toBe('Owner');
    await api.owner.ask(REMOVE, { h: 'help.example.com' });
    expect(await whoAt(api.owner, 'help.example.com')).toBeNull();
  });

  it('that is unknown changes nothing, and its page says where the site is', async () => {
    async function refusalAt(host: string, query: string, variables: object): Promise<object | null> {
      const { text } = await asked(host, PATHS.graphql, { query, variables }, { origin: at(host) });
      return (JSON.parse(text) as { errors?: { extensions: object }[] }).errors?.[0]?.extensions ?? null;
    }
    const { number } = await api.startSession();
    const signIn = 'mutation($i: SignInInput!) { signIn(input: $i) { id } }';
    const join = 'mutation($i: JoinSessionInput!) { joinSession(input: $i) { participant { id } } }';
    const i = { number, name: 'Kim', locale: 'ko', device: DEVICE };
    for (const host of ['support.example.com', '127.0.0.9']) {
      const refused = { code: 'ADDRESS_UNKNOWN', params: { address: api.origin } };
      expect(await refusalAt(host, signIn, { i: { email: api.email, password: api.password } })).toMatchObject(refused);
      expect(await refusalAt(host, join, { i })).toMatchObject(refused);
    }
    expect(await api.prisma.participant.count({ where: { name: 'Kim' } })).toBe(0);
    await add('support.example.com');
    expect(await refusalAt('support.example.com', join, { i })).toBeNull();
  });

  it('accepts sockets from its own pages and from no others', async () => {
    await add('help.example.com');
    const open = (origin: string) =>
      new Promise<string>((resolve) => {
        const { cookie } = api.owner.headers;
        const headers = { host: `help.example.com:${port}`, origin, cookie: cookie! };
        const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { headers });
        socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { actor: 'staff' } })));
        socket.on('message', (data: Buffer) => {
          const { type } = JSON.parse(data.toString()) as { type: string };
          resolve(type);
          socket.close();
        });
        socket.on('close', (code) => resolve(`closed ${code}`));
      });
    expect(await open(at('help.example.com'))).toBe('connection_ack');
    expect(await open('http://evil.example.com')).toMatch(/^closed/);
  });

  it('may be written in Hangul, and is displayed that way', async () => {
    const { addresses } = await add('지원.에이크미.한국');
    expect(addresses).toMatchObject([
      { host: 'xn--sp5bt7c.xn--hg3b13p99ao2s.xn--3e0b707e', name: '지원.에이크미.한국' },
    ]);
  });

  it.each(['', 'help', '10.0.0.1', '::1', 'help.example.com:99', 'help.example.com/x', 'a b.example'])(
    'cannot be %j',
    async (name) => expect(await api.owner.refusal(ADD, { n: name })).toBe('HOST_NAME_INVALID'),
  );

  it('belongs to one site only, and cannot be one of the installation', async () => {
    await add('help.example.com');
    expect(await api.owner.refusal(ADD, { n: 'HELP.example.com' })).toBe('HOST_NAME_TAKEN');
    const other = newId();
    await api.prisma.site.create({ data: { id: other, name: 'Other', locale: 'en', createdAt: new Date() } });
    try {
      const by = { addedById: newId(), addedAt: new Date() };
      await api.prisma.siteHost.create({ data: { host: 'other.example.com', siteId: other, ...by } });
      await api.prisma.siteHost.create({ data: { host: 'mine.example.com', siteId: api.site.id, ...by } });
      api.features.sites.forget();
      const siteAt = async (host: string) => {
        const { text } = await asked(host, PATHS.graphql, { query: '{ site { name } }' });
        return (JSON.parse(text) as { data?: { site: { name: string } } }).data?.site.name ?? null;
      };
      expect(await siteAt('other.example.com')).toBe('Other');
      expect(await siteAt('mine.example.com')).toBe('Acme');
      expect(await siteAt('nobody.example.com')).toBeNull();
      expect(await whoAt(api.owner, 'mine.example.com', at('other.example.com'))).toBeNull();
    } finally {
      await api.prisma.siteHost.deleteMany();
      await api.prisma.site.delete({ where: { id: other } });
      api.features.sites.forget();
    }
    for (const name of ['localhost.', '127.0.0.1']) expect(await api.owner.refusal(ADD, { n: name })).not.toBeNull();
  });

  it('is one of at most ten', async () => {
    for (let i = 0; i < LIMITS.hostNames; i++) await add(`h${i}.example.com`);
    expect(await api.owner.failure(ADD, { n: 'more.example.com' })).toMatchObject({
      code: 'HOST_NAME_LIMIT',
      params: { limit: LIMITS.hostNames },
    });
  });

  it('cannot be removed while the administrator uses it', async () => {
    await add('help.example.com');
    api.owner.sentOrigin = at('help.example.com');
    try {
      expect(await api.owner.refusal(REMOVE, { h: 'help.example.com' })).toBe('LOCKS_YOU_OUT');
    } finally {
      api.owner.sentOrigin = api.origin;
    }
    expect(await api.owner.refusal(REMOVE, { h: 'help.example.com' })).toBeNull();
    expect(await api.owner.refusal(REMOVE, { h: 'help.example.com' })).toBe('NOT_FOUND');
  });
});

describe('links and mails', () => {
  it('use the address that the site has chosen, for every sender and from every address', async () => {
    await add('help.localhost');
    expect(await api.owner.refusal(MAIN, { h: 'help.localhost' })).toBe('HOST_NAME_NOT_SEEN');
    await check('help.localhost');
    const { chooseMainAddress } = await api.owner.ask(MAIN, { h: 'help.localhost' });
    expect(chooseMainAddress.addresses).toMatchObject([{ host: 'help.localhost', isMain: true }]);

    const { id, csr } = await api.startSession();
    const { createInvitationLink: link } = await csr.ask(LINK, { s: id });
    expect(link.url).toMatch(`${at('help.localhost')}/i/`);
    expect(link.message).toContain(at('help.localhost'));
    expect((await csr.ask('query($id: ID!) { session(id: $id) { joinUrl } }', { id })).session.joinUrl).toMatch(
      `${at('help.localhost')}/j/`,
    );
    await csr.ask('mutation($i: InviteByEmailInput!) { inviteByEmail(input: $i) { id } }', {
      i: { sessionId: id, email: 'main@example.org', locale: 'ko' },
    });
    const mails = async () =>
      (await api.owner.ask('query { caughtMails { to html } }')).caughtMails.filter(({ to }: { to: string }) =>
        to.includes('main@example.org'),
      );
    await expect.poll(async () => (await mails()).length).toBe(1);
    expect((await mails())[0].html).toContain(`${at('help.localhost')}/i/`);

    await api.owner.ask(MAIN, { h: null });
    expect((await csr.ask(LINK, { s: id })).createInvitationLink.url).toMatch(`${api.origin}/i/`);
  });

  it('may use an address that the server cannot reach itself, once somebody has opened it', async () => {
    await add('help.example.com');
    api.owner.sentOrigin = at('help.example.com');
    try {
      const { addresses } = (await api.owner.ask(LIST)).siteAddresses;
      expect(addresses).toMatchObject([{ isHere: true }]);
      expect(await api.owner.refusal(MAIN, { h: 'help.example.com' })).toBeNull();
    } finally {
      api.owner.sentOrigin = api.origin;
    }
  });

  it('use the installation’s address again when the chosen one is removed', async () => {
    await add('help.localhost');
    await check('help.localhost');
    await api.owner.ask(MAIN, { h: 'help.localhost' });
    await api.owner.ask(REMOVE, { h: 'help.localhost' });
    const { id, csr } = await api.startSession();
    expect((await csr.ask(LINK, { s: id })).createInvitationLink.url).toMatch(`${api.origin}/i/`);
  });
});

describe('a check of an address', () => {
  it('finds that the address leads here, and records when', async () => {
    await add('help.localhost');
    const found = await check('help.localhost');
    expect(found).toMatchObject({ finding: 'LEADS_HERE', ip: '127.0.0.1' });
    expect(Date.parse(found.site.addresses[0].seenAt)).toBeGreaterThan(0);
    expect((await asked('help.localhost', PATHS.addressCheck)).status).toBe(404);
  });

  it('finds that no DNS server knows the address', async () => {
    await add('no-such-name.invalid');
    expect(await check('no-such-name.invalid')).toMatchObject({ finding: 'NO_SUCH_NAME', ip: null });
  });

  it('is limited in number, and to accounts of this site that may change settings', async () => {
    await add('help.localhost');
    const reader = await api.staff('READ_ONLY_ADMINISTRATOR');
    expect(await reader.refusal(LIST)).toBeNull();
    expect(await reader.refusal(CHECK, { h: 'help.localhost' })).toBe('FORBIDDEN');
    expect(await api.owner.refusal(CHECK, { h: 'other.example.com' })).toBe('NOT_FOUND');
    const administrator = await api.staff('ADMINISTRATOR');
    for (let i = 0; i < LIMITS.hostChecksPerHour; i++) await administrator.ask(CHECK, { h: 'help.localhost' });
    expect(await administrator.refusal(CHECK, { h: 'help.localhost' })).toBe('TOO_MANY_REQUESTS');
  });
});
