import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id changeableUntil } }';
const EDIT = 'mutation($i: EditChatMessageInput!) { editChatMessage(input: $i) { text editedAt } }';
const DELETE = 'mutation($id: ID!) { deleteChatMessage(messageId: $id) { text isDeleted } }';
const PUSH = 'mutation($i: PushLinkInput!) { pushLink(input: $i) { id text link { url host } } }';
const OPEN = 'mutation($id: ID!) { openLink(messageId: $id) { link { openings { participant { id } } } } }';
const READ =
  'query($id: ID!) { session(id: $id) { messages { text isDeleted changeableUntil earlier { text } link { openings { participant { id } } } } } }';
const REPORT =
  'query($id: ID!) { sessionReport(sessionId: $id) { messageCount transcript { text earlier { text } } } }';

let count = 0;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

async function setUp() {
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number);
  const write = async (user: ApiUser, text: string) => {
    const input = { sessionId: id, clientId: `m${++count}`, audience: 'EVERYONE', text };
    return (await user.ask(SEND, { i: input })).sendChatMessage.id as string;
  };
  const read = async (user: ApiUser) => (await user.ask(READ, { id })).session.messages;
  return { id, csr, customer, write, read };
}

describe('a message that its sender edits or deletes', () => {
  it.each(['csr', 'customer'] as const)('shows the new text to everybody when it was written by %s', async (who) => {
    const people = await setUp();
    const { id, write, read } = people;
    const messageId = await write(people[who], 'tomorow');
    const seen = people.csr.follow(id);
    const { editChatMessage } = await people[who].ask(EDIT, { i: { messageId, text: 'tomorrow' } });
    expect(editChatMessage).toMatchObject({ text: 'tomorrow', editedAt: expect.any(String) });
    for (const user of [people.csr, people.customer]) expect(await read(user)).toMatchObject([{ text: 'tomorrow' }]);
    await expect.poll(() => seen.events.map(({ __typename }) => __typename)).toContain('ChatMessageEdited');
    expect(JSON.stringify(seen.events)).not.toContain('tomorow'); // also for a reader of the whole log
    seen.cut();
  });

  it('keeps its earlier texts for auditors, in the report, and for nobody else', async () => {
    const { id, csr, customer, write, read } = await setUp();
    const messageId = await write(csr, 'one');
    await csr.ask(EDIT, { i: { messageId, text: 'two' } });
    await csr.ask(EDIT, { i: { messageId, text: 'two' } }); // unchanged text
    await csr.ask(DELETE, { id: messageId });
    for (const user of [csr, customer]) expect(await read(user)).toMatchObject([{ text: '', earlier: null }]);
    const earlierFor = async (user: ApiUser) =>
      (await user.ask(REPORT, { id })).sessionReport.transcript[0].earlier as { text: string }[] | null;
    const kept = [{ text: 'one' }, { text: 'two' }];
    expect(await earlierFor(await api.staff('AUDITOR'))).toEqual(kept);
    expect(await earlierFor(api.owner)).toEqual(kept);
    for (const user of [csr, await api.staff('SUPERVISOR'), await api.staff('READ_ONLY_ADMINISTRATOR')])
      expect(await earlierFor(user)).toBeNull();
  });

  it('can be edited by its sender only, for a limited time, and not after it was deleted', async () => {
    const { csr, customer, write, read } = await setUp();
    const messageId = await write(customer, 'mine');
    expect(await csr.refusal(EDIT, { i: { messageId, text: 'yours' } })).toBe('FORBIDDEN');
    expect(await csr.refusal(DELETE, { id: messageId })).toBe('FORBIDDEN');
    expect(await customer.refusal(EDIT, { i: { messageId, text: '  ' } })).toBe('BAD_INPUT');
    expect(await customer.refusal(EDIT, { i: { messageId, text: 'x'.repeat(4001) } })).toBe('BAD_INPUT');
    expect((await read(csr))[0].changeableUntil).toBeNull();
    expect((await read(customer))[0].changeableUntil).toEqual(expect.any(String));

    const deleted = await write(customer, 'never mind');
    expect((await customer.ask(DELETE, { id: deleted })).deleteChatMessage).toEqual({ text: '', isDeleted: true });
    expect(await customer.refusal(DELETE, { id: deleted })).toBeNull(); // repeated: the message is deleted already
    expect(await customer.refusal(EDIT, { i: { messageId: deleted, text: 'back' } })).toBe('MESSAGE_DELETED');

    api.clock.turn(LIMITS.messageChange + 1000);
    expect(await customer.refusal(EDIT, { i: { messageId, text: 'late' } })).toBe('MESSAGE_TOO_OLD');
    expect(await customer.refusal(DELETE, { id: messageId })).toBe('MESSAGE_TOO_OLD');
    expect(await read(csr)).toMatchObject([{ text: 'mine' }, { text: '', isDeleted: true }]);
  });

  it('is edited in sequence when several edits arrive at the same time', async () => {
    const { id, csr, write } = await setUp();
    const messageId = await write(csr, 'v0');
    const texts = Array.from({ length: 6 }, (_, i) => `v${i + 1}`);
    await Promise.all(texts.map((text) => csr.ask(EDIT, { i: { messageId, text } })));
    const { transcript } = (await api.owner.ask(REPORT, { id })).sessionReport;
    const all = [...transcript[0].earlier.map((edition: { text: string }) => edition.text), transcript[0].text];
    expect(all.toSorted()).toEqual(['v0', ...texts]);
  });
});

