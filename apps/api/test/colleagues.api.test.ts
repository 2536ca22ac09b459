import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteUpdate } from './note-update.js';
import { assist, expertToken, fullSession, tick } from './session-world.js';
import { startTestApi, type TestApi } from './test-api.js';

const LET_IN = 'mutation($p: ID!) { seatParticipant(participantId: $p) { id state } }';
const END = 'mutation($s: ID!) { endSession(sessionId: $s) { id } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const say = (sessionId: string, audience: string) => ({
  i: { sessionId, clientId: crypto.randomUUID(), audience, text: 'hello' },
});
const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';

describe('an invited colleague', () => {
  const INVITE = 'mutation($i: InviteColleagueInput!) { inviteColleague(input: $i) { id state } }';
  const ACCEPT =
    'mutation($id: ID!) { acceptInvitation(id: $id) { session { id } participant { id role state rights } } }';
  async function asked() {
    const { id, csr } = await api.startSession();
    const colleague = await api.staff('CSR');
    const userId = (await colleague.ask('query { me { id } }')).me.id as string;
    const invite = async (more = {}) =>
      (await csr.ask(INVITE, { i: { sessionId: id, userId, ...more } })).inviteColleague.id as string;
    return { id, csr, colleague, userId, invite };
  }

  it('gets the invitation in the open console, joins muted and able to view, and joins once even by two requests', async () => {
    const { id, colleague, invite } = await asked();
    const received: string[][] = [];
    const client = colleague.socket();
    client.subscribe<{ myInvitations: { id: string }[] }>(
      { query: 'subscription { myInvitations { id number from customer } }' },
      {
        next: ({ data }) => void received.push(data!.myInvitations.map((each) => each.id)),
        error: () => undefined,
        complete: () => undefined,
      },
    );
    await expect.poll(() => received.length).toBe(1);
    const invitationId = await invite();
    await expect.poll(() => received.at(-1)).toEqual([invitationId]);
    const first = (await colleague.ask(ACCEPT, { id: invitationId })).acceptInvitation;
    expect(first.participant).toMatchObject({ role: 'ASSISTANT', state: 'SEATED', rights: ['VIEW'] });
    expect((await colleague.ask(ACCEPT, { id: invitationId })).acceptInvitation.participant.id).toBe(
      first.participant.id,
    );
    await expect.poll(() => received.at(-1)).toEqual([]);
    client.terminate();
    expect(
      (await colleague.ask('query { sessions(filter: { mine: true }) { edges { node { id } } } }')).sessions.edges,
    ).toEqual([{ node: { id } }]);
  });

  it('can use the invitation only with their own account, and not after it was declined or the session ended', async () => {
    const { id, csr, colleague, invite } = await asked();
    const invitationId = await invite();
    expect(await (await api.staff('CSR')).refusal(ACCEPT, { id: invitationId })).toBe('NOT_FOUND');
    await colleague.ask('mutation($id: ID!) { declineInvitation(id: $id) }', { id: invitationId });
    expect(await colleague.refusal(ACCEPT, { id: invitationId })).toBe('INVITATION_EXPIRED');
    const again = await invite();
    await csr.ask(END, { s: id });
    expect(await colleague.refusal(ACCEPT, { id: again })).toBe('SESSION_ENDED');
  });

  it('cannot use an invitation of another site', async () => {
    const { colleague, invite } = await asked();
    const where = { id: await invite() };
    const siteId = (await api.prisma.invitation.findUniqueOrThrow({ where })).siteId;
    const site = { id: 'of-others', name: 'Others', locale: 'en' as const, createdAt: new Date() };
    await api.prisma.site.create({ data: site });
    await api.prisma.invitation.update({ where, data: { siteId: site.id } });
    expect(await colleague.refusal(ACCEPT, where)).toBe('NOT_FOUND');
    expect(await colleague.refusal('mutation($id: ID!) { declineInvitation(id: $id) }', where)).toBe('NOT_FOUND');
    await api.prisma.invitation.update({ where, data: { siteId } });
    await api.prisma.site.delete({ where: { id: site.id } });
  });

  it('must be an account of the site that may take part in sessions', async () => {
    const { csr, id } = await asked();
    const auditor = await api.staff('AUDITOR');
    const userId = (await auditor.ask('query { me { id } }')).me.id as string;
    expect(await csr.refusal(INVITE, { i: { sessionId: id, userId } })).toBe('BAD_INPUT');
    expect(await csr.refusal(INVITE, { i: { sessionId: id, userId: 'nobody' } })).toBe('BAD_INPUT');
  });

  it('waits for admission after being removed; a demoted CSR can send nothing more', async () => {
    const { id, number, csr } = await api.startSession();
    const helper = await assist(api, number);
    const stream = helper.follow(id);
    await tick(csr, helper.participantId, ['VIEW', 'CHAT_CUSTOMER']);
    expect(await helper.refusal(SEND, say(id, 'EVERYONE'))).toBeNull();
    await tick(csr, helper.participantId, ['VIEW']);
    expect(await helper.refusal(SEND, say(id, 'EVERYONE'))).toBe('FORBIDDEN');
    expect(await helper.refusal(SEND, say(id, 'CSRS'))).toBeNull();
    await csr.ask('mutation($p: ID!) { removeParticipant(participantId: $p) { state } }', { p: helper.participantId });
    expect(await helper.refusal(SEND, say(id, 'CSRS'))).toBe('NOT_FOUND');
    await stream.done;
    expect(stream.events.at(-1)).toMatchObject({ __typename: 'ParticipantRemoved' });
    await csr.ask(SEND, say(id, 'CSRS'));
    expect(stream.events.at(-1)).toMatchObject({ __typename: 'ParticipantRemoved' });
    const again = await assist(api, number, helper);
    expect(await helper.refusal(SEND, say(id, 'CSRS'))).toBe('FORBIDDEN');
    await csr.ask(LET_IN, { p: again.participantId });
    expect(await helper.refusal(SEND, say(id, 'CSRS'))).toBeNull();
  });
});

