import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteUpdate } from './note-update.js';
import { startTestApi, type TestApi } from './test-api.js';

const GUIDE = path.resolve(import.meta.dirname, '../../../docs/integrators.md');
const FIGURES =
  'query($id: ID!) { sessionReport(sessionId: $id) { number csrName customerNames messageCount requestCount refusalCount endReason durationSeconds note { body } transcript { text } timeline { __typename seq } } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

async function finishedSession() {
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number, { name: '박지훈' });
  await customer.ask('mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }', {
    i: { sessionId: id, clientId: 'm1', audience: 'EVERYONE', text: '안녕하세요' },
  });
  const { askShare } = await csr.ask('mutation($i: AskShareInput!) { askShare(input: $i) { id } }', {
    i: { sessionId: id, action: 'REQUEST_VIEW', target: 'DESKTOP' },
  });
  await customer.ask(
    'mutation($id: ID!) { answerShare(input: { shareId: $id, answer: REFUSE, duration: ONCE }) { id } }',
    { id: askShare.id },
  );
  await csr.ask('mutation($i: SaveNoteInput!) { saveNote(input: $i) { revision } }', {
    i: { sessionId: id, update: noteUpdate('Paper was out.') },
  });
  await csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });
  return { id, number, csr };
}

describe('the session detail report', () => {
  it('lists everything, in order', async () => {
    const { id, number, csr } = await finishedSession();
    const { sessionReport } = await csr.ask(FIGURES, { id });
    expect(sessionReport).toMatchObject({
      number,
      customerNames: ['박지훈'],
      messageCount: 1,
      requestCount: 1,
      refusalCount: 1,
      endReason: 'ENDED_BY_CSR',
      note: { body: 'Paper was out.' },
      transcript: [{ text: '안녕하세요' }],
    });
    const kinds = sessionReport.timeline.map(({ __typename }: { __typename: string }) => __typename);
    expect(
      kinds.filter((kind: string) =>
        [
          'SessionStarted',
          'ParticipantJoined',
          'ChatMessageSent',
          'ShareAsked',
          'ShareRefused',
          'NoteSaved',
          'SessionEnded',
        ].includes(kind),
      ),
    ).toEqual([
      'SessionStarted',
      'ParticipantJoined',
      'ParticipantJoined',
      'ChatMessageSent',
      'ShareAsked',
      'ShareRefused',
      'NoteSaved',
      'SessionEnded',
    ]);
    const seqs = sessionReport.timeline.map(({ seq }: { seq: number }) => seq);
    expect(seqs).toEqual(seqs.map((_: number, at: number) => at + 1));
  });

  it('is the same after it is rebuilt from the log', async () => {
    const { id, csr } = await finishedSession();
    const before = (await csr.ask(FIGURES, { id })).sessionReport;
    const rows = await api.prisma.sessionReport.findMany({ orderBy: { sessionId: 'asc' } });
    await api.features.reports.rebuild();
    expect(await api.prisma.sessionReport.findMany({ orderBy: { sessionId: 'asc' } })).toEqual(rows);
    expect((await csr.ask(FIGURES, { id })).sessionReport).toEqual(before);
  });

  it('contains no names and no texts in its row', async () => {
    const { id, csr } = await finishedSession();
    await csr.ask(FIGURES, { id });
    const row = JSON.stringify(await api.prisma.sessionReport.findFirst({ where: { sessionId: id } }));
    expect(row).not.toMatch(/박지훈|안녕하세요|Paper/);
  });

  it('is listed to its CSR, and all are paged with a cursor in either order', async () => {
    const mine = await finishedSession();
    for (let i = 0; i < 3; i++) await finishedSession();
    await api.reportsAreCounted();
    expect((await mine.csr.ask('query { sessionReports { totalCount } }')).sessionReports.totalCount).toBe(1);
    for (const orderBy of ['STARTED_AT_DESC', 'STARTED_AT_ASC']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { sessionReports }: { sessionReports: any } = await api.owner.ask(
          'query($a: String, $o: SessionReportOrder!) { sessionReports(first: 2, after: $a, orderBy: $o, filter: { isEnded: true }) { totalCount pageInfo { hasNextPage endCursor } edges { node { sessionId startedAt } } } }',
          { a: after, o: orderBy },
        );
        seen.push(...sessionReports.edges.map(({ node }: { node: { sessionId: string } }) => node.sessionId));
        after = sessionReports.pageInfo.hasNextPage ? sessionReports.pageInfo.endCursor : null;
        if (!after) expect(seen).toHaveLength(sessionReports.totalCount);
      } while (after);
      expect(new Set(seen).size).toBe(seen.length);
    }
    expect(await api.owner.refusal('query { sessionReports(first: 1000) { totalCount } }')).toBe('BAD_INPUT');
    expect(await api.owner.refusal('query { sessionReports(after: "nonsense") { totalCount } }')).toBe('BAD_INPUT');
  });
});

describe('the guide for integrators', () => {
  it('has an example that works as printed', async () => {
    const { number } = await finishedSession();
    const { createApiToken } = await api.owner.ask(
      'mutation { createApiToken(input: { name: "guide", scopes: [REPORTS_READ] }) { secret } }',
    );
    const example = /```sh\n(curl [\s\S]*?)```/.exec(readFileSync(GUIDE, 'utf8'))![1]!;
    const env = { ...process.env, TANDEM: api.origin, TANDEM_TOKEN: createApiToken.secret };
    const { stdout } = await promisify(execFile)('sh', ['-c', example], { env });
    const { data } = JSON.parse(stdout) as { data: { sessionReports: { edges: { node: { number: string } }[] } } };
    expect(data.sessionReports.edges.map(({ node }) => node.number)).toContain(number);
  });
});
