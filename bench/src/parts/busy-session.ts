import { setTimeout as sleep } from 'node:timers/promises';
import { noteUpdate } from '../../../apps/api/test/note-update.js';
import type { ApiClient } from './api-client.js';
import { openSession, timeMessage } from './live-sessions.js';

const ASK = `mutation ($id: ID!) { askShare(input: { sessionId: $id, action: REQUEST_VIEW, target: DESKTOP }) { id } }`;
const ANSWER = 'mutation ($id: ID!) { answerShare(input: { shareId: $id, answer: ALLOW }) { id } }';
const WITHDRAW = 'mutation ($id: ID!) { withdrawShare(shareId: $id) { id } }';
const STOP = 'mutation ($id: ID!) { stopShare(shareId: $id) { id } }';
const NOTE = 'mutation ($input: SaveNoteInput!) { saveNote(input: $input) { revision } }';
const LEAVE = 'mutation ($id: ID!) { leaveSession(sessionId: $id) }';
const END = 'mutation ($id: ID!) { endSession(sessionId: $id) { id } }';

const MESSAGES = 6;
/** Counts of what the sessions of a soak have done. */
export interface Lived {
  /** Pause between two steps. */
  pauseMs: number;
  sessions: number;
  messages: number;
  shares: number;
  /** Times from sending to the event at the other side, since the last reading. */
  times: number[];
}

const pause = ({ pauseMs }: Lived) => sleep(pauseMs * (0.5 + Math.random()));

/**
 * One session from its start to its end: both sides write, a share is requested, allowed and stopped, another is
 * withdrawn, a note is saved.
 */
export async function liveOnce(leader: ApiClient, lived: Lived): Promise<void> {
  const { csr, customer } = await openSession(leader);
  const { sessionId: id } = csr;
  try {
    for (let i = 0; i < MESSAGES; i++) {
      await pause(lived);
      const [from, to] = i % 2 ? [csr, customer] : [customer, csr];
      lived.times.push(await timeMessage(from, to, `${id}-${i}`));
      lived.messages++;
      if (i === 1 || i === 3) await share({ csr: leader, customer: customer.client, id, lived }, i === 1);
    }
    await leader.ask(NOTE, { input: { sessionId: id, update: noteUpdate('What was seen and what was done') } });
    await pause(lived);
    if (Math.random() < 0.5) await customer.client.ask(LEAVE, { id });
    await leader.ask(END, { id });
    lived.sessions++;
  } finally {
    await Promise.all([csr.close(), customer.close()]);
  }
}

interface Pair {
  csr: ApiClient;
  customer: ApiClient;
  id: string;
  lived: Lived;
}

async function share({ csr, customer, id, lived }: Pair, isAllowed: boolean): Promise<void> {
  const { askShare } = await csr.ask<{ askShare: { id: string } }>(ASK, { id });
  await pause(lived);
  if (!isAllowed) return void (await csr.ask(WITHDRAW, { id: askShare.id }));
  await customer.ask(ANSWER, { id: askShare.id });
  await csr.ask(STOP, { id: askShare.id });
  lived.shares++;
}
