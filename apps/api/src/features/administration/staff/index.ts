import type { Platform } from '../../../platform/index.js';
import type { Auth } from '../../site/auth/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { Sites } from '../../site/sites/index.js';
import type { Templates } from '../templates/index.js';
import type { Users } from '../../site/users/index.js';
import { AddressResolver, MyAddressResolver } from './address.resolver.js';
import { createChangeAddress } from './change-address.js';
import { createChangeUser } from './change-user.js';
import { createChoosePassword } from './choose-password.js';
import { createImportUsers } from './import-users.js';
import { createMayFollow } from './hide-links.js';
import { createInviteUser } from './invite-user.js';
import { createSendLink } from './send-link.js';
import { StaffLinkResolver } from './staff-link.resolver.js';
import { createStaffQueries } from './staff.queries.js';
import { createStaffRepo } from './staff.repo.js';
import { StaffResolver } from './staff.resolver.js';

interface Deps {
  sites: Sites;
  users: Users;
  roles: Roles;
  auth: Auth;
  mail: MailService;
  templates: Templates;
}

/** The accounts of a site: invited, given a role, disabled. Nobody can grant permissions that they lack. */
export function createStaff(platform: Platform, features: Deps) {
  const { users, roles } = features;
  const repo = createStaffRepo(platform.db);
  const base = { ...platform, ...features, repo };
  const deps = { ...base, links: createSendLink(base) };
  features.mail.guardsLinks(['STAFF_INVITATION', 'PASSWORD_LINK', 'ADDRESS_CONFIRM'], createMayFollow(features));
  const invite = createInviteUser(deps);
  const queries = createStaffQueries(deps);
  const importUsers = createImportUsers({ users, roles, invite });
  const change = createChangeUser(deps);
  return {
    resolvers: [
      new StaffResolver({ queries, invite, change, importUsers }),
      new StaffLinkResolver(createChoosePassword(deps), users),
      new AddressResolver(createChangeAddress({ ...deps, inviteAgain: change.sendLink }), users, queries),
      new MyAddressResolver(queries),
    ],
  };
}
