import { symOutlinedPersonAdd, symOutlinedSwapHoriz } from '@quasar/extras/material-symbols-outlined';
import type { Acts } from '../acts/act';

export const peopleActs = {
  invite: {
    label: 'invite',
    icon: symOutlinedPersonAdd,
    ability: 'invite',
    mutation: 'inviteByEmail',
    run: ({ places }) => places.openInvite(),
  },
  transferControl: {
    label: 'transferControl',
    icon: symOutlinedSwapHoriz,
    ability: 'transferControl',
    mutation: 'transferControl',
    instead: 'invite',
    run: ({ places }) => places.openTransfer(),
  },
} as const satisfies Acts;
