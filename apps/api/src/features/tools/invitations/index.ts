import './invitations.events.js';
import { hasPermission } from '../../../platform/graphql/index.js';
import type { Platform } from '../../../platform/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { Users } from '../../site/users/index.js';
import type { Templates } from '../../administration/templates/index.js';
import { isColleague, type Sessions } from '../../session/sessions/index.js';
import { createInvitationQueries } from './invitations.queries.js';
import { createInvitationsRepo } from './invitations.repo.js';
import { InvitationsResolver } from './invitations.resolver.js';
import { InvitationChanged } from './invitations.types.js';
import { createAnswerInvitation } from './answer-invitation.js';
import { createStateChange } from './change-state.js';
import { createDeliver } from './deliver.js';
import { HelpersResolver } from './helpers.resolver.js';
import { createInvite } from './invite.js';
import { createInviteHelper } from './invite-helper.js';
import { createLinkLetter } from './link-letter.js';
import { createPendingInvitations } from './pending-invitations.js';
import { createUseInvitation } from './use-invitation.js';
import { createWriteInvitation } from './write-invitation.js';

export { InvitationPreviewType } from './invitations.types.js';
export type Invitations = ReturnType<typeof createInvitations>;

interface Deps {
  sessions: Sessions;
  participants: Participants;
  mail: MailService;
  users: Users;
  roles: Roles;
  templates: Templates;
}

/**
 * Invitations: customers and guest experts by a one-time token, colleagues in their own console. The number to read out
 * belongs to the session.
 */
export function createInvitations(platform: Platform, features: Deps) {
  const { sessions, participants } = features;
  const repo = createInvitationsRepo(platform.db);
  const base = { ...platform, ...features, repo, changed: createStateChange({ ...platform, repo, sessions }) };
  const deliver = createDeliver(base);
  const deps = {
    ...base,
    deliver,
    write: createWriteInvitation({ ...base, deliver }),
    linkLetter: createLinkLetter(features),
  };
  const queries = createInvitationQueries({ repo });
  const using = createUseInvitation(deps);

  sessions.views.add({
    type: 'invitations.changed',
    Class: InvitationChanged,
    fields: ({ invitationId, state }) => ({ invitation: queries.lazy(invitationId), state }),
    isVisible: (_payload, seat) => seat === null || isColleague(seat),
  });
  // the link gives access to the session, so only people with access to it may read the link
  features.mail.guardsLinks(
    ['SESSION_INVITATION', 'EXPERT_INVITATION'],
    ({ viewer }) => hasPermission(viewer, 'sessions.listAll') && hasPermission(viewer, 'sessions.take'),
  );
  participants.fillInvitationPort(using.port);
  platform.events.during('participants.joined', (tx, { payload }) => using.joined(tx, payload));
  platform.sweeper.add({ name: 'invitations', every: 10_000, run: using.sweep });

  return {
    resolvers: [
      new InvitationsResolver(createInvite(deps), using, queries),
      new HelpersResolver({
        users: features.users,
        roles: features.roles,
        invite: createInviteHelper(deps),
        answering: createAnswerInvitation(deps),
        pending: createPendingInvitations(deps),
      }),
    ],
    /** The address to which an invitation was mailed. */
    emailOf: async (id: string): Promise<string | null> => (await repo.find(id))?.email ?? null,
  };
}
