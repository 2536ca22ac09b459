import type { ApiUser } from './api-user.js';
import { filePeer, png } from './file-peer.js';
import { noteUpdate } from './note-update.js';
import { fullSession, type FullSession } from './session-world.js';
import type { TestApi } from './test-api.js';

export const tokenOf = (url: string): string => url.split('/').at(-1)!;
const ASK_SHARE =
  'mutation($id: ID!) { askShare(input: { sessionId: $id, action: REQUEST_VIEW, target: DESKTOP }) { id } }';

/** A CSR requests the customer's desktop. @returns the share's id */
export const askShare = async (csr: ApiUser, id: string): Promise<string> =>
  (await csr.ask(ASK_SHARE, { id })).askShare.id;

/** Messages, requests, consents, files and notes of a session. */
async function fillSession(api: TestApi, { id, csr, customer, second, assistant, guest }: FullSession): Promise<void> {
  for (let i = 0; i < 12; i++)
    await (i % 2 ? csr : customer).ask(
      `mutation { sendChatMessage(input: { sessionId: "${id}", clientId: "m${i}", audience: EVERYONE, text: "Message ${i}" }) { id } }`,
    );
  const to = `sessionId: "${id}", audience: EVERYONE`;
  for (const i of [1, 2])
    await csr.ask(`mutation { pushLink(input: { ${to}, clientId: "l${i}", url: "https://example.org/${i}" }) { id } }`);
  await customer.ask('mutation($i: AnswerShareInput!) { answerShare(input: $i) { id } }', {
    i: {
      shareId: await askShare(csr, id),
      answer: 'ALLOW',
      duration: 'SESSION',
      viewerIds: [second, assistant, guest].map(({ participantId }) => participantId),
    },
  });
  for (const i of [1, 2])
    await csr.ask(
      `mutation { inviteByEmail(input: { sessionId: "${id}", email: "a${i}@example.org", locale: en }) { id } }`,
    );
  for (const isPrivate of [true, false])
    await csr.ask('mutation($i: SaveNoteInput!) { saveNote(input: $i) { revision } }', {
      i: { sessionId: id, isPrivate, update: noteUpdate('A word about it') },
    });
  for (const size of [100, 200]) await filePeer(api, csr, id).publish(png(size));
}

/** Several objects of each kind that a site can have. */
export async function fillSite(api: TestApi): Promise<void> {
  const { owner } = api;
  for (const i of [1, 2, 3]) {
    const texts = ['ko', 'en'].map((locale) => `{ locale: ${locale}, title: "t${i}", body: "b" }`).join(' ');
    await owner.ask(`mutation { publishAgreement(input: { texts: [${texts}] }) { id } }`);
    await owner.ask(
      `mutation { saveCannedReply(input: { isForSite: true, locale: en, short: "s${i}", text: "t" }) { id } }`,
    );
    await owner.ask(
      `mutation { changeBranding(input: { texts: [{ locale: en, title: "Title ${i}" }] }) { changedAt } }`,
    );
    await owner.ask(
      `mutation { changeMailTemplate(input: { kind: SESSION_MESSAGE, locale: en, body: "{link} ${i}" }) { kind } }`,
    );
    await owner.ask(`mutation { saveRole(input: { name: "Role ${i}", permissions: ["reports.read"] }) { id } }`);
    await owner.ask(`mutation { createApiToken(input: { name: "t${i}", scopes: [REPORTS_READ] }) { secret } }`);
    await api.setting('liveSessionsPerCsr', 10 + i);
    const called = await api.startSession();
    const caller = await api.customer(called.number);
    await caller.ask(`mutation { reportUnexpectedCall(sessionId: "${called.id}") }`);
  }
}

/** A session with a participant of every role, in which everything has happened. */
export async function busySession(api: TestApi): Promise<FullSession> {
  const session = await fullSession(api);
  await fillSession(api, session);
  return session;
}
