import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CUSTOM_PERMISSIONS, withImplied, type Permission } from '@tandem/domain';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSchema } from '../src/main/schema.js';
import type { Access } from '../src/platform/graphql/index.js';
import { ADMINISTRATION_FIELDS } from './access/administration-fields.js';
import { OVERVIEW_FIELDS } from './access/overview-fields.js';
import { SESSION_FIELDS } from './access/session-fields.js';
import { SITE_FIELDS } from './access/site-fields.js';
import { TOOL_FIELDS } from './access/tools-fields.js';
import { ALL, VIEWERS, type Row, type Viewer, type World } from './access/viewers.js';
import { worldsOf } from './access/world.js';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

/** One line for every root field: who may use it. How the field treats its arguments is tested elsewhere. */
const TABLE: Record<string, Row> = {
  ...SITE_FIELDS,
  ...ADMINISTRATION_FIELDS,
  ...TOOL_FIELDS,
  ...SESSION_FIELDS,
  ...OVERVIEW_FIELDS,
};
const DENIED = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);

let api: TestApi;
let worlds: ReturnType<typeof worldsOf>;
beforeAll(async () => {
  // so that mails can be requested
  api = await startTestApi({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'support@acme.example' });
  worlds = worldsOf(api);
});
afterAll(() => api.stop());
// all wrong passwords in this file come from one address
beforeEach(() => api.prisma.throttle.deleteMany());

async function refusalOf(field: string, user: ApiUser, world: World): Promise<string | null> {
  const document = TABLE[field]!.ask(world);
  return document.startsWith('subscription') ? user.refusedStream(document) : user.refusal(document);
}

describe('root fields', () => {
  it('are all listed in the table', () => {
    const schema = buildSchema(
      readFileSync(path.resolve(import.meta.dirname, '../../../libs/contract/schema.graphql'), 'utf8'),
    );
    const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
      Object.keys(type!.getFields()),
    );
    expect(Object.keys(TABLE).sort()).toEqual(fields.sort());
  });

  describe.each(Object.keys(TABLE))('%s', (field) => {
    it(
      `can be used by ${TABLE[field]!.allow.length === ALL.length ? 'everybody' : TABLE[field]!.allow.join(', ')}`,
      { timeout: within(60_000) },
      async () => {
        const { allow, spoils } = TABLE[field]!;
        let { world, of } = spoils ? await worlds.create() : shared;
        const allowed: Viewer[] = [];
        for (const viewer of VIEWERS) {
          const code = await refusalOf(field, of[viewer], world);
          if (code && DENIED.has(code)) continue; // a refused request changed nothing: the next one uses the same world
          allowed.push(viewer);
          if (spoils) ({ world, of } = await worlds.create());
        }
        expect(allowed).toEqual(VIEWERS.filter((viewer) => allow.includes(viewer)));
      },
    );
  });

  let shared: Awaited<ReturnType<typeof worlds.create>>;
  beforeAll(async () => {
    shared = await worlds.createLasting();
  });
});

/**
 * Fields that need more than their permission for another CSR's session; null: the object belongs to another account.
 */
const OF_OTHERS: Record<string, Permission[] | null> = {
  session: ['sessions.read', 'sessions.listAll'],
  sessionEvents: ['sessions.read', 'sessions.listAll'],
  nextSessionEvents: ['sessions.read', 'sessions.listAll'],
  sessionReport: ['reports.readAll'],
  chatTranscript: ['reports.readAll'],
  declineInvitation: null,
};

