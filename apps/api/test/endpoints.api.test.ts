import { PATHS } from '@tandem/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askRaw } from './ask-raw.js';
import { filesInSession, png, type FilePeer, type Shown } from './file-peer.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ LOG_LEVEL: 'silent' });
});
afterAll(() => api.stop());

const id = '3f6d1b9e-0c1f-4c55-9d6b-0d7a3c2f1e00';
const token = 'A'.repeat(43);
/** Every HTTP endpoint besides GraphQL, and the methods that it supports. */
const ENDPOINTS: [path: string, allowed: string][] = [
  [PATHS.health, 'HEAD, GET'],
  [PATHS.ca, 'HEAD, GET'],
  [PATHS.addressCheck, 'HEAD, GET'],
  [PATHS.reportsCsv, 'HEAD, GET, POST'],
  [PATHS.fonts, 'POST'],
  [PATHS.font(id), 'HEAD, GET'],
  [PATHS.image(id), 'HEAD, GET'],
  [PATHS.file(''), 'OPTIONS'],
  [PATHS.file(id), 'HEAD, PATCH, OPTIONS'],
  [PATHS.fileLink(id, token), 'HEAD, GET'],
];
/** Values in the place of an id. */
const HOSTILE = [
  '%00',
  `${id}%00`,
  '%2F',
  '%2F..%2F..%2Fetc%2Fpasswd',
  '..',
  '..%2f',
  '%2e%2e%2f%2e%2e',
  '..\\..\\x',
  '%5c..%5c',
  '%',
  '%ff',
  '%C0%AF',
  '%E2%80%AE',
  `${id};${id}`,
  `${id},${id}`,
  `${id}%0d%0aSet-Cookie:x=1`,
  `${id}'--`,
  "'%20OR%20'1'='1",
  '%F0%9F%98%80',
  '__proto__',
  'constructor',
  'null',
  '-1',
  'a'.repeat(3000),
  '%61'.repeat(2000),
  ':id',
  '*',
  '{id}',
  `${id}?a[b]=c&__proto__[x]=1`,
  `${id}?${'a=1&'.repeat(2000)}`,
];
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'];

/** Runs the work and checks that no server error is logged meanwhile. */
async function withoutFaults(run: () => Promise<void>): Promise<void> {
  const logged = vi.spyOn(api.platform.log, 'error');
  try {
    await run();
    expect(logged.mock.calls).toEqual([]);
  } finally {
    logged.mockRestore();
  }
}

describe('every endpoint of plain HTTP', () => {
  it.each(ENDPOINTS)('%s answers an unsupported method with the supported ones', async (path, allowed) => {
    await withoutFaults(async () => {
      for (const method of METHODS) {
        const answer = await askRaw(api.origin, method, path);
        expect(answer.status, method).toBeLessThan(500);
        if (allowed.split(', ').includes(method)) continue;
        expect(answer.headers.allow, method).toBe(allowed);
        expect(answer.status, method).toBe(method === 'OPTIONS' ? 204 : 405);
        if (method !== 'OPTIONS' && method !== 'HEAD') expect(answer.codes, method).toEqual(['BAD_INPUT']);
      }
    });
  });

  it.each(['/files/%s', `/files/%s/${token}`, `/files/${id}/%s`, '/images/%s', '/fonts/%s', '/nowhere/%s'])(
    '%s accepts only valid ids',
    async (endpoint) => {
      await withoutFaults(async () => {
        for (const hostile of HOSTILE) {
          const path = endpoint.replace('%s', hostile);
          for (const method of ['GET', 'HEAD', 'PATCH', 'POST']) {
            const { status, headers, body } = await askRaw(api.origin, method, path, {
              headers: { accept: 'application/json', 'tus-resumable': '1.0.0', 'upload-offset': '0' },
            });
            expect(status, `${method} ${path.slice(0, 80)}`).toBeGreaterThanOrEqual(400);
            expect(status, `${method} ${path.slice(0, 80)}`).toBeLessThan(500);
            expect(headers['set-cookie']).toBeUndefined();
            expect(String(headers['content-type'] ?? 'application/json')).toMatch(/json/);
            expect(body.toString()).not.toMatch(/root:|node_modules|Cannot (GET|POST|PATCH)/);
          }
        }
      });
    },
  );

  it('the report list accepts in its query string only what GraphQL accepts', async () => {
    const admin = await api.staff('ADMINISTRATOR');
    const from = 'tandem-actor';
    const headers = { ...admin.headers, [from]: 'staff' };
    await withoutFaults(async () => {
      for (const asked of [
        'number=%00',
        'csrId[a]=b',
        'csrId=a&csrId=b',
        `trackingCode=${'x'.repeat(500)}`,
        'startedAfter=never',
        'startedAfter=-271821-04-20T00:00:00Z',
        'startedBefore=%2B275760-09-13T00:00:00Z',
        'startedAfter=0000-01-01T00:00:00Z',
        'timeZone=..%2F..%2Fetc',
        'locale=__proto__',
        '__proto__[number]=1&constructor=1',
      ]) {
        const answer = await askRaw(api.origin, 'POST', `${PATHS.reportsCsv}?${asked}`, { headers });
        expect(answer.status, asked).toBeLessThan(500);
        if (answer.status !== 200) expect(answer.codes, asked).toEqual(['BAD_INPUT']);
      }
    });
  });

  it('an invalid host name finds no other site and causes no server error', async () => {
    await withoutFaults(async () => {
      for (const host of ['', '..', 'a'.repeat(5000), '[::1', 'x@y', 'help.example/../', "'--", 'ü.example'])
        for (const path of [PATHS.addressCheck, PATHS.image(id), PATHS.health])
          expect((await askRaw(api.origin, 'GET', path, { headers: { host } })).status, host).toBeLessThan(500);
    });
  });

  it('the tus endpoint lists its extensions', async () => {
    for (const path of [PATHS.file(''), PATHS.file(id)]) {
      const { status, headers } = await askRaw(api.origin, 'OPTIONS', path, {
        headers: { origin: 'https://evil.example' },
      });
      expect(status).toBe(204);
      expect(headers['tus-version']).toBe('1.0.0');
      expect(headers['access-control-allow-origin']).toBeUndefined(); // pages of other origins cannot upload
    }
  });
});

