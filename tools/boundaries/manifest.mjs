// The one list of who may know whom. The dependency rules (rules.mjs) and the table check (tables.mjs) come from it.

/**
 * The folders of `apps/api/src/features`, lowest tier first, each with its features. A feature may call every lower tier,
 * through its index.ts.
 */
export const tiers = {
  site: ['sites', 'settings', 'users', 'roles', 'auth', 'mail', 'images', 'history'],
  administration: ['branding', 'templates', 'staff', 'agreements', 'addresses'],
  session: ['sessions', 'participants', 'consents'],
  tools: ['invitations', 'chat', 'notes', 'media', 'sharing', 'files', 'identity', 'concerns', 'replies'],
  overview: ['reports', 'setup'],
};
const inOrder = Object.values(tiers);

/** The features of all tiers. */
export const features = inOrder.flat();

/** The folder of a feature below `features/`. */
export const folderOf = (feature) =>
  `${Object.entries(tiers).find(([, names]) => names.includes(feature))?.[0] ?? ''}/${feature}`;

/** [from, to]: calls inside a tier. Each is a deliberate exception; keep them few and free of cycles. */
const sidewaysEdges = [
  ['auth', 'users'],
  ['auth', 'roles'],
  ['auth', 'sites'],
  ['auth', 'settings'],
  ['users', 'sites'],
  ['roles', 'sites'],
  ['roles', 'users'],
  ['settings', 'sites'],
  ['settings', 'users'],
  ['settings', 'history'],
  ['roles', 'history'],
  ['history', 'users'],
  ['mail', 'settings'],
  ['mail', 'sites'],
  ['mail', 'users'],
  ['staff', 'templates'],
  ['templates', 'branding'],
  ['participants', 'sessions'],
  ['consents', 'sessions'],
  ['consents', 'participants'],
  ['identity', 'invitations'],
  ['chat', 'invitations'],
  // whether the customer is on hold, and whether pictures of a screen arrive
  ['sharing', 'media'],
];

/**
 * Questions that a lower feature asks upward: an exported interface named …Port, which main/compose.ts fills.
 */
export const ports = [
  { feature: 'sessions', port: 'SeatPort' },
  { feature: 'participants', port: 'InvitationPort' },
  { feature: 'media', port: 'ScreenPort' },
];

/** Whose repo writes and reads a table, by the name of its model. `platform/<x>` is a folder of the platform. */
export const tableOwners = {
  Site: 'sites',
  SiteHost: 'sites',
  Setting: 'settings',
  Image: 'images',
  SiteChange: 'history',
  MailTemplate: 'templates',
  Branding: 'branding',
  Agreement: 'agreements',
  AgreementAcceptance: 'agreements',
  StaffLink: 'staff',
  User: 'users',
  AddressChange: 'users',
  Role: 'roles',
  AuthSession: 'auth',
  ApiToken: 'auth',
  KnownDevice: 'auth',
  OutgoingMail: 'mail',
  SupportSession: 'sessions',
  SessionNumber: 'sessions',
  Participant: 'participants',
  Invitation: 'invitations',
  ChatMessage: 'chat',
  ChatEdition: 'chat',
  ChatOpening: 'chat',
  ChatReading: 'chat',
  ConversationCode: 'chat',
  ConversationMail: 'chat',
  CannedReply: 'replies',
  Note: 'notes',
  MediaRoom: 'media',
  MediaSeat: 'media',
  Hold: 'media',
  StaffRoom: 'media',
  StaffSeat: 'media',
  ConsentRequest: 'consents',
  Grant: 'consents',
  Share: 'sharing',
  ShareOption: 'sharing',
  PublishedFile: 'files',
  FileLink: 'files',
  CheckPhrase: 'identity',
  Concern: 'concerns',
  SessionReport: 'reports',
  EventStream: 'platform/events',
  Event: 'platform/events',
  Throttle: 'platform/throttle',
  DataKey: 'platform/keys',
};

/** Parts of the platform that may touch the database, like a feature's repo. */
export const databaseParts = ['db', 'events', 'keys', 'throttle'];

/** Which of our own projects a project may import. Apps are in no list: nobody imports an app. */
export const projectEdges = {
  'libs/domain': [],
  'libs/contract': [],
  'libs/client': ['libs/contract'],
  'libs/media': [],
  'libs/ui': [],
  'libs/session-client': ['libs/domain', 'libs/contract', 'libs/client', 'libs/media', 'libs/ui'],
  'apps/api': ['libs/domain', 'libs/contract'],
  'apps/csr-console': ['libs/domain', 'libs/contract', 'libs/client', 'libs/media', 'libs/session-client', 'libs/ui'],
  'apps/customer-portal': [
    'libs/domain',
    'libs/contract',
    'libs/client',
    'libs/media',
    'libs/session-client',
    'libs/ui',
  ],
};

/** Packages that only one place may import, as a pattern of their folder under node_modules. */
export const packageOwners = [
  { rule: 'livekit-through-media', package: 'livekit-client', only: ['libs/media', 'e2e', 'bench'] },
  {
    rule: 'livekit-server-in-media',
    package: 'livekit-server-sdk',
    only: ['apps/api/src/features/tools/media', 'e2e', 'bench'],
  },
];

/** @returns {string[]} the features that `feature` may call */
export function mayCall(feature) {
  const tier = inOrder.findIndex((names) => names.includes(feature));
  const sideways = sidewaysEdges.filter(([from]) => from === feature).map(([, to]) => to);
  return [...inOrder.slice(0, tier).flat(), ...sideways];
}