describe('a web address that a CSR sends', () => {
  const push = (csr: ApiUser, id: string, url: string, more = {}) =>
    csr.ask(PUSH, { i: { sessionId: id, clientId: url, audience: 'EVERYONE', url, ...more } });

  it('has its host, and the log lists who sent it and who opened it', async () => {
    const { id, csr, customer, read } = await setUp();
    const { pushLink } = await push(csr, id, 'https://help.example.org/printer');
    expect(pushLink.link).toEqual({ url: 'https://help.example.org/printer', host: 'help.example.org' });
    await customer.ask(OPEN, { id: pushLink.id });
    await customer.ask(OPEN, { id: pushLink.id }); // clicked again
    const openings = [{ participant: { id: customer.participantId } }];
    for (const user of [csr, customer]) expect(await read(user)).toMatchObject([{ link: { openings } }]);
    const kinds = (await api.eventTypes(id)).filter((type) => type.startsWith('chat.'));
    expect(kinds).toEqual(['chat.linkPushed', 'chat.linkOpened']);
    expect((await api.owner.ask(REPORT, { id })).sessionReport.messageCount).toBe(1);
  });

  it('is shown in characters that cannot imitate others', async () => {
    const { id, csr } = await setUp();
    const { pushLink } = await push(csr, id, 'https://аррle.com/'); // Cyrillic
    expect(pushLink.link.host).toBe('xn--le-6kc8da.com');
    expect(pushLink.text).not.toContain('а');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://bank.example@evil.example/',
    'file:///etc/passwd',
    'no host',
  ])('is refused when it is %s', async (url) => {
    const { id, csr, read } = await setUp();
    const input = { sessionId: id, clientId: 'u', audience: 'EVERYONE', url };
    expect(await csr.refusal(PUSH, { i: input })).toBe('LINK_NOT_ALLOWED');
    expect(await read(csr)).toEqual([]);
  });

  it('can be deleted but not edited, and is sent by CSRs only', async () => {
    const { id, csr, customer, read } = await setUp();
    const { pushLink } = await push(csr, id, 'https://wrong.example');
    expect(await csr.refusal(EDIT, { i: { messageId: pushLink.id, text: 'https://right.example' } })).toBe('FORBIDDEN');
    expect(await csr.refusal(OPEN, { id: pushLink.id })).toBe('FORBIDDEN');
    await csr.ask(DELETE, { id: pushLink.id });
    expect(await read(customer)).toMatchObject([{ text: '', isDeleted: true, link: null }]);
    const input = { sessionId: id, clientId: 'c', audience: 'EVERYONE', url: 'https://example.org' };
    expect(await customer.refusal(PUSH, { i: input })).toBe('FORBIDDEN');
  });
});
