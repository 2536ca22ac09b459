import { describe, expect, it } from 'vitest';
import { CUSTOMER_ROLES, isCustomerRole, PARTICIPANT_ROLES, type ParticipantRole } from './enums.js';
import { FIRST_RIGHTS, SEAT_RIGHTS, type SeatRight } from './seat-rights.js';
import {
  cellOf,
  isColleagueRole,
  mayAct,
  maySeeCamera,
  SESSION_ACTS,
  TICKED_ROLES,
  USED_RIGHTS,
  viewersOf,
  type SessionAct,
} from './session-roles.js';

/** + always, - never, else the right that must be ticked: CSR, assistant, expert, supervisor, customer, second customer. */
const TABLE: Record<SessionAct, string> = {
  ...{ invite: '+ - - - - -', inviteColleague: '+ - - - - -', seatParticipant: '+ - - - - -' },
  ...{ removeParticipant: '+ - - - - -', swapCustomer: '+ - - - - -', setRights: '+ - - - - -' },
  ...{ lockSession: '+ - - - - -', describeSession: '+ - - - - -', transferControl: '+ - - - - -' },
  ...{ takeControl: '- + - - - -', endSession: '+ - - - - -', leaveSession: '- + + + + +' },
  ...{ keepSessionOpen: '+ + + + + +', reportUnexpectedCall: '- - - - + +', reportDevice: '+ + + + + +' },
  ...{ joinMedia: '+ VIEW VIEW + + +', useAudio: '+ CHAT_CUSTOMER CHAT_CUSTOMER - + -' },
  ...{
    useVideo: '+ CHAT_CUSTOMER CHAT_CUSTOMER - + -',
    holdCustomer: '+ - - - - -',
    showCamera: '- - - - + -',
    joinStaffRoom: '+ + - + - -',
  },
  ...{ sendChatMessage: '+ + + + + +', chatWithCustomer: '+ CHAT_CUSTOMER CHAT_CUSTOMER - + +' },
  ...{
    chatAmongCsrs: '+ + + + - -',
    nudge: '+ CHAT_CUSTOMER - - - -',
    pushLink: '+ CHAT_CUSTOMER CHAT_CUSTOMER - - -',
  },
  ...{ markRead: '+ + + + + +', mailConversation: '- - - - + +', openLink: '- - - - + +', saveNote: '+ + - + - -' },
  ...{ requestViewDesktop: '+ - - - - -', requestViewApplication: '+ - - - - -', shareViewDesktop: '+ - - - - -' },
  ...{ shareViewApplication: '+ - - - - -', withdrawConsent: '+ - - - - -', answerConsent: '- - - - + -' },
  ...{ publishShare: '+ - - - + -', changeShareMode: '+ - - - - -', stopShare: '+ - - - + -' },
  ...{ revokeGrant: '- - - - + -', publishFile: '+ FILES FILES - + -', downloadFile: '+ FILES FILES + + +' },
  ...{ withdrawFile: '+ FILES FILES - + -', takeScreenshot: '+ FILES - - - -' },
};
const COLUMNS = [
  'PRIMARY_CSR',
  'ASSISTANT',
  'GUEST_EXPERT',
  'SUPERVISOR',
  'PRIMARY_CUSTOMER',
  'SECONDARY_CUSTOMER',
] as const;
const signOf = (role: ParticipantRole, act: SessionAct) => {
  const cell = cellOf(role, act);
  return cell === true ? '+' : cell === false ? '-' : cell;
};

describe('the table of role × act', () => {
  it('holds every act', () => expect([...SESSION_ACTS].sort()).toEqual(Object.keys(TABLE).sort()));
  it.each(SESSION_ACTS)('says of %s what is meant', (act) => {
    expect(COLUMNS.map((role) => signOf(role, act)).join(' ')).toBe(TABLE[act]);
  });

  it('asks for the right where one must be ticked, and for nothing else', () => {
    const may = (role: ParticipantRole, ...rights: SeatRight[]) => mayAct({ role, rights }, 'publishFile');
    expect([may('ASSISTANT'), may('ASSISTANT', 'FILES'), may('ASSISTANT', 'VIEW', 'CONTROL')]).toEqual([
      false,
      true,
      false,
    ]);
    expect([may('PRIMARY_CSR'), may('SUPERVISOR', ...SEAT_RIGHTS)]).toEqual([true, false]);
  });

  it('offers the rights that some act asks for', () => expect(USED_RIGHTS).toEqual(['VIEW', 'CHAT_CUSTOMER', 'FILES']));
});

