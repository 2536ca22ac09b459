import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const start = async (csr: ApiUser, input: object): Promise<string> =>
  (await csr.ask('mutation($i: StartSessionInput) { startSession(input: $i) { id } }', { i: input })).startSession.id;
const end = (csr: ApiUser, id: string) => csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });

async function oneOfEach(): Promise<{ csr: ApiUser; work: string; practice: string }> {
  const csr = await api.staff('CSR');
  const practice = await start(csr, { isPractice: true });
  await end(csr, practice);
  const work = await start(csr, {});
  await end(csr, work);
  await api.reportsAreCounted();
  return { csr, work, practice };
}

describe('a practice session', () => {
  it.each([
    ['sessions', 'id', 'SessionFilter'],
    ['sessionReports', 'sessionId', 'SessionReportFilter'],
  ])('is marked and can be filtered in the list of %s', async (list, id, filter) => {
    const { csr, work, practice } = await oneOfEach();
    const query = `query($f: ${filter}) { ${list}(filter: $f) { totalCount edges { node { key: ${id} isPractice } } } }`;
    const found = async (f: object | null) =>
      (await csr.ask(query, { f }))[list].edges.map(({ node }: { node: { key: string; isPractice: boolean } }) => [
        node.key,
        node.isPractice,
      ]);
    const all = [
      [work, false],
      [practice, true],
    ];
    expect(await found(null)).toEqual(all);
    expect(await found({ isPractice: false })).toEqual([all[0]]);
    expect(await found({ isPractice: true })).toEqual([all[1]]);
  });

  it('has its own column in the CSV file, and can be left out of it', async () => {
    const { csr } = await oneOfEach();
    const lines = async (query: string) => {
      const response = await fetch(`${api.origin}/reports.csv?locale=en&${query}`, {
        method: 'POST',
        headers: csr.headers,
      });
      return (await response.text()).trimEnd().split('\r\n').slice(1);
    };
    expect((await lines('')).map((line) => line.endsWith('"Practice"'))).toEqual([false, true]);
    expect((await lines('isPractice=false')).map((line) => line.endsWith('"Practice"'))).toEqual([false]);
  });

  it('needs no tracking code where the site requires one, neither at its start nor later', async () => {
    await api.owner.ask('mutation { changeSetting(input: { key: isTrackingCodeRequired, value: true }) { value } }');
    const csr = await api.staff('CSR');
    expect(await csr.refusal('mutation { startSession { id } }')).toBe('TRACKING_CODE_REQUIRED');
    const id = await start(csr, { isPractice: true });
    await csr.ask('mutation($i: DescribeSessionInput!) { describeSession(input: $i) { id } }', {
      i: { sessionId: id },
    });
  });
});
