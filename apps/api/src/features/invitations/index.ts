import './invitations.events.js';
import type { Platform } from '../../platform/index.js';
import type { MailService } from '../mail/index.js';
import type { Participants } from '../participants/index.js';
import { isCustomer, isSeated, view, type Sessions } from '../sessions/index.js';
import { createInvitationQueries } from './invitations.queries.js';
import { createInvitationsRepo } from './invitations.repo.js';
import { InvitationsResolver } from './invitations.resolver.js';
import { InvitationChanged } from './invitations.types.js';
import { createInvite, createStateChange } from './invite.js';
import { createUseInvitation } from './use-invitation.js';

export type Invitations = ReturnType<typeof createInvitations>;

interface Deps {
  sessions: Sessions;
  participants: Participants;
  mail: MailService;
}

/** How customers are asked in: mails and links with a one-time token. The number to read out belongs to the session. */
export function createInvitations(platform: Platform, features: Deps) {
  const { sessions, participants } = features;
  const repo = createInvitationsRepo(platform.db);
  const deps = { ...platform, ...features, repo, changed: createStateChange({ ...platform, repo, sessions }) };
  const queries = createInvitationQueries({ repo });
  const using = createUseInvitation(deps);

  sessions.abilities.add('invite', 'csr');
  sessions.views.add({
    type: 'invitations.changed',
    toView: ({ invitationId, state }) => view(InvitationChanged, { invitation: queries.lazy(invitationId), state }),
    isVisible: (_payload, seat) => seat === null || (isSeated(seat) && !isCustomer(seat)),
  });
  participants.fillInvitationPort(using.port);
  platform.events.during('participants.joined', (tx, { payload }) => using.joined(tx, payload.participantId));
  platform.sweeper.add({ name: 'invitations', every: 10_000, run: using.sweep });

  return {
    resolvers: [new InvitationsResolver(createInvite(deps), using, queries)],
    orphanedTypes: [InvitationChanged],
  };
}