describe('an upload is authorised for the same file that it writes', () => {
  /** A victim's upload, half complete, and an attacker in another session with an upload of their own. */
  async function victimAndAttacker() {
    const [there, here] = [await filesInSession(api), await filesInSession(api)];
    const bytes = png(700_000, 1);
    const victim = await there.customer.offer(bytes, { name: 'contract.png' });
    await there.customer.send(victim, bytes, { upTo: 400_000 });
    const offset = await there.customer.offset(victim);
    expect(offset).toBe(262_144);
    const own = await here.customer.offer(png(700_000, 2), { name: 'own.png' });
    return { there, attacker: here.customer, victim, own, bytes, offset };
  }
  const request = (attacker: FilePeer, method: string, path: string, offset: number, body?: Uint8Array) =>
    askRaw(api.origin, method, path, {
      headers: {
        ...attacker.user.headers,
        'tus-resumable': '1.0.0',
        'tandem-fingerprint': 'the same file',
        ...(method === 'PATCH' && {
          'content-type': 'application/offset+octet-stream',
          'upload-offset': String(offset),
        }),
      },
      ...(body && { body }),
    });
  const TRICKS: ((own: string, victim: string) => string)[] = [
    (own, victim) => `/files/${own}?/${victim}`,
    (own, victim) => `/files/${own}?x=/${victim}`,
    (own, victim) => `/files/${own}?x=%2F${victim}`,
    (own, victim) => `/files/${own}?/${victim}/`,
    (own, victim) => `/files/${own}/?/${victim}`,
    (own, victim) => `/files/${own}?//${victim}//`,
    (own, victim) => `/files/${own}?#/${victim}`,
    (own, victim) => `/files/${own};/${victim}`,
    (own, victim) => `/files/${own}%2F${victim}`,
    (own, victim) => `/files/${own}%2F..%2F${victim}`,
    (own, victim) => `/files/${own}/../${victim}`,
    (own, victim) => `/files//${own}?/${victim}`,
    (own, victim) => `/files/${own}//${victim}`,
    (own, victim) => `/files/${own}\\${victim}`,
    (own, victim) => `/files/${own}%3F/${victim}`,
    (own, victim) => `//files/${own}?/${victim}`,
    (own, victim) => `/FILES/${own}?/${victim}`,
    (own, victim) => `http://tandem/files/${own}?/${victim}`,
    (_own, victim) => `/files/${victim}`,
    (_own, victim) => `/files/${victim}?`,
    (_own, victim) => `/files/%${victim.charCodeAt(0).toString(16)}${victim.slice(1)}`,
  ];

  it('however the URL is written: another session’s upload is neither read nor written', async () => {
    const { there, attacker, victim, own, bytes, offset } = await victimAndAttacker();
    const evil = Buffer.alloc(bytes.length - offset, 'evil');
    await withoutFaults(async () => {
      for (const trick of TRICKS) {
        const path = trick(own.id, victim.id);
        const seen = await request(attacker, 'HEAD', path, 0);
        // at most the attacker's own upload answers, of which nothing has been sent
        expect([undefined, '0'], path).toContain(seen.headers['upload-offset']);
        const written = await request(attacker, 'PATCH', path, offset, evil);
        expect(written.status, path).toBeGreaterThanOrEqual(400);
        expect(written.status, path).toBeLessThan(500);
      }
    });
    expect(await there.customer.offset(victim)).toBe(offset);
    await there.customer.send(victim, bytes, { from: offset });
    await there.customer.until(victim.id, 'PUBLISHED');
    expect((await there.csr.download(victim.id)).equals(bytes)).toBe(true);
  });

  it('one’s own upload is accepted with a query string or a trailing slash', async () => {
    const { customer } = await filesInSession(api);
    const bytes = png(5000);
    for (const behind of ['?x=1', '/', '?/..']) {
      const file: Shown = await customer.offer(bytes, { name: `own${behind.length}.png` });
      const answer = await request(customer, 'PATCH', PATHS.file(file.id) + behind, 0, bytes);
      expect(answer.status, behind).toBe(204);
      expect(await customer.until(file.id, 'PUBLISHED')).toMatchObject({ size: 5000 });
    }
  });
});
