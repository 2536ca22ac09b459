import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noteUpdate } from './note-update.js';
import { startTestApi, type TestApi } from './test-api.js';
import type { ApiUser } from './api-user.js';

const START = 'mutation($i: StartSessionInput) { startSession(input: $i) { id number sessionType trackingCode } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await api.setting('sessionTypes', ['Printer', '네트워크']);
});
afterAll(() => api.stop());
afterEach(() => api.setting('isTrackingCodeRequired', false));

const start = async (csr: ApiUser, input?: object) => (await csr.ask(START, { i: input })).startSession;
const end = (csr: ApiUser, id: string) => csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });

/** The file as a client downloads it. */
async function fetchCsv(user: ApiUser, query = '', method = 'POST') {
  const response = await fetch(`${api.origin}/reports.csv?${query}`, { method, headers: user.headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get('content-type'), bytes, text: bytes.toString() };
}

describe('the start of a session', () => {
  it('needs no input where the site requires none', async () => {
    const csr = await api.staff('CSR');
    expect(await start(csr)).toMatchObject({ sessionType: null, trackingCode: null });
  });

  it('is refused without a tracking code where the site requires one, immediately and without a restart', async () => {
    const csr = await api.staff('CSR');
    await api.setting('isTrackingCodeRequired', true);
    const { startOptions } = await csr.ask('{ startOptions { isTrackingCodeRequired sessionTypes } }');
    expect(startOptions).toEqual({ isTrackingCodeRequired: true, sessionTypes: ['Printer', '네트워크'] });
    for (const input of [undefined, { trackingCode: '' }, { trackingCode: '   ' }, { sessionType: 'Printer' }])
      expect(await csr.refusal(START, { i: input })).toBe('TRACKING_CODE_REQUIRED');
    expect(await start(csr, { trackingCode: ' A-17 ', sessionType: 'Printer' })).toMatchObject({
      trackingCode: 'A-17',
      sessionType: 'Printer',
    });
  });

  it('accepts only a listed session type, and a code of one line with at most 64 characters', async () => {
    const csr = await api.staff('CSR');
    expect(await csr.refusal(START, { i: { sessionType: 'Scanner' } })).toBe('SESSION_TYPE_UNKNOWN');
    for (const trackingCode of ['x'.repeat(65), 'a\nb'])
      expect(await csr.refusal(START, { i: { trackingCode } })).toBe('BAD_INPUT');
    expect(await start(csr, { trackingCode: '가'.repeat(64) })).toMatchObject({ trackingCode: '가'.repeat(64) });
    // invisible characters are removed
    expect(await start(csr, { trackingCode: 'a\u202Eb' })).toMatchObject({ trackingCode: 'ab' });
  });

  it('keeps its session type when the site changes the list later', async () => {
    const csr = await api.staff('CSR');
    const { id } = await start(csr, { sessionType: 'Printer' });
    await api.setting('sessionTypes', [' 네트워크 ', '', '네트워크']);
    const { session } = await csr.ask('query($id: ID!) { session(id: $id) { sessionType } }', { id });
    expect(session.sessionType).toBe('Printer');
    const { startOptions } = await csr.ask('{ startOptions { sessionTypes } }');
    expect(startOptions.sessionTypes).toEqual(['네트워크']);
    await api.setting('sessionTypes', ['Printer', '네트워크']);
  });
});

describe('the session type and tracking code', () => {
  const DESCRIBE = 'mutation($i: DescribeSessionInput!) { describeSession(input: $i) { trackingCode sessionType } }';
  const REPORT = 'query($id: ID!) { sessionReport(sessionId: $id) { trackingCode sessionType } }';

  it('can also be set later, and are in the report and in the lists', async () => {
    const csr = await api.staff('CSR');
    const { id } = await start(csr, { sessionType: 'Printer' });
    const about = { trackingCode: 'LATE-1', sessionType: '네트워크' };
    const say = async (what: object) => (await csr.ask(DESCRIBE, { i: { sessionId: id, ...what } })).describeSession;
    expect(await say({ ...about, trackingCode: ' LATE-1 ' })).toEqual(about);
    await say(about);
    expect((await api.eventTypes(id)).filter((type) => type === 'sessions.described')).toHaveLength(1);
    expect((await csr.ask(REPORT, { id })).sessionReport).toEqual(about);
    const found = await csr.ask('{ sessions(filter: { search: "late-1" }) { edges { node { id } } } }');
    expect(found.sessions.edges).toEqual([{ node: { id } }]);
    expect(await say({ sessionType: null })).toEqual({ trackingCode: null, sessionType: null });
    await end(csr, id);
    expect(await csr.refusal(DESCRIBE, { i: { sessionId: id, ...about } })).toBe('SESSION_ENDED');
  });

  it('keep a required code, and a type that the site has removed', async () => {
    const csr = await api.staff('CSR');
    const { id } = await start(csr, { trackingCode: 'A-1', sessionType: 'Printer' });
    await api.setting('isTrackingCodeRequired', true);
    expect(await csr.refusal(DESCRIBE, { i: { sessionId: id } })).toBe('TRACKING_CODE_REQUIRED');
    await api.setting('sessionTypes', ['네트워크']);
    const change = { sessionId: id, trackingCode: 'A-2' };
    expect(await csr.refusal(DESCRIBE, { i: { ...change, sessionType: 'Scanner' } })).toBe('SESSION_TYPE_UNKNOWN');
    expect((await csr.ask(DESCRIBE, { i: { ...change, sessionType: 'Printer' } })).describeSession.trackingCode).toBe(
      'A-2',
    );
    await api.setting('sessionTypes', ['Printer', '네트워크']);
  });

  it('are never sent to the customer', async () => {
    const csr = await api.staff('CSR');
    const { id, number } = await start(csr, { trackingCode: 'SECRET-1', sessionType: 'Printer' });
    const customer = await api.customer(number);
    const { session } = await customer.ask('query($id: ID!) { session(id: $id) { trackingCode sessionType } }', { id });
    expect(session).toEqual({ trackingCode: null, sessionType: null });
    const [toCustomer, toCsr] = [customer.follow(id), csr.follow(id)];
    for (const { events } of [toCustomer, toCsr]) await expect.poll(() => events.length).toBeGreaterThan(0);
    await csr.ask(DESCRIBE, { i: { sessionId: id, trackingCode: 'SECRET-2' } });
    await end(csr, id);
    await Promise.all([toCustomer.done, toCsr.done]);
    const kinds = ({ events }: typeof toCsr) => events.map(({ __typename }) => __typename);
    expect(kinds(toCsr)).toContain('SessionDescribed');
    expect(kinds(toCustomer)).toContain('SessionEnded');
    expect(kinds(toCustomer)).not.toContain('SessionDescribed');
  });

  it('are in the report, and both lists can be filtered by them', async () => {
    const csr = await api.staff('CSR');
    const { id, number } = await start(csr, { trackingCode: 'TCK-4711', sessionType: '네트워크' });
    await start(csr, { trackingCode: 'TCK-9' });
    await end(csr, id);
    const { sessionReport } = await csr.ask(
      'query($id: ID!) { sessionReport(sessionId: $id) { trackingCode sessionType } }',
      { id },
    );
    expect(sessionReport).toEqual({ trackingCode: 'TCK-4711', sessionType: '네트워크' });
    const found = async (filter: object) => {
      const { sessions } = await csr.ask(
        'query($f: SessionFilter) { sessions(filter: $f) { edges { node { number } } } }',
        { f: filter },
      );
      return sessions.edges.map(({ node }: { node: { number: string } }) => node.number);
    };
    for (const filter of [
      { trackingCode: 'TCK-4711' },
      { sessionType: '네트워크' },
      { search: 'tck-47' },
      { search: number },
    ])
      expect(await found(filter)).toEqual([number]);
    expect(await found({ trackingCode: 'TCK' })).toEqual([]);
    await api.reportsAreCounted();
    const { sessionReports } = await csr.ask(
      '{ sessionReports(filter: { trackingCode: "TCK-4711", sessionType: "네트워크" }) { totalCount } }',
    );
    expect(sessionReports.totalCount).toBe(1);
  });
});

describe('the CSV file of reports', () => {
  it('is UTF-8 with a byte order mark, has one line for each session, and no formulas', async () => {
    const csr = await api.staff('CSR');
    const { id, number } = await start(csr, { trackingCode: '=HYPERLINK("http://x")', sessionType: '네트워크' });
    await api.customer(number, { name: '@박지훈' });
    await csr.ask('mutation($i: SaveNoteInput!) { saveNote(input: $i) { revision } }', {
      i: { sessionId: id, update: noteUpdate('-용지가 없었음\n채웠음') },
    });
    await end(csr, id);
    await csr.ask('query($id: ID!) { sessionReport(sessionId: $id) { number } }', { id });
    const { status, type, bytes, text } = await fetchCsv(csr, 'locale=ko&timeZone=Asia/Seoul');
    expect([status, type]).toEqual([200, 'text/csv; charset=utf-8']);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, line, ...rest] = text.slice(1).split('\r\n');
    expect(head).toContain('"추적 코드","시작 (Asia/Seoul)"');
    expect(line).toContain(`"${number.replace(/(\d{3})(?=\d)/g, '$1 ')}","네트워크","'=HYPERLINK(""http://x"")"`);
    expect(line).toContain('"\'@박지훈"');
    expect(line).toMatch(/"지원 담당자가 종료함",\d+,/);
    expect(line).toMatch(/,"'-용지가 없었음\n채웠음",""$/);
    expect(rest).toEqual(['']);
  });

  it('contains a CSR’s own sessions, all for accounts that may read all, and has the filters of the list', async () => {
    const [mine, other] = [await api.staff('CSR'), await api.staff('CSR')];
    for (const [csr, trackingCode] of [
      [mine, 'MINE-1'],
      [mine, 'MINE-2'],
      [other, 'OTHER-1'],
    ] as const) {
      const { id } = await start(csr, { trackingCode });
      await csr.ask('query($id: ID!) { sessionReport(sessionId: $id) { number } }', { id });
    }
    const own = await fetchCsv(mine);
    expect(own.text).toContain('MINE-1');
    expect(own.text).not.toContain('OTHER-1');
    const all = await fetchCsv(await api.staff('AUDITOR'));
    for (const code of ['MINE-1', 'MINE-2', 'OTHER-1']) expect(all.text).toContain(code);
    const filtered = await fetchCsv(mine, 'trackingCode=MINE-2');
    expect(filtered.text).not.toContain('MINE-1');
    expect(filtered.text).toContain('MINE-2');
  });

  it('includes more sessions than one page', async () => {
    const csr = await api.staff('CSR');
    const { id } = await start(csr, { trackingCode: 'MANY' });
    await csr.ask('query($id: ID!) { sessionReport(sessionId: $id) { number } }', { id });
    const row = (await api.prisma.sessionReport.findUnique({ where: { sessionId: id } }))!;
    const copies = Array.from({ length: 1100 }, (_, i) => ({
      ...row,
      liveShares: {},
      shownShares: {},
      sessionId: `copy-${i}`,
      startedAt: new Date(row.startedAt.getTime() - (i % 7) * 1000),
    }));
    await api.prisma.sessionReport.createMany({ data: copies });
    const { text } = await fetchCsv(csr, 'trackingCode=MANY');
    expect(text.trimEnd().split('\r\n')).toHaveLength(1 + 1 + 1100);
    await api.prisma.sessionReport.deleteMany({ where: { sessionId: { startsWith: 'copy-' } } });
  });

  it('is refused to customers and strangers, and to a request that names no actor', async () => {
    const { number, csr } = await api.startSession();
    const customer = await api.customer(number);
    expect((await fetchCsv(customer)).status).toBe(403);
    expect((await fetchCsv(api.stranger())).status).toBe(401);
    csr.actor = null;
    expect((await fetchCsv(csr)).status).toBe(401);
  });

  it('has times in UTC, and says so, for a browser that knows no time zone', async () => {
    expect((await fetchCsv(api.owner, 'timeZone=Etc/Unknown')).text.split('\n')[0]).toContain('(UTC)');
  });

  it('says which parameter is invalid', async () => {
    for (const query of ['locale=fr', 'startedAfter=soon', 'number=12', `sessionType=${'x'.repeat(101)}`]) {
      const { status, text } = await fetchCsv(api.owner, query);
      expect([query, status]).toEqual([query, 400]);
      expect(JSON.parse(text).errors[0].extensions.code).toBe('BAD_INPUT');
    }
  });

  it('is available to an integrator by GET with a token', async () => {
    const { createApiToken } = await api.owner.ask(
      'mutation { createApiToken(input: { name: "csv", scopes: [REPORTS_READ] }) { secret } }',
    );
    const integrator = api.stranger();
    integrator.token = createApiToken.secret;
    expect((await fetchCsv(integrator, '', 'GET')).text).toContain('Tracking code');
  });
});

it.each(['isEnded=maybe', 'isPractice=1', 'timeZone=Nope', 'locale=fr', 'isended=true', 'startedAfter=yesterday'])(
  'a parameter of the file that is not understood is refused with its name: %s',
  async (query) => {
    const { status, type, text } = await fetchCsv(api.owner, query);
    expect(status).toBe(400);
    expect(type).not.toContain('csv');
    expect(text).toContain(query.split('=')[0]);
  },
);

it.each(['timeZone=Etc/Unknown', 'timeZone=Asia/Seoul&isEnded=false', 'isEnded='])(
  'a file is exported with %s',
  async (query) => expect((await fetchCsv(api.owner, query)).status).toBe(200),
);
