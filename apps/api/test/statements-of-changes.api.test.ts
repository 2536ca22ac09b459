import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocuments } from '../../../tools/test/documents.mjs';
import { within } from '../../../tools/test/patience.mjs';
import { changeWorld, type Changes } from './change-world.js';
import { countStatements } from './count-statements.js';
import { startMailServer, type MailServer } from './mail-server.js';
import { changesOfSessions } from './session-changes.js';
import { changesOfSite } from './site-changes.js';
import { startTestApi, type TestApi } from './test-api.js';

let mail: MailServer;
let api: TestApi;
let changes: Changes;
const counting = countStatements();
beforeAll(async () => {
  mail = await startMailServer();
  api = await startTestApi({ SMTP_URL: mail.url, MAIL_FROM: 'Acme <support@acme.example>' });
  const world = await changeWorld(api, mail);
  changes = { ...changesOfSessions(world), ...changesOfSite(world) };
}, within(60_000));
afterAll(async () => {
  counting.stop();
  await api.stop();
  await mail.stop();
});

/** Their budgets are tested with a media server: statements-of-media. */
const WITH_MEDIA_SERVER = ['JoinMedia', 'JoinStaffRoom'];
const mutations = readDocuments().filter(({ kind }) => kind === 'mutation');

/** Some poll the queue for the mail server's answer: how often depends on the time it takes. */
const isLookingAgain = (text: string, before: string | undefined) => text === before && text.includes('outgoing_mail');

describe('SQL statements of each mutation of our pages', () => {
  it('have a budget, and no other operation has one', () => {
    expect([...Object.keys(changes), ...WITH_MEDIA_SERVER].sort()).toEqual(mutations.map(({ name }) => name).sort());
  });

  it.each(mutations.filter(({ name }) => !WITH_MEDIA_SERVER.includes(name)))('$name', async ({ name, text }) => {
    const { budget, prepare } = changes[name]!;
    const [by, variables] = await prepare();
    await by.ask('query { site { id } }'); // fills caches that are not part of the mutation
    await by.ask(text, variables);
    const statements = counting.last().filter((text, i, all) => !isLookingAgain(text, all[i - 1]));
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(budget);
  });
});
