import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../tools/test/patience.mjs';
import { filePeer } from './file-peer.js';
import { fillWithSamples, NotEmpty } from './sample-data/fill.js';
import { startTestApi, type TestApi } from './test-api.js';

const DAY = 86_400_000;

let api: TestApi, dataDir: string;
let filled: Awaited<ReturnType<typeof fillWithSamples>>;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'tandem-samples-'));
  api = await startTestApi({ DATA_DIR: dataDir });
  filled = await fillWithSamples({ DATA_DIR: dataDir }, api.platform.db);
}, within(90_000));
afterAll(async () => {
  await api.stop();
  await rm(dataDir, { recursive: true, force: true });
});

interface Report {
  sessionId: string;
  csrName: string;
  customerNames: string[];
  startedAt: string;
  endedAt: string | null;
  durationSeconds: number;
  viewSeconds: number;
  refusalCount: number;
  trackingCode: string;
  sessionType: string | null;
}
const PARTS =
  'sessionId csrName customerNames startedAt endedAt durationSeconds viewSeconds refusalCount trackingCode sessionType';

async function reports(): Promise<Report[]> {
  const { sessionReports } = await api.owner.ask(
    `query { sessionReports(first: 100, orderBy: STARTED_AT_DESC) { edges { node { ${PARTS} } } } }`,
  );
  return sessionReports.edges.map(({ node }: { node: Report }) => node);
}

describe('the sample data', () => {
  it('consist of a week of ended sessions, three a day, in both languages', async () => {
    await api.reportsAreCounted();
    const list = await reports();
    expect(list).toHaveLength(filled.sessions);
    expect(list).toHaveLength(21);
    const ages = list.map(({ startedAt }) => Date.now() - Date.parse(startedAt));
    expect(Math.min(...ages)).toBeGreaterThan(0);
    expect(Math.max(...ages)).toBeGreaterThan(6 * DAY);
    expect(Math.max(...ages)).toBeLessThan(8 * DAY);
    expect(new Set(list.map(({ startedAt }) => startedAt.slice(0, 10))).size).toBeGreaterThanOrEqual(7);
    expect(list.every(({ endedAt }) => endedAt !== null && Date.parse(endedAt) < Date.now())).toBe(true);
    expect(new Set(list.map(({ csrName }) => csrName))).toEqual(new Set(['김서연', 'Daniel Reed']));
    expect(list.flatMap(({ customerNames }) => customerNames)).toEqual(
      expect.arrayContaining(['박지훈', 'Olivia Grant']),
    );
    expect(new Set(list.map(({ trackingCode }) => trackingCode)).size).toBe(list.length);
  });

  it('contain screens that were viewed for minutes, a refusal, notes and files', async () => {
    const list = await reports();
    const first = list.find(({ trackingCode }) => trackingCode === 'HD-2041')!;
    expect(first.viewSeconds).toBeGreaterThanOrEqual(410);
    expect(first.viewSeconds).toBeLessThan(470);
    expect(first.durationSeconds).toBeGreaterThan(first.viewSeconds);
    expect(list.find(({ trackingCode }) => trackingCode === 'SET-77')!.refusalCount).toBe(1);
    const { sessionReport } = await api.owner.ask(
      'query($id: ID!) { sessionReport(sessionId: $id) { note { body } transcript { text sentAt } timeline { __typename at } } }',
      { id: first.sessionId },
    );
    expect(sessionReport.note.body).toContain('일시 중지');
    expect(sessionReport.transcript.map(({ text }: { text: string }) => text)).toContain('나왔어요! 감사합니다.');
    const times = sessionReport.timeline.map(({ at }: { at: string }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((a: number, b: number) => a - b));
    expect(Math.abs(times[0] - Date.parse(first.startedAt))).toBeLessThan(5000); // days ago, like the session
    const files = await api.prisma.publishedFile.groupBy({ by: ['state'], _count: true });
    expect(files).toEqual([{ state: 'PUBLISHED', _count: expect.any(Number) }]);
  });

  it('are in the CSV file, one line for each session', async () => {
    const response = await fetch(`${api.origin}/reports.csv?locale=en&timeZone=UTC`, { headers: api.owner.headers });
    const lines = (await response.text()).trim().split('\r\n');
    expect(lines.filter((line) => /(?:HD|SET|PAY|EDU)-\d/.test(line))).toHaveLength(filled.sessions);
  });

  it('contain accounts that can sign in with the printed password, and download the files', async () => {
    const user = api.stranger();
    user.actor = 'staff';
    for (const email of filled.emails) {
      const { signIn } = await user.ask('mutation($i: SignInInput!) { signIn(input: $i) { mustChangePassword } }', {
        i: { email, password: filled.password },
      });
      expect(signIn.mustChangePassword).toBe(false);
      if (email !== 'seoyeon.kim@example.com') continue;
      const file = (await api.prisma.publishedFile.findFirst({ where: { name: '설치 순서.txt' } }))!;
      const bytes = await filePeer(api, user, file.sessionId).download(file.id);
      expect(bytes.toString()).toContain('설정을 엽니다');
    }
  });

  it('are refused if there are sessions already', async () => {
    await expect(fillWithSamples({ DATA_DIR: dataDir }, api.platform.db)).rejects.toThrow(NotEmpty);
    expect(await reports()).toHaveLength(filled.sessions);
  });
});
