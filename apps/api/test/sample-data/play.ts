// Plays a session as people would: by GraphQL and uploads, each by the participant who acts.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiUser } from '../api-user.js';
import { noteUpdate } from '../note-update.js';
import type { Installation } from './open.js';
import type { Step, SessionScript } from './scripts.js';

const IMAGES = path.resolve(import.meta.dirname, '../../../../docs/images');
const USUAL_PAUSE = 30;
const ANSWER_SECONDS = 8;
const CHECKED_WITHIN_MS = 30_000;

interface Table {
  at: Installation;
  sessionId: string;
  number: string;
  csr: ApiUser;
  customer: ApiUser & { participantId: string };
}
type StepOf<K extends string> = Extract<Step, Record<K, unknown>>;

/** One session from its start to its end, at the time of the clock. */
export async function play(at: Installation, script: SessionScript): Promise<void> {
  const csr = await at.signIn(script.csr);
  const input = {
    trackingCode: script.code,
    sessionType: at.sessionTypes.includes(script.about) ? script.about : null,
  };
  const { startSession } = await csr.ask<{ startSession: { id: string; number: string } }>(
    'mutation($i: StartSessionInput!) { startSession(input: $i) { id number } }',
    { i: input },
  );
  const { id: sessionId, number } = startSession;
  if (script.customer) {
    at.clock.wait(50);
    const table = { at, sessionId, number, csr, customer: await join(at, number, script.customer) };
    for (const step of script.steps) {
      at.clock.wait(step.after ?? USUAL_PAUSE);
      await take(table, step);
    }
  } else at.clock.wait(900);
  if (script.note) await writeNote(csr, sessionId, script.note);
  at.clock.wait(USUAL_PAUSE);
  await csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id: sessionId });
}

async function join(at: Installation, number: string, person: NonNullable<SessionScript['customer']>) {
  const { name, locale, system, browser, kind = 'DESKTOP' } = person;
  const zone = locale === 'ko' ? { language: 'ko-KR', timeZone: 'Asia/Seoul' } : { language: 'en-US', timeZone: 'UTC' };
  const device = { kind, system, browser, ...zone, canShareScreen: kind === 'DESKTOP', hasCamera: true };
  const user = new ApiUser(at.origin, null);
  const { joinSession } = await user.ask<{
    joinSession: { session: { id: string }; participant: { id: string } };
  }>('mutation($i: JoinSessionInput!) { joinSession(input: $i) { session { id } participant { id } } }', {
    i: { number, name, locale, device },
  });
  user.actor = `seat:${joinSession.session.id}`;
  return Object.assign(user, { participantId: joinSession.participant.id });
}

function take(table: Table, step: Step): Promise<void> {
  if ('says' in step) return say(table[step.by], table.sessionId, step.says);
  if ('sends' in step) return sendFile(table, step);
  if ('asksToSee' in step) return view(table, step);
  if ('showsOwnScreen' in step) return show(table, step.showsOwnScreen);
  if ('sendsLink' in step) return sendLink(table, step.sendsLink);
  return help(table, step.colleagueHelps);
}

async function say(user: ApiUser, sessionId: string, text: string, audience = 'EVERYONE'): Promise<void> {
  const input = { sessionId, clientId: randomUUID(), audience, text };
  await user.ask('mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }', { i: input });
}

async function sendLink({ csr, sessionId }: Table, url: string): Promise<void> {
  const input = { sessionId, clientId: randomUUID(), audience: 'EVERYONE', url };
  await csr.ask('mutation($i: PushLinkInput!) { pushLink(input: $i) { id } }', { i: input });
}

async function writeNote(csr: ApiUser, sessionId: string, words: string): Promise<void> {
  const input = { sessionId, update: noteUpdate(words) };
  await csr.ask('mutation($i: SaveNoteInput!) { saveNote(input: $i) { revision } }', { i: input });
}

async function askShare({ csr, sessionId }: Table, action: 'REQUEST_VIEW' | 'SHARE_VIEW') {
  const { askShare } = await csr.ask<{ askShare: { id: string } }>(
    'mutation($i: AskShareInput!) { askShare(input: $i) { id } }',
    { i: { sessionId, action, target: 'DESKTOP' } },
  );
  return askShare.id;
}

