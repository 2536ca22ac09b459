import { PATHS } from '@tandem/contract';
import { formatSessionNumber, LIMITS, type Locale, type MailVariables } from '@tandem/domain';
import type { Context } from '../../../platform/graphql/index.js';
import type { Letter } from './letter.js';

const GREETING: Record<Locale, (name: string) => string> = {
  ko: (name) => (name ? `${name} 님, 안녕하세요.` : '안녕하세요.'),
  en: (name) => (name ? `Hello ${name},` : 'Hello,'),
};
const HOURS = String(LIMITS.invitationLife / 3_600_000);

/**
 * Values for an invitation's mail and message. A colleague's link leads to the console: the account authorises, not the
 * link.
 */
export function factsOf(
  { site }: Context,
  origin: string,
  { invitation, token, session, csrName }: Letter,
): MailVariables<'SESSION_INVITATION'> {
  const path = invitation.userId ? PATHS.assist(invitation.id) : PATHS.invitation(token);
  return {
    site: site.name,
    csr: csrName,
    guest: invitation.name,
    greeting: GREETING[invitation.locale](invitation.name),
    link: origin + path,
    address: origin,
    number: formatSessionNumber(session.number),
    hours: HOURS,
  };
}