describe('an outside expert', () => {
  it('joins by a link that works once and for this session only', async () => {
    const { id, csr } = await api.startSession();
    const token = await expertToken(csr, id);
    const guest = await api.customerBy({ token }, { name: 'Dr. Han' });
    const device =
      'device: { kind: DESKTOP, browser: "b", system: "s", language: "ko", timeZone: "UTC", canShareScreen: true, hasCamera: true }';
    const join = `mutation($t: String!) { joinSession(input: { token: $t, locale: en, ${device} }) { session { id } } }`;
    expect(await api.stranger().refusal(join, { t: token })).toBe('INVITATION_SPENT');
    const elsewhere = await api.startSession();
    guest.actor = `seat:${elsewhere.id}`;
    expect(await guest.refusal('query($id: ID!) { session(id: $id) { id } }', { id: elsewhere.id })).toBe(
      'UNAUTHENTICATED',
    );
    guest.actor = `seat:${id}`;
    expect(await guest.refusal('query($id: ID!) { session(id: $id) { id } }', { id: elsewhere.id })).toBe('NOT_FOUND');
  });

  it('sees nothing else of the site, nor the notes, invitations, devices and waiting people of the session', async () => {
    const { id, csr, guest, customer } = await fullSession(api);
    for (const query of [
      '{ sessions { totalCount } }',
      '{ sessionReports { totalCount } }',
      '{ colleagues { id } }',
      '{ apiTokens { id } }',
    ])
      expect(await guest.refusal(`query ${query}`)).toBe('FORBIDDEN');
    await csr.ask('mutation($i: SaveNoteInput!) { saveNote(input: $i) { revision } }', {
      i: { sessionId: id, update: noteUpdate('secret') },
    });
    const { session } = await guest.ask(
      'query($id: ID!) { session(id: $id) { note { body } invitations { id } participants { id name organisation role state device { system } } } }',
      { id },
    );
    expect(session).toMatchObject({ note: null, invitations: [] });
    expect(session.participants.map(({ state }: { state: string }) => state)).not.toContain('WAITING');
    expect(session.participants.find((each: { id: string }) => each.id === customer.participantId).device).toBeNull();
    const { session: shown } = await customer.ask(
      'query($id: ID!) { session(id: $id) { participants { name role organisation } } }',
      { id },
    );
    expect(shown.participants).toContainEqual({
      name: 'Dr. Han',
      role: 'GUEST_EXPERT',
      organisation: 'Hanbit Software',
    });
  });
});

describe('a colleague who has never signed in', () => {
  it('is last in the list, marked, and cannot be invited', async () => {
    const { id, csr } = await api.startSession();
    const { inviteUser } = await api.owner.ask(
      'mutation { inviteUser(input: { email: "not.yet@example.org", name: "Aa", roleId: "CSR", locale: en }) { member { id } } }',
    );
    const userId = inviteUser.member.id as string;
    const { colleagues } = await csr.ask('{ colleagues { id hasSignedIn } }');
    expect(colleagues.at(-1)).toEqual({ id: userId, hasSignedIn: false });
    expect(colleagues[0].hasSignedIn).toBe(true);
    const ask = 'mutation($i: InviteColleagueInput!) { inviteColleague(input: $i) { id } }';
    expect(await csr.refusal(ask, { i: { sessionId: id, userId } })).toBe('NEVER_SIGNED_IN');
  });
});
