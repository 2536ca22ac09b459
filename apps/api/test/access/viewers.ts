import { ROLES } from '@tandem/domain';

/** Who sends the request. THIS_CSR leads the session in question, CUSTOMER is in it, PASSER_BY is in another one. */
export const VIEWERS = ['ANONYMOUS', 'CUSTOMER', 'PASSER_BY', 'THIS_CSR', ...ROLES, 'TOKEN'] as const;
export type Viewer = (typeof VIEWERS)[number];

export const STAFF: Viewer[] = ['THIS_CSR', ...ROLES];
export const ADMINISTRATORS: Viewer[] = ['OWNER', 'ADMINISTRATOR'];
export const SEE_SETTINGS: Viewer[] = [...ADMINISTRATORS, 'READ_ONLY_ADMINISTRATOR'];
export const STARTERS: Viewer[] = ['THIS_CSR', 'CSR', 'SUPERVISOR', ...ADMINISTRATORS];
export const READERS: Viewer[] = [
  'THIS_CSR',
  'OWNER',
  'ADMINISTRATOR',
  'READ_ONLY_ADMINISTRATOR',
  'SUPERVISOR',
  'AUDITOR',
  'INTEGRATOR',
  'TOKEN',
];
/** May read a live session; the others read its report. */
export const WATCHERS: Viewer[] = ['THIS_CSR', 'CUSTOMER', 'SUPERVISOR', ...ADMINISTRATORS];
export const SEATS: Viewer[] = ['THIS_CSR', 'CUSTOMER'];
export const LEADS: Viewer[] = ['THIS_CSR'];
export const CUSTOMERS: Viewer[] = ['CUSTOMER'];
export const ALL: readonly Viewer[] = [...VIEWERS];

export interface World {
  id: string;
  number: string;
  participantId: string;
  shareId: string;
  grantId: string;
  invitationId: string;
  /** The account of the viewer CSR, which differs from THIS_CSR. */
  colleagueId: string;
  colleagueInvitationId: string;
  tokenId: string;
  fileId: string;
  concernId: string;
  /** Written by THIS_CSR. */
  messageId: string;
  linkId: string;
  /** Of the site. */
  replyId: string;
  changeId: string;
  brandingChangeId: string;
  templateChangeId: string;
  /** An address of the site. */
  host: string;
  mailId: string;
  /** An invited account that has never signed in. */
  userId: string;
  /** A custom role of the site, and the change that created it. */
  roleId: string;
  roleChangeId: string;
}
export interface Row {
  allow: readonly Viewer[];
  ask: (world: World) => string;
  /** The request changes what the next row needs, so that it gets a session of its own. */
  spoils?: true;
}

/** A device as GraphQL input. */
export const DEVICE =
  '{ kind: DESKTOP, browser: "b", system: "s", language: "ko", timeZone: "UTC", canShareScreen: true, hasCamera: true }';
