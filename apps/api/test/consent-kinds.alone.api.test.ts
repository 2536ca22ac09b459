import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

// Only rows of the table: a kind without a choice, one that everybody must allow, one that covers others
vi.mock('../../../libs/domain/src/consents.js', async (importOriginal) => {
  const table = await importOriginal<typeof import('../../../libs/domain/src/consents.js')>();
  Object.assign(table.CONSENT_KINDS, {
    SYSTEM_INFORMATION: {
      asks: [{ target: null, act: 'readSystemInformation' }],
      askers: { PRIMARY_CSR: true },
      grantors: 'CUSTOMER',
      namesViewers: false,
      durations: [],
      uses: 1,
      isInBlanket: true,
    },
    RECORD: {
      asks: [{ target: null, act: 'recordSession' }],
      askers: { PRIMARY_CSR: true },
      grantors: 'EVERYBODY',
      namesViewers: false,
      durations: ['SESSION'],
      uses: 1,
      isInBlanket: false,
    },
    EVERYTHING: {
      asks: [{ target: null, act: 'askForEverything' }],
      askers: { PRIMARY_CSR: true },
      grantors: 'CUSTOMER',
      namesViewers: false,
      durations: ['TEN_MINUTES'],
      uses: 1,
      isBlanket: true,
      isInBlanket: false,
    },
  });
  return table;
});

const REQUEST = 'id kind target state isSpared endReason grantors { id } allowedBy { id }';
const ASK = `mutation($i: AskConsentInput!) { askConsent(input: $i) { ${REQUEST} } }`;
const ANSWER = `mutation($i: AnswerConsentInput!) { answerConsent(input: $i) { ${REQUEST} } }`;
const STATE = `query($id: ID!) { session(id: $id) {
  abilities { act isAllowed reason } consentRequests { ${REQUEST} }
  grants { id kind action target duration endedAt endReason grantors { id } }
} }`;
const REPORT = `query($id: ID!) { sessionReport(sessionId: $id) { requestCount refusalCount timeline {
  __typename ... on ConsentAsked { request { kind } } ... on GrantEnded { grant { kind } reason }
} } }`;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

async function inSession() {
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number);
  const stateFor = async (who: ApiUser) => (await who.ask(STATE, { id })).session;
  return {
    ...{ id, number, csr, customer, stateFor },
    ask: async (kind: string, target: string | null = null) =>
      (await csr.ask(ASK, { i: { sessionId: id, kind, target } })).askConsent,
    answer: async (who: ApiUser, requestId: string, answer: string, duration: string) =>
      (await who.ask(ANSWER, { i: { requestId, answer, duration } })).answerConsent,
    reasonFor: async (act: string) => {
      const { abilities } = await stateFor(csr);
      const { isAllowed, reason } = abilities.find((each: { act: string }) => each.act === act);
      return isAllowed ? null : reason;
    },
  };
}

it('a row of the table is enough to request, answer, show, withdraw and report a consent', async () => {
  const s = await inSession();
  expect(await s.reasonFor('readSystemInformation')).toBeNull();
  const { id } = await s.ask('SYSTEM_INFORMATION');
  expect(await s.reasonFor('readSystemInformation')).toBe('QUESTION_STANDS');
  expect(await s.reasonFor('requestViewDesktop')).toBe('QUESTION_STANDS');
  expect((await s.stateFor(s.customer)).consentRequests).toMatchObject([
    { id, kind: 'SYSTEM_INFORMATION', target: null, grantors: [{ id: s.customer.participantId }] },
  ]);
  expect(await s.csr.refusal(ANSWER, { i: { requestId: id, answer: 'ALLOW', duration: 'ONCE' } })).toBe('FORBIDDEN');
  expect(await s.customer.refusal(ANSWER, { i: { requestId: id, answer: 'ALLOW', duration: 'SESSION' } })).toBe(
    'CONSENT_HAS_NO_DURATION',
  );
  expect(await s.answer(s.customer, id, 'ALLOW', 'ONCE')).toMatchObject({ state: 'GRANTED' });
  const { grants, consentRequests } = await s.stateFor(s.customer);
  expect(consentRequests).toEqual([]);
  expect(grants).toMatchObject([{ kind: 'SYSTEM_INFORMATION', action: null, target: null, endedAt: null }]);
  await s.customer.ask('mutation($id: ID!) { revokeGrant(grantId: $id) { id } }', { id: grants[0].id });
  const refused = await s.ask('SYSTEM_INFORMATION');
  await s.answer(s.customer, refused.id, 'REFUSE', 'ONCE');
  await s.csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id: s.id });
  const { sessionReport } = await s.csr.ask(REPORT, { id: s.id });
  expect(sessionReport).toMatchObject({ requestCount: 2, refusalCount: 1 });
  const kinds = sessionReport.timeline.map(({ __typename }: { __typename: string }) => __typename);
  expect(kinds).toEqual(expect.arrayContaining(['ConsentAsked', 'ConsentGranted', 'GrantEnded', 'ConsentRefused']));
  expect(kinds.filter((kind: string) => kind.startsWith('Share'))).toEqual([]);
});

