import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocuments } from '../../../tools/test/documents.mjs';
import type { ApiUser } from './api-user.js';
import { countStatements } from './count-statements.js';
import { noteUpdate } from './note-update.js';
import { fullSession } from './session-world.js';
import { busySession, fillSite, tokenOf } from './statement-world.js';
import { startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

// The maximum number of SQL statements for every query of our pages, in a session with a participant of every role and
// on a site with several objects of each kind. A statement for each row of a list exceeds it. Where the answer depends
// on which loads are batched, a budget has two or three more than needed. Mutations: statements-of-changes.

let api: TestApi;
let world: Awaited<ReturnType<typeof manyThings>>;
let counting: ReturnType<typeof countStatements>;
beforeAll(() => {
  counting = countStatements();
});
afterAll(() => counting.stop());

async function manyThings() {
  await fillSite(api);
  const session = await busySession(api);
  for (let i = 0; i < 3; i++) await api.customer((await api.startSession(session.csr)).number);
  const { inviteUser } = await api.owner.ask(
    'mutation { inviteUser(input: { email: "new@example.org", name: "N", roleId: "CSR", locale: en }) { url } }',
  );
  const mover = await api.staff('CSR');
  await mover.ask('mutation($i: ChangeMyAddressInput!) { changeMyAddress(input: $i) { email } }', {
    i: { email: 'next@example.org', password: api.password },
  });
  const mail = await api.prisma.outgoingMail.findFirstOrThrow({ where: { address: 'next@example.org' } });
  const addressToken = /\/address\/([\w-]{43})/.exec(mail.text ?? '')![1]!;
  const ended = await busySession(api);
  await ended.csr.ask(`mutation { endSession(sessionId: "${ended.id}") { id } }`);
  return { session, ended, addressToken, staffToken: tokenOf(inviteUser.url as string) };
}

type Who = 'OWNER' | 'CSR' | 'CUSTOMER' | 'ANYBODY';
interface Asked {
  variables?: (from: typeof world) => object;
  /** Maximum of statements, by the requester. */
  budgets: Partial<Record<Who, number>>;
}
const live = ({ session }: typeof world) => ({ id: session.id, sessionId: session.id });
const over = ({ ended }: typeof world) => ({ id: ended.id, sessionId: ended.id });
const page = () => ({ first: 20 });
const template = { kind: 'SESSION_MESSAGE', locale: 'en' };

const QUERIES: Record<string, Asked> = {
  SessionSnapshot: { variables: live, budgets: { CSR: 20, CUSTOMER: 18 } },
  NextSessionEvents: { variables: (from) => ({ ...live(from), after: 0 }), budgets: { CSR: 20, CUSTOMER: 18 } },
  SessionAbilities: { variables: live, budgets: { CSR: 6, CUSTOMER: 3 } },
  SessionFiles: { variables: live, budgets: { CSR: 5, CUSTOMER: 4 } },
  SessionNote: { variables: (from) => ({ ...live(from), isPrivate: false }), budgets: { CSR: 5 } },
  ChatTranscript: {
    variables: ({ session }) => ({ input: { sessionId: session.id, format: 'TEXT', locale: 'ko' } }),
    budgets: { CUSTOMER: 6 },
  },
  Conversation: { variables: live, budgets: { CUSTOMER: 6 } },
  SessionReport: { variables: over, budgets: { OWNER: 30 } },
  SessionTimeline: { variables: (from) => ({ ...over(from), after: 0 }), budgets: { OWNER: 18 } },
  ReportNotes: { variables: over, budgets: { OWNER: 8 } },
  ReportNoteState: { variables: over, budgets: { OWNER: 8 } },
  RecentSessions: { variables: page, budgets: { OWNER: 5, CSR: 6 } },
  LiveSessions: { budgets: { CSR: 5 } },
  StartOptions: { budgets: { CSR: 2 } },
  Colleagues: { budgets: { CSR: 4 } },
  CannedReplies: { budgets: { CSR: 3 } },
  Me: { budgets: { OWNER: 6, CSR: 6 } },
  MySettings: { budgets: { CSR: 5 } },
  Users: { variables: () => ({ search: '' }), budgets: { OWNER: 9 } },
  Roles: { budgets: { OWNER: 4 } },
  // one of them counts who has each role: only what can be undone is offered
  RoleChanges: { variables: page, budgets: { OWNER: 6 } },
  Settings: { budgets: { OWNER: 3 } },
  SettingChanges: { variables: page, budgets: { OWNER: 4 } },
  Branding: { budgets: { OWNER: 4 } },
  BrandingChanges: { variables: page, budgets: { OWNER: 5 } },
  AgreementVersions: { budgets: { OWNER: 5 } },
  MailTemplates: { budgets: { OWNER: 4 } },
  MailTemplateChanges: { variables: () => ({ input: { ...template, first: 20 } }), budgets: { OWNER: 5 } },
  MailPreview: { variables: () => ({ input: { ...template, body: 'Hello {link}' } }), budgets: { OWNER: 3 } },
  MailServer: { budgets: { OWNER: 2 } },
  SetUp: { budgets: { OWNER: 5 } },
  UnsentMails: { variables: page, budgets: { OWNER: 4 } },
  Concerns: { variables: page, budgets: { OWNER: 7 } },
  ApiTokens: { budgets: { OWNER: 4 } },
  SiteAddresses: { budgets: { OWNER: 3 } },
  SiteMail: { budgets: { OWNER: 2 } },
  SiteName: { budgets: { ANYBODY: 0 } },
  Site: { budgets: { ANYBODY: 1 } },
  Reachable: { budgets: { OWNER: 2 } },
  Agreement: { variables: () => ({ locale: 'ko' }), budgets: { ANYBODY: 0 } },
  StaffLink: { variables: ({ staffToken }) => ({ token: staffToken }), budgets: { ANYBODY: 2 } },
  AddressLink: { variables: ({ addressToken }) => ({ token: addressToken }), budgets: { ANYBODY: 2 } },
};
/** Requested only without a mail server. */
const WITHOUT_MAIL_SERVER = ['CaughtMails'];
/** Answered from memory. */
const CACHED = new Set(['Agreement', 'SiteName']);

const documents = readDocuments();
const queries = documents.filter(({ kind }) => kind === 'query');
const cases = Object.entries(QUERIES).flatMap(([name, { budgets, variables }]) =>
  Object.entries(budgets).map(([who, budget]) => ({ name, who: who as Who, budget, variables })),
);

/** Statements of a query when it runs a second time: loads of caches do not count. */
async function statementsOf(name: string, by: ApiUser, variables?: object): Promise<string[]> {
  const { text } = queries.find((query) => query.name === name)!;
  await by.ask(text, variables);
  await by.ask(text, variables);
  return counting.last();
}

describe('SQL statements of each query of our pages', () => {
  beforeAll(async () => {
    api = await startTestApi({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'Acme <support@acme.example>' });
    world = await manyThings();
  }, within(60_000));
  afterAll(() => api.stop());

  it.each(queries.map(({ name }) => name))('%s has a budget', (name) =>
    expect([...Object.keys(QUERIES), ...WITHOUT_MAIL_SERVER]).toContain(name),
  );

  it('no budget is for a query that no page sends', () => {
    expect(
      [...Object.keys(QUERIES), ...WITHOUT_MAIL_SERVER].filter((name) => !queries.some((query) => query.name === name)),
    ).toEqual([]);
  });

  it.each(cases)('$name, requested by $who: at most $budget statements', async ({ name, who, budget, variables }) => {
    const by: Record<Who, ApiUser> = {
      OWNER: api.owner,
      CSR: world.session.csr,
      CUSTOMER: world.session.customer,
      ANYBODY: api.stranger(),
    };
    const statements = await statementsOf(name, by[who], variables?.(world));
    expect(statements.length, statements.join('\n')).toBeGreaterThanOrEqual(CACHED.has(name) ? 0 : 1);
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(budget);
  });

  it('a session is read with one statement for each kind of object in it', async () => {
    const { id, csr, customer } = await fullSession(api);
    const to = `sessionId: "${id}", audience: EVERYONE`;
    for (const i of [1, 2, 3])
      await customer.ask(`mutation { sendChatMessage(input: { ${to}, clientId: "m${i}", text: "t" }) { id } }`);
    await csr.ask(`mutation { askShare(input: { sessionId: "${id}", action: REQUEST_VIEW, target: DESKTOP }) { id } }`);
    await csr.ask(
      `mutation { inviteByEmail(input: { sessionId: "${id}", email: "a@example.org", locale: en }) { id } }`,
    );
    await csr.ask('mutation($i: SaveNoteInput!) { saveNote(input: $i) { revision } }', {
      i: { sessionId: id, update: noteUpdate('A word') },
    });
    expect((await statementsOf('SessionSnapshot', csr, { id })).length).toBeLessThanOrEqual(18);
    expect((await statementsOf('SessionSnapshot', customer, { id })).length).toBeLessThanOrEqual(16);
  });
});

describe('without a mail server', () => {
  beforeAll(async () => {
    api = await startTestApi();
    for (const i of [1, 2, 3])
      await api.owner.ask(
        `mutation { inviteUser(input: { email: "new${i}@example.org", name: "N", roleId: "CSR", locale: en }) { url } }`,
      );
  });
  afterAll(() => api.stop());

  it('CaughtMails: at most 4 statements', async () => {
    expect((await statementsOf('CaughtMails', api.owner)).length).toBeLessThanOrEqual(4);
  });
});