const answer = (customer: ApiUser, id: string, answer: 'ALLOW' | 'REFUSE') =>
  customer.ask(
    'mutation($id: ID!, $a: ShareAnswer!) { answerShare(input: { shareId: $id, answer: $a, duration: ONCE }) { id } }',
    { id, a: answer },
  );

/** Selected, published, and stopped after a while. There is no media server: its report is simulated. */
async function run({ at, csr }: Table, publisher: ApiUser, publisherId: string, share: string, seconds: number) {
  await publisher.ask('mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { id } }', { id: share });
  await at.features.sharing.screenArrived(publisherId);
  at.clock.wait(seconds);
  await csr.ask('mutation($id: ID!) { stopShare(shareId: $id) { id } }', { id: share });
}

async function view(table: Table, { asksToSee, forSeconds = 0 }: StepOf<'asksToSee'>): Promise<void> {
  const share = await askShare(table, 'REQUEST_VIEW');
  table.at.clock.wait(ANSWER_SECONDS);
  await answer(table.customer, share, asksToSee === 'allowed' ? 'ALLOW' : 'REFUSE');
  if (asksToSee === 'allowed') await run(table, table.customer, table.customer.participantId, share, forSeconds);
}

async function show(table: Table, seconds: number): Promise<void> {
  const share = await askShare(table, 'SHARE_VIEW');
  const { session } = await table.csr.ask<{ session: { participants: { id: string; role: string }[] } }>(
    'query($id: ID!) { session(id: $id) { participants { id role } } }',
    { id: table.sessionId },
  );
  const own = session.participants.find(({ role }) => role === 'PRIMARY_CSR')!;
  table.at.clock.wait(ANSWER_SECONDS);
  await answer(table.customer, share, 'ALLOW');
  await run(table, table.csr, own.id, share, seconds);
}

/** The other CSR joins, writes to the colleague only, and leaves. */
async function help({ at, number, sessionId }: Table, words: string): Promise<void> {
  const colleague = await at.signIn('seoyeon');
  await colleague.ask('mutation($n: String!) { assistSession(number: $n) { participant { id } } }', { n: number });
  at.clock.wait(USUAL_PAUSE);
  await say(colleague, sessionId, words, 'CSRS');
  at.clock.wait(USUAL_PAUSE);
  await colleague.ask('mutation($id: ID!) { leaveSession(sessionId: $id) }', { id: sessionId });
}

async function sendFile(table: Table, { by, sends, holds }: StepOf<'sends'>): Promise<void> {
  const { at, sessionId } = table;
  const user = table[by];
  const bytes = typeof holds === 'string' ? Buffer.from(holds) : await readFile(path.join(IMAGES, holds.image));
  const fingerprint = randomUUID();
  const { offerFile } = await user.ask<{ offerFile: { id: string; uploadPath: string } }>(
    'mutation($i: OfferFileInput!) { offerFile(input: $i) { id uploadPath } }',
    { i: { sessionId, name: sends, size: bytes.length, fingerprint } },
  );
  const sent = await fetch(at.origin + offerFile.uploadPath, {
    method: 'PATCH',
    headers: {
      ...user.headers,
      'tus-resumable': '1.0.0',
      'tandem-fingerprint': fingerprint,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
    },
    body: new Uint8Array(bytes),
  });
  if (!sent.ok) throw new Error(`The file ${sends} was not taken: ${sent.status} ${await sent.text()}`);
  await untilChecked(user, sessionId, offerFile.id);
}

async function untilChecked(user: ApiUser, sessionId: string, fileId: string): Promise<void> {
  for (const deadline = Date.now() + CHECKED_WITHIN_MS; Date.now() < deadline; await sleep(50)) {
    const { session } = await user.ask<{ session: { files: { id: string; state: string; name: string }[] } }>(
      'query($id: ID!) { session(id: $id) { files { id state name } } }',
      { id: sessionId },
    );
    const file = session.files.find(({ id }) => id === fileId);
    if (file?.state === 'PUBLISHED') return;
    if (file?.state === 'REFUSED') throw new Error(`The file ${file.name} was refused.`);
  }
  throw new Error('A file was not checked in time: see whether CLAMD_ADDRESS and the store of files can be reached.');
}
