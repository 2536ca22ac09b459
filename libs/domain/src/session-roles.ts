import { consentAsks, consentKinds, consentRule, type ConsentAct } from './consents.js';
import { isCustomerRole, type ParticipantRole } from './enums.js';
import type { ParticipantState } from './lifecycles.js';
import { SEAT_RIGHTS, type Cell, type SeatRight } from './seat-rights.js';

type Cells = readonly [Cell, Cell, Cell, Cell, Cell, Cell];
const YES = true;
const NO = false;

const COLUMN: Record<ParticipantRole, number> = {
  PRIMARY_CSR: 0,
  ASSISTANT: 1,
  GUEST_EXPERT: 2,
  SUPERVISOR: 3,
  PRIMARY_CUSTOMER: 4,
  SECONDARY_CUSTOMER: 5,
};
const COLUMNS = Object.keys(COLUMN) as ParticipantRole[];

const cellsOf = (cell: (role: ParticipantRole) => Cell): Cells => COLUMNS.map(cell) as unknown as Cells;

/** Who may request consents, and who must consent, is defined in their table. */
const RULES = consentKinds().map(consentRule);
const ASKS = Object.fromEntries(
  consentAsks().map(({ act, kind }) => [act, cellsOf((role) => consentRule(kind).askers[role] ?? NO)]),
) as Record<ConsentAct, Cells>;
const ASKERS = cellsOf((role) => RULES.some(({ askers }) => askers[role]));
/** The request itself names the grantors whose answer it needs. */
const GRANTORS = cellsOf(
  (role) => role === 'PRIMARY_CUSTOMER' || RULES.some(({ grantors }) => grantors === 'EVERYBODY'),
);

// One row an act, one column a role.
// prettier-ignore
const ACTS = {
  //                       PRIMARY_CSR ASSISTANT        GUEST_EXPERT     SUPERVISOR PRIMARY_CUSTOMER SECONDARY_CUSTOMER
  invite:                 [YES,        NO,              NO,              NO,        NO,              NO],
  inviteColleague:        [YES,        NO,              NO,              NO,        NO,              NO],
  seatParticipant:        [YES,        NO,              NO,              NO,        NO,              NO],
  removeParticipant:      [YES,        NO,              NO,              NO,        NO,              NO],
  swapCustomer:           [YES,        NO,              NO,              NO,        NO,              NO],
  setRights:              [YES,        NO,              NO,              NO,        NO,              NO],
  lockSession:            [YES,        NO,              NO,              NO,        NO,              NO],
  describeSession:        [YES,        NO,              NO,              NO,        NO,              NO],
  transferControl:        [YES,        NO,              NO,              NO,        NO,              NO],
  takeControl:            [NO,         YES,             NO,              NO,        NO,              NO],
  endSession:             [YES,        NO,              NO,              NO,        NO,              NO],
  leaveSession:           [NO,         YES,             YES,             YES,       YES,             YES],
  keepSessionOpen:        [YES,        YES,             YES,             YES,       YES,             YES],
  reportUnexpectedCall:   [NO,          NO,              NO,              NO,        YES,             YES],
  reportDevice:           [YES,        YES,             YES,             YES,       YES,             YES],
  joinMedia:              [YES,        'VIEW',          'VIEW',          YES,       YES,             YES],
  useAudio:               [YES,        'CHAT_CUSTOMER', 'CHAT_CUSTOMER', NO,        YES,             NO],
  useVideo:               [YES,        'CHAT_CUSTOMER', 'CHAT_CUSTOMER', NO,        YES,             NO],
  showCamera:             [NO,         NO,              NO,              NO,        YES,             NO],
  holdCustomer:           [YES,         NO,              NO,              NO,        NO,              NO],
  joinStaffRoom:          [YES,         YES,             NO,              YES,       NO,              NO],
  sendChatMessage:        [YES,        YES,             YES,             YES,       YES,             YES],
  chatWithCustomer:       [YES,        'CHAT_CUSTOMER', 'CHAT_CUSTOMER', NO,        YES,             YES],
  chatAmongCsrs:          [YES,        YES,             YES,             YES,       NO,              NO],
  nudge:                  [YES,        'CHAT_CUSTOMER', NO,              NO,        NO,              NO],
  pushLink:               [YES,        'CHAT_CUSTOMER', 'CHAT_CUSTOMER', NO,        NO,              NO],
  markRead:               [YES,        YES,             YES,             YES,       YES,             YES],
  mailConversation:       [NO,         NO,              NO,              NO,        YES,             YES],
  openLink:               [NO,         NO,              NO,              NO,        YES,             YES],
  saveNote:               [YES,        YES,             NO,              YES,       NO,              NO],
  ...ASKS,
  withdrawConsent:        ASKERS,
  answerConsent:          GRANTORS,
  publishShare:           [YES,        NO,              NO,              NO,        YES,             NO],
  changeShareMode:        [YES,         NO,              NO,              NO,        NO,              NO],
  stopShare:              [YES,        NO,              NO,              NO,        YES,             NO],
  revokeGrant:            GRANTORS,
  publishFile:            [YES,        'FILES',         'FILES',         NO,        YES,             NO],
  downloadFile:           [YES,        'FILES',         'FILES',         YES,       YES,             YES],
  withdrawFile:           [YES,        'FILES',         'FILES',         NO,        YES,             NO],
  takeScreenshot:         [YES,        'FILES',         NO,              NO,        NO,              NO],
} as const satisfies Record<string, Cells>;