it('no answer means no, requests are limited, and a request to a wrong participant is invalid input', async () => {
  const s = await inSession();
  const { id } = await s.ask('SYSTEM_INFORMATION');
  api.clock.turn(LIMITS.consentAnswer + 1000);
  await api.sweep();
  expect(await s.customer.refusal(ANSWER, { i: { requestId: id, answer: 'ALLOW', duration: 'ONCE' } })).toBe(
    'SHARE_OVER',
  );
  for (let i = 0; i < LIMITS.consentRequestsPerMinute; i++) {
    const request = await s.ask('SYSTEM_INFORMATION');
    await s.csr.ask('mutation($id: ID!) { withdrawConsentRequest(requestId: $id) { id } }', { id: request.id });
  }
  const again = { i: { sessionId: s.id, kind: 'SYSTEM_INFORMATION' } };
  expect(await s.csr.refusal(ASK, again)).toBe('SHARE_ASKED_TOO_OFTEN');
  expect(await s.csr.refusal(ASK, { i: { ...again.i, target: 'DESKTOP' } })).toBe('BAD_INPUT');
  expect(await s.csr.refusal(ASK, { i: { ...again.i, kind: 'REQUEST_VIEW' } })).toBe('BAD_INPUT');
});

it('a consent that everybody must give is valid after the last yes, and one no refuses it', async () => {
  const s = await inSession();
  const second = await api.assistant(s.id);
  const { id } = await s.ask('RECORD');
  expect(await s.answer(s.customer, id, 'ALLOW', 'SESSION')).toMatchObject({
    state: 'ASKED',
    allowedBy: [{ id: s.customer.participantId }],
  });
  expect(await s.answer(second, id, 'ALLOW', 'SESSION')).toMatchObject({ state: 'GRANTED' });
  const {
    grants: [grant],
  } = await s.stateFor(s.csr);
  expect(grant.grantors).toHaveLength(2);
  await second.ask('mutation($id: ID!) { revokeGrant(grantId: $id) { id } }', { id: grant.id });
  const next = await s.ask('RECORD');
  expect(await s.answer(second, next.id, 'REFUSE', 'SESSION')).toMatchObject({ state: 'REFUSED' });
});

it('a participant who leaves does not have to give consent any more', async () => {
  const s = await inSession();
  const second = await api.assistant(s.id);
  const { id } = await s.ask('RECORD');
  await s.answer(s.customer, id, 'ALLOW', 'SESSION');
  await second.ask('mutation($id: ID!) { leaveSession(sessionId: $id) }', { id: s.id });
  const { grants, consentRequests } = await s.stateFor(s.csr);
  expect(consentRequests).toEqual([]);
  expect(grants).toMatchObject([{ kind: 'RECORD', endedAt: null, grantors: [{ id: s.customer.participantId }] }]);
});

it('a blanket consent replaces the questions that it may cover, and no others', async () => {
  const s = await inSession();
  const { id } = await s.ask('EVERYTHING');
  await s.answer(s.customer, id, 'ALLOW', 'TEN_MINUTES');
  expect(await s.ask('SYSTEM_INFORMATION')).toMatchObject({ state: 'GRANTED', isSpared: true });
  expect(await s.ask('RECORD')).toMatchObject({ state: 'ASKED', isSpared: false });
  api.clock.turn(LIMITS.tenMinuteGrant + 1000);
  await api.sweep();
  expect((await s.stateFor(s.csr)).grants).toMatchObject([{ kind: 'EVERYTHING', endReason: 'EXPIRED' }]);
  expect(await s.ask('SYSTEM_INFORMATION')).toMatchObject({ state: 'ASKED' });
});