it('everybody is on one side, and has rights that are ticked, or not', () => {
  expect(CUSTOMER_ROLES).toEqual(['PRIMARY_CUSTOMER', 'SECONDARY_CUSTOMER']);
  expect(PARTICIPANT_ROLES.filter(isCustomerRole)).toEqual(CUSTOMER_ROLES);
  expect(PARTICIPANT_ROLES.filter(isColleagueRole)).toEqual(['PRIMARY_CSR', 'ASSISTANT', 'SUPERVISOR']);
  expect(TICKED_ROLES).toEqual(['ASSISTANT', 'GUEST_EXPERT']);
  expect(FIRST_RIGHTS).toEqual(['VIEW']);
});

describe('who sees a screen', () => {
  const person = (id: string, role: ParticipantRole, more = {}) => ({
    ...{ id, role, state: 'SEATED' as 'SEATED' | 'WAITING' | 'LEFT', rights: ['VIEW'] as SeatRight[], ...more },
  });
  it('is everybody seated who may be in the room, besides whose it is', () => {
    const people = [
      person('customer', 'PRIMARY_CUSTOMER'),
      person('csr', 'PRIMARY_CSR'),
      person('assistant', 'ASSISTANT'),
      person('blind', 'ASSISTANT', { rights: ['FILES'] }),
      person('waiting', 'SECONDARY_CUSTOMER', { state: 'WAITING' }),
      person('gone', 'SUPERVISOR', { state: 'LEFT' }),
    ];
    const seenBy = (whose?: string) => viewersOf(whose, people).map(({ id }) => id);
    expect(seenBy('customer')).toEqual(['csr', 'assistant']);
    expect(seenBy('csr')).toEqual(['customer', 'assistant']);
    expect(seenBy()).toEqual(['customer', 'csr', 'assistant']);
  });
});

describe('who sees a camera', () => {
  // each line: whose camera; then the CSR, assistant, expert, supervisor, customer, second customer who are in the room
  const SEEN_BY: Record<ParticipantRole, string> = {
    PRIMARY_CSR: '+ + + + + +',
    ASSISTANT: '+ + + + + +',
    GUEST_EXPERT: '+ + + + + +',
    SUPERVISOR: '+ + + + + +',
    PRIMARY_CUSTOMER: '+ + + + agreed agreed',
    SECONDARY_CUSTOMER: '- - - - - -',
  };
  const viewer = (role: ParticipantRole, rights: SeatRight[] = ['VIEW']) => ({ id: role.toLowerCase(), role, rights });
  const owner = (role: ParticipantRole, ...cameraShownToIds: string[]) => ({ id: 'owner', role, cameraShownToIds });

  it.each(COLUMNS)('of a %s', (role) => {
    const signs = COLUMNS.map((seer) => {
      if (maySeeCamera(viewer(seer), owner(role))) return '+';
      return maySeeCamera(viewer(seer), owner(role, viewer(seer).id)) ? 'agreed' : '-';
    });
    expect(signs.join(' ')).toBe(SEEN_BY[role]);
  });

  it('not those without access to the media room, nor the owner', () => {
    expect(maySeeCamera(viewer('ASSISTANT', ['CHAT_CUSTOMER']), owner('PRIMARY_CSR'))).toBe(false);
    expect(maySeeCamera({ ...viewer('PRIMARY_CSR'), id: 'owner' }, owner('PRIMARY_CSR'))).toBe(false);
  });

  it('only the secondary customers whom the customer chose', () => {
    const second = viewer('SECONDARY_CUSTOMER');
    expect(maySeeCamera(second, owner('PRIMARY_CUSTOMER', 'another'))).toBe(false);
    expect(maySeeCamera(second, owner('PRIMARY_CUSTOMER', 'another', second.id))).toBe(true);
  });
});
