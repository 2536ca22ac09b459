import type { TestApi } from './test-api.js';

export const SHARE =
  'id state endReason dueAt liveAt isQuestionSpared surface grant { id duration endsAt endedAt endReason viewers { id } }';
export const ASK = `mutation($s: ID!, $a: ShareAction!, $t: ShareTarget!) { askShare(input: { sessionId: $s, action: $a, target: $t }) { ${SHARE} } }`;
export const ANSWER = `mutation($id: ID!, $a: ShareAnswer!, $d: GrantDuration!, $v: [ID!]! = []) { answerShare(input: { shareId: $id, answer: $a, duration: $d, viewerIds: $v }) { ${SHARE} } }`;
export const START = `mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { ${SHARE} } }`;
export const FAIL = `mutation($id: ID!, $r: ShareEndReason!) { failShare(shareId: $id, reason: $r) { ${SHARE} } }`;
export const STOP = `mutation($id: ID!) { stopShare(shareId: $id) { ${SHARE} } }`;

/** A live session whose CSR and customer can share screens. */
export async function sharingSession(api: TestApi, device = {}) {
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number, { device });
  const shareOf = async (shareId: string) => {
    const { session } = await csr.ask(`query($id: ID!) { session(id: $id) { shares { ${SHARE} } } }`, { id });
    return session.shares.find((share: { id: string }) => share.id === shareId);
  };
  const start = async (shareId: string) => (await customer.ask(START, { id: shareId })).startShare;
  return {
    id,
    number,
    csr,
    customer,
    shareOf,
    ask: async (action = 'REQUEST_VIEW', target = 'DESKTOP') =>
      (await csr.ask(ASK, { s: id, a: action, t: target })).askShare,
    answer: async (shareId: string, answer = 'ALLOW', duration = 'ONCE') =>
      (await customer.ask(ANSWER, { id: shareId, a: answer, d: duration })).answerShare,
    start,
    /** Selected, published, and live. */
    show: async (shareId: string) => {
      await start(shareId);
      await api.screenArrives(customer.participantId);
      return shareOf(shareId);
    },
    report: async () =>
      (await csr.ask('query($id: ID!) { sessionReport(sessionId: $id) { viewSeconds shownSeconds } }', { id }))
        .sessionReport,
  };
}
