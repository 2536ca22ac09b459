import { FIRST_RIGHTS, type SeatRight } from '@tandem/domain';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { Users } from '../../site/users/index.js';
import type { LinkLetter } from './link-letter.js';
import type { InvitationRow } from './invitations.repo.js';
import type { InviteColleagueInput, InviteExpertInput } from './helpers.types.js';
import type { WriteInvitation } from './write-invitation.js';

interface Deps {
  users: Users;
  roles: Roles;
  write: WriteInvitation;
  linkLetter: LinkLetter;
}

const rightsIn = (wanted: SeatRight[] | undefined): readonly SeatRight[] => wanted ?? FIRST_RIGHTS;

/** Invites helpers: a colleague in their own console, and by mail if requested; a guest expert by a link. */
export function createInviteHelper({ users, roles, write, linkLetter }: Deps) {
  return {
    async colleague(context: Context, input: InviteColleagueInput): Promise<InvitationRow> {
      const { sessionId, userId, isMailed } = input;
      const user = await users.find(userId);
      const isHere = user?.siteId === context.site.id && !user.disabledAt;
      if (!isHere || !(await roles.of(user)).permissions.includes('sessions.take'))
        throw new Failure('BAD_INPUT', {}, [{ path: 'userId', rule: 'INVALID' }]);
      if (!user.firstSignInAt) throw new Failure('NEVER_SIGNED_IN', { name: user.name });
      const { name, email, locale } = user;
      const rights = rightsIn(input.rights);
      const invited = { sessionId, userId, name, locale, role: 'ASSISTANT', rights } as const;
      const letter = isMailed
        ? await write(context, 'inviteColleague', 'EMAIL', { ...invited, email })
        : await write(context, 'inviteColleague', 'CONSOLE', invited);
      return letter.invitation;
    },
    async expert(context: Context, input: InviteExpertInput) {
      const invited = { ...input, role: 'GUEST_EXPERT', rights: rightsIn(input.rights) } as const;
      const letter = await write(context, 'inviteColleague', input.email ? 'EMAIL' : 'LINK', invited);
      return linkLetter(context, letter, 'EXPERT_MESSAGE');
    },
  };
}
export type InviteHelper = ReturnType<typeof createInviteHelper>;
