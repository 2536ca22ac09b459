import { LIMITS } from '@tandem/domain';
import type { ListSizes } from '../platform/graphql/index.js';

/** Participants of a session at most, and readers of one message. */
const PEOPLE = 30;
const READERS = 5;

/** The maximum length of lists without `first` and `last`; a test finds missing entries. */
export const LIST_SIZES: ListSizes = {
  'AgreementVersion.texts': 2,
  'Branding.texts': 2,
  'ChatLink.openings': READERS,
  'ChatMessage.earlier': 5,
  'ChatMessage.readBy': READERS,
  'Concern.mails': PEOPLE,
  'ContentChange.parts': 20,
  'ConsentRequest.allowedBy': READERS,
  'ConsentRequest.grantors': READERS,
  'Grant.grantors': READERS,
  'Grant.viewers': READERS,
  'ImportedUsers.rows': LIMITS.importRows,
  'MailPreview.parts': 50,
  'Mutation.changeMySetting': 30,
  'Mutation.publishAgreement': 100,
  'Query.agreementVersions': 100,
  'Query.apiTokens': 100,
  'Query.cannedReplies': 2 * LIMITS.repliesPerOwner,
  'Query.colleagues': 1000,
  'Query.mailTemplates': 20,
  'Query.mySettings': 30,
  'Query.roles': LIMITS.rolesPerSite,
  'Query.settings': 30,
  'Session.abilities': 30,
  'Session.consentRequests': READERS,
  'Session.files': LIMITS.filesPerSession,
  'Session.grants': 100,
  'Session.invitations': PEOPLE,
  'Session.participants': PEOPLE,
  'Session.peopleEvents': LIMITS.peopleEvents,
  'Session.shares': 100,
  'SessionEventStep.events': LIMITS.eventsStep,
  'SessionReport.conversationMails': PEOPLE,
  'SessionReport.participants': PEOPLE,
  'SessionReport.privateNotes': READERS,
  'SessionReport.transcript': 1000,
  'SetUp.steps': 6,
  'SiteAddresses.addresses': LIMITS.hostNames,
  'Subscription.myInvitations': PEOPLE,
};