/** Rights that some act uses: the others are reserved for later acts, and are not offered. */
export const USED_RIGHTS: readonly SeatRight[] = SEAT_RIGHTS.filter((right) =>
  Object.values(ACTS).some((cells) => (cells as readonly Cell[]).includes(right)),
);

/** Everything that may be done inside a session. Pages refer to abilities by these names: `Session.abilities`. */
export type SessionAct = keyof typeof ACTS;
export const SESSION_ACTS = Object.keys(ACTS) as SessionAct[];

/** The one table of role × act: true, false, or the required right. */
export const cellOf = (role: ParticipantRole, act: SessionAct): Cell => ACTS[act][COLUMN[role]]!;

/** Whether a seat with this role and these rights may do this. */
export function mayAct(seat: { role: ParticipantRole; rights: readonly SeatRight[] }, act: SessionAct): boolean {
  const cell = cellOf(seat.role, act);
  return typeof cell === 'boolean' ? cell : seat.rights.includes(cell);
}

type Person = { id: string; state: ParticipantState; role: ParticipantRole; rights: readonly SeatRight[] };
/** The viewers of a screen: everybody seated with access to the media room, except its publisher. */
export const viewersOf = <P extends Person>(publisherId: string | undefined, people: readonly P[]): P[] =>
  people.filter((person) => person.state === 'SEATED' && person.id !== publisherId && mayAct(person, 'joinMedia'));

type Watcher = Pick<Person, 'id' | 'role' | 'rights'>;
interface CameraOwner {
  id: string;
  role: ParticipantRole;
  /** The secondary customers to whom the owner shows the camera as well. */
  cameraShownToIds: readonly string[];
}
/**
 * Who sees a camera. Everybody in the media room sees the CSRs and outside experts. The primary customer is seen by those,
 * and by the secondary customers whom they chose themselves. Secondary customers send no camera.
 */
export function maySeeCamera(viewer: Watcher, owner: CameraOwner): boolean {
  if (viewer.id === owner.id || !mayAct(viewer, 'joinMedia')) return false;
  if (owner.role === 'SECONDARY_CUSTOMER') return false;
  return (
    owner.role !== 'PRIMARY_CUSTOMER' || !isCustomerRole(viewer.role) || owner.cameraShownToIds.includes(viewer.id)
  );
}

/** Roles whose rights are given by the primary CSR. */
export const TICKED_ROLES: readonly ParticipantRole[] = ['ASSISTANT', 'GUEST_EXPERT'];
/** Roles with an account of the site; a guest expert is on the CSRs' side without one. */
const COLLEAGUE_ROLES: readonly ParticipantRole[] = ['PRIMARY_CSR', 'ASSISTANT', 'SUPERVISOR'];
export const isColleagueRole = (role: ParticipantRole): boolean => COLLEAGUE_ROLES.includes(role);
