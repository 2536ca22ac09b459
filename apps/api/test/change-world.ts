import { expect } from 'vitest';
import { within } from '../../../tools/test/patience.mjs';
import type { ApiUser } from './api-user.js';
import type { MailServer } from './mail-server.js';
import { fullSession } from './session-world.js';
import { askShare, busySession, fillSite, tokenOf } from './statement-world.js';
import type { TestApi } from './test-api.js';

/** One mutation of the pages: how to prepare it, and its maximum number of statements. */
export interface Change {
  budget: number;
  prepare: () => Promise<readonly [by: ApiUser, variables?: object]> | readonly [by: ApiUser, variables?: object];
}
export type Changes = Record<string, Change>;

let people = 0;
const somebody = () => `person${++people}@example.org`;

/** What a mutation needs beforehand: created again for each mutation that would use it up. */
export async function changeWorld(api: TestApi, mail: MailServer) {
  await fillSite(api);
  /** For mutations that leave it unchanged, or only add to it. */
  const session = await busySession(api);

  async function pair() {
    const { id, number, csr } = await api.startSession();
    return { id, number, csr, customer: await api.customer(number) };
  }
  async function askedShare() {
    const two = await pair();
    return { ...two, shareId: await askShare(two.csr, two.id) };
  }
  async function allowedShare() {
    const asked = await askedShare();
    const { answerShare } = await asked.customer.ask(
      'mutation($id: ID!) { answerShare(input: { shareId: $id, answer: ALLOW, duration: SESSION }) { grant { id } } }',
      { id: asked.shareId },
    );
    return { ...asked, grantId: answerShare.grant.id as string };
  }
  async function runningShare() {
    const allowed = await allowedShare();
    const start = 'mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { id } }';
    await allowed.customer.ask(start, { id: allowed.shareId });
    await api.screenArrives(allowed.customer.participantId);
    return allowed;
  }
  const said = async (by: ApiUser, id: string): Promise<string> =>
    (
      await by.ask('mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }', {
        i: { sessionId: id, clientId: crypto.randomUUID(), audience: 'EVERYONE', text: 'A word' },
      })
    ).sendChatMessage.id;
  const waiting = () => api.customer(session.number, { name: 'Somebody' });
  /** A sent invitation by mail. @returns its id and the token of its link */
  async function invited(csr: ApiUser, id: string, email = somebody()) {
    const { inviteByEmail } = await csr.ask('mutation($i: InviteByEmailInput!) { inviteByEmail(input: $i) { id } }', {
      i: { sessionId: id, email, locale: 'en' },
    });
    return { email, invitationId: inviteByEmail.id as string, token: await mailedToken(email, 'i') };
  }
  async function mailedToken(email: string, path: string): Promise<string> {
    const ofThem = () => mail.received.findLast(({ recipients }) => recipients.includes(email));
    await expect.poll(() => ofThem() !== undefined, { timeout: within(5000) }).toBe(true);
    return new RegExp(`/${path}/([\\w-]{43})`).exec(ofThem()!.mail.text!)![1]!;
  }
  /** A mail that the server refuses. */
  async function refusedMail() {
    const { id, csr } = await pair();
    const email = somebody();
    mail.refusals.set(email, 550);
    const { inviteByEmail } = await csr.ask('mutation($i: InviteByEmailInput!) { inviteByEmail(input: $i) { id } }', {
      i: { sessionId: id, email, locale: 'en' },
    });
    const ofIt = () => api.prisma.outgoingMail.findFirst({ where: { address: email, state: 'FAILED' } });
    await expect.poll(async () => (await ofIt()) !== null, { timeout: within(5000) }).toBe(true);
    mail.refusals.clear();
    return { csr, invitationId: inviteByEmail.id as string, mailId: (await ofIt())!.id };
  }
  /** A colleague with an account that has signed in. */
  async function colleague(role = 'CSR') {
    const user = await api.staff(role);
    const { me } = await user.ask('query { me { id email } }');
    return { user, id: me.id as string, email: me.email as string };
  }
  /** An invited person who has not chosen a password. */
  async function newcomer() {
    const email = somebody();
    const { inviteUser } = await api.owner.ask(
      'mutation($i: InviteUserInput!) { inviteUser(input: $i) { url member { id } } }',
      { i: { email, name: 'Newcomer', roleId: 'CSR', locale: 'en' } },
    );
    return { email, id: inviteUser.member.id as string, token: tokenOf(inviteUser.url as string) };
  }
  /** An account with a new address that is not confirmed yet. */
  async function mover() {
    const { user, id } = await colleague();
    const email = somebody();
    const change = 'mutation($i: ChangeMyAddressInput!) { changeMyAddress(input: $i) { id } }';
    await user.ask(change, { i: { email, password: api.password } });
    return { user, id, email };
  }
  /** @returns the id of the newest entry of a history */
  async function newest(list: string): Promise<string> {
    const answer = await api.owner.ask<Record<string, { edges: { node: { id: string } }[] }>>(
      `query { ${list} { edges { node { id } } } }`,
    );
    return Object.values(answer)[0]!.edges[0]!.node.id;
  }
  /** Runs a mutation of one field as the owner. @returns the id of the created object */
  async function made(mutation: string): Promise<string> {
    const answer = await api.owner.ask<Record<string, { id: string }>>(`mutation { ${mutation} { id } }`);
    return Object.values(answer)[0]!.id;
  }

  return {
    api,
    session,
    full: () => fullSession(api),
    pair,
    askedShare,
    allowedShare,
    runningShare,
    said,
    waiting,
    invited,
    mailedToken,
    refusedMail,
    colleague,
    newcomer,
    mover,
    newest,
    made,
    somebody,
    stranger: () => Object.assign(api.stranger(), { actor: 'staff' }),
  };
}
export type ChangeWorld = Awaited<ReturnType<typeof changeWorld>>;
