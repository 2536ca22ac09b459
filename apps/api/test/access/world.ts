import { ROLES, type Role } from '@tandem/domain';
import { newId } from '../../src/platform/crypto/index.js';
import type { ApiUser } from '../api-user.js';
import { filePeer, png } from '../file-peer.js';
import type { TestApi } from '../test-api.js';
import type { Viewer, World } from './viewers.js';

type Made = Record<string, { id: string }>;

/** A session with an object of every kind. */
async function sessionObjects(api: TestApi, colleague: ApiUser) {
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number);
  const shareId = (
    await csr.ask<{ askShare: { id: string } }>(
      `mutation { askShare(input: { sessionId: "${id}", action: REQUEST_VIEW, target: DESKTOP }) { id } }`,
    )
  ).askShare.id;
  const { answerShare } = await customer.ask(
    `mutation { answerShare(input: { shareId: "${shareId}", answer: ALLOW, duration: SESSION }) { grant { id } } }`,
  );
  const { createInvitationLink } = await csr.ask(
    `mutation { createInvitationLink(input: { sessionId: "${id}", locale: en }) { invitation { id } } }`,
  );
  const to = `sessionId: "${id}", audience: EVERYONE`;
  const { message, link } = await csr.ask<Made>(
    `mutation { message: sendChatMessage(input: { ${to}, clientId: "w", text: "t" }) { id } link: pushLink(input: { ${to}, clientId: "l", url: "https://example.org" }) { id } }`,
  );
  const { id: fileId } = await filePeer(api, csr, id).publish(png(100));
  const { me } = await colleague.ask<Made>('query { me { id } }');
  const { inviteColleague } = await csr.ask<Made>(
    `mutation { inviteColleague(input: { sessionId: "${id}", userId: "${me!.id}" }) { id } }`,
  );
  return {
    ...{ csr, customer, id, number, shareId, fileId },
    participantId: customer.participantId,
    grantId: answerShare.grant.id as string,
    invitationId: createInvitationLink.invitation.id as string,
    messageId: message!.id,
    linkId: link!.id,
    colleagueId: me!.id,
    colleagueInvitationId: inviteColleague!.id,
  };
}

/** A concern about another session. */
async function concern(api: TestApi): Promise<string> {
  const reported = await api.startSession();
  const caller = await api.customer(reported.number);
  await caller.ask(`mutation { reportUnexpectedCall(sessionId: "${reported.id}") }`);
  return (await api.prisma.concern.findFirstOrThrow({ where: { sessionId: reported.id } })).id;
}

/** A site address, and a queued mail. */
async function addressAndMail(api: TestApi, owner: ApiUser) {
  const host = `${newId()}.invalid`;
  const { me } = await owner.ask<Made>('query { me { id } }');
  const addedAt = api.clock.now();
  await api.prisma.siteHost.create({ data: { host, siteId: api.site.id, addedById: me!.id, addedAt } });
  const mail = await api.prisma.outgoingMail.findFirstOrThrow({ where: { siteId: api.site.id } });
  return { host, mailId: mail.id };
}

/** An integrator, and another API token. */
async function tokens(api: TestApi, owner: ApiUser) {
  const create = async (name: string) =>
    (
      await owner.ask(
        `mutation { createApiToken(input: { name: "${name}", scopes: [REPORTS_READ] }) { secret token { id } } }`,
      )
    ).createApiToken as { secret: string; token: { id: string } };
  const integrator = Object.assign(api.stranger(), { sentOrigin: null, token: (await create('t')).secret });
  return { integrator, tokenId: (await create('extra')).token.id };
}

/** Creates worlds: a session, its people, and objects of the site, none of them used by another world. */
export function worldsOf(api: TestApi) {
  /** Roles of worlds that are used repeatedly: the number of roles is limited, and those of other worlds are deleted. */
  const lasting = new Set<string>();
  let count = 0;

  const newestChange = async (kind: string, subject = '') =>
    (await api.prisma.siteChange.findFirstOrThrow({ where: { kind, subject }, orderBy: { changedAt: 'desc' } })).id;

  /** Objects of the site, each with a new value. */
  async function siteObjects(owner: ApiUser) {
    const nth = ++count;
    await api.setting('liveSessionsPerCsr', 40 + (nth % 10));
    const { settingChanges } = await owner.ask('query { settingChanges(first: 1) { edges { node { id } } } }');
    await api.prisma.role.deleteMany({ where: { id: { notIn: [...lasting] } } });
    const made = await owner.ask(
      `mutation {
        saveCannedReply(input: { isForSite: true, locale: en, short: "s${nth}", text: "t" }) { id }
        inviteUser(input: { email: "${newId()}@example.org", name: "N", roleId: "CSR", locale: en }) { member { id } }
        saveRole(input: { name: "role ${nth}", permissions: ["reports.read"] }) { id }
        changeBranding(input: { texts: [{ locale: en, title: "${newId()}" }] }) { changedAt }
        changeMailTemplate(input: { kind: SESSION_MESSAGE, locale: en, body: "{link} ${newId()}" }) { kind }
      }`,
    );
    return {
      changeId: settingChanges.edges[0].node.id as string,
      replyId: made.saveCannedReply.id as string,
      userId: made.inviteUser.member.id as string,
      roleId: made.saveRole.id as string,
      roleChangeId: await newestChange('role', made.saveRole.id as string),
      brandingChangeId: await newestChange('branding'),
      templateChangeId: await newestChange('template', 'SESSION_MESSAGE.en'),
    };
  }

  async function create(): Promise<{ world: World; of: Record<Viewer, ApiUser> }> {
    const byRole = Object.fromEntries(
      await Promise.all(ROLES.map(async (role): Promise<[Role, ApiUser]> => [role, await api.staff(role)])),
    ) as Record<Role, ApiUser>;
    const { OWNER: owner } = byRole; // an owner of this world only, because requests are limited for each account
    const { csr, customer, ...ofSession } = await sessionObjects(api, byRole.CSR);
    const ofSite = await siteObjects(owner);
    const { integrator, tokenId } = await tokens(api, owner);
    const concernId = await concern(api);
    const passerBy = await api.customer((await api.startSession()).number);
    return {
      world: { ...ofSession, ...ofSite, ...(await addressAndMail(api, owner)), tokenId, concernId },
      of: {
        ...byRole,
        ...{ ANONYMOUS: api.stranger(), CUSTOMER: customer, PASSER_BY: passerBy, THIS_CSR: csr, TOKEN: integrator },
      },
    };
  }
  return {
    create,
    /** A world whose role is kept when others are created. */
    async createLasting() {
      const made = await create();
      lasting.add(made.world.roleId);
      return made;
    },
  };
}