describe('a custom role with one permission', () => {
  let shared: Awaited<ReturnType<typeof worlds.create>>;
  let access: Map<string, Access>;
  beforeAll(async () => {
    shared = await worlds.createLasting();
    const schema = await createSchema(api.features);
    const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = types.flatMap((type) => Object.values(type!.getFields()));
    access = new Map(fields.map(({ name, extensions }) => [name, extensions.access as Access]));
  });

  it.each(CUSTOM_PERMISSIONS)(
    '%s opens the fields that state it, and no others',
    { timeout: within(60_000) },
    async (permission) => {
      const granted = withImplied([permission]);
      const { saveRole } = await api.owner.ask(
        `mutation { saveRole(input: { name: "only ${permission}", permissions: ["${permission}"] }) { id } }`,
      );
      const user = await api.staff(saveRole.id);
      const isOpen = (field: string) => {
        const { isPublic, permission: stated } = access.get(field)!;
        const needed = field in OF_OTHERS ? OF_OTHERS[field] : stated && [stated];
        return isPublic || (needed?.every((each) => granted.includes(each)) ?? false);
      };
      const wrong: string[] = [];
      for (const field of Object.keys(TABLE)) {
        if (isOpen(field) && TABLE[field]!.spoils) continue; // tested above, once for each role
        const code = await refusalOf(field, user, shared.world);
        if ((!code || !DENIED.has(code)) !== isOpen(field)) wrong.push(`${field}: ${code}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});

/** Ids of a world that the owner sees in lists of the site. */
const LISTED = [
  ...(['id', 'tokenId', 'changeId', 'brandingChangeId', 'concernId', 'roleId', 'roleChangeId', 'replyId'] as const),
] satisfies (keyof World)[];
const inLists = (lists: string, world: World) => LISTED.filter((name) => lists.includes(`"${world[name]}"`));
async function listed(): Promise<string> {
  const nodes = (list: string, args = '(first: 100)', id = 'id') => `${list}${args} { edges { node { ${id} } } }`;
  const [sessions, reports] = [nodes('sessions'), nodes('sessionReports', '(first: 100)', 'sessionId')];
  const changes = ['settingChanges', 'brandingChanges', 'roleChanges'].map((list) => nodes(list)).join(' ');
  const short = 'apiTokens { id } cannedReplies { id } roles { id }';
  const answers = [`${sessions} ${reports} ${changes}`, `${nodes('concerns')} ${short}`].map((fields) =>
    api.owner.ask(`query { ${fields} }`),
  );
  return JSON.stringify(await Promise.all(answers));
}

describe('ids of another site', () => {
  it('are not found, in any field', async () => {
    const { world, of } = await worlds.create();
    const other = await api.prisma.site.create({
      data: { id: 'other-site', name: 'Other', locale: 'en', createdAt: new Date() },
    });
    const moved = { data: { siteId: other.id } };
    await api.owner.ask(`query { sessionReport(sessionId: "${world.id}") { number } }`);
    expect(inLists(await listed(), world)).toEqual(LISTED);
    await api.prisma.supportSession.update({ where: { id: world.id }, ...moved });
    await api.prisma.participant.updateMany({ where: { sessionId: world.id }, ...moved });
    await api.prisma.sessionReport.updateMany({ where: { sessionId: world.id }, ...moved });
    await api.prisma.apiToken.updateMany({ where: { id: world.tokenId }, ...moved });
    await api.prisma.siteHost.updateMany({ where: { host: world.host }, ...moved });
    await api.prisma.invitation.updateMany({ where: { sessionId: world.id }, ...moved });
    await api.prisma.outgoingMail.updateMany({ where: { id: world.mailId }, ...moved });
    const changes = [world.brandingChangeId, world.templateChangeId, world.changeId, world.roleChangeId];
    expect((await api.prisma.siteChange.updateMany({ where: { id: { in: changes } }, ...moved })).count).toBe(4);
    await api.prisma.concern.update({ where: { id: world.concernId }, ...moved });
    await api.prisma.user.update({ where: { id: world.userId }, ...moved });
    await api.prisma.role.update({ where: { id: world.roleId }, ...moved });
    await api.prisma.cannedReply.updateMany({ where: { id: world.replyId }, ...moved });
    expect(inLists(await listed(), world)).toEqual([]);
    const withIds = Object.keys(TABLE).filter(
      (field) =>
        TABLE[field]!.ask({
          ...world,
          id: '#',
          number: '#',
          shareId: '#',
          grantId: '#',
          invitationId: '#',
          colleagueInvitationId: '#',
          tokenId: '#',
          changeId: '#',
          brandingChangeId: '#',
          templateChangeId: '#',
          host: '#',
          mailId: '#',
          concernId: '#',
          userId: '#',
          roleId: '#',
          roleChangeId: '#',
          participantId: '#',
          messageId: '#',
          linkId: '#',
          replyId: '#',
        }).includes('#') && !['joinSession', 'assistSession'].includes(field),
    );
    const found: string[] = [];
    for (const field of withIds) {
      const code = await refusalOf(field, of.OWNER, world);
      if (!code || !DENIED.has(code)) found.push(`${field}: ${code}`);
    }
    expect(found).toEqual([]);
  });
});
