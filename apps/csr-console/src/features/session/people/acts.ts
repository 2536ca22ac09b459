import iconPersonAdd from 'virtual:icon/person-add-outline';
import iconSwapHoriz from 'virtual:icon/swap-horiz';
import type { Acts } from '../acts/act';

export const peopleActs = {
  invite: {
    label: 'invite',
    icon: iconPersonAdd,
    ability: 'invite',
    mutation: 'inviteByEmail',
    run: ({ places }) => places.openInvite(),
  },
  transferControl: {
    label: 'transferControl',
    icon: iconSwapHoriz,
    ability: 'transferControl',
    mutation: 'transferControl',
    instead: 'invite',
    run: ({ places }) => places.openTransfer(),
  },
} as const satisfies Acts;
