import {
  symOutlinedCallEnd,
  symOutlinedFiberManualRecord,
  symOutlinedMoveUp,
} from '@quasar/extras/material-symbols-outlined';
import type { Acts } from '../acts/act';

/** Acts on the session as a whole. */
export const sessionActs = {
  recordSession: {
    label: 'recordSession',
    icon: symOutlinedFiberManualRecord,
    ability: null,
    mutation: null,
    missing: 'needsRecording',
    instead: 'notes',
  },
  transferSession: {
    label: 'transferSession',
    icon: symOutlinedMoveUp,
    ability: null,
    mutation: null,
    missing: 'needsQueue',
    instead: 'notes',
  },
  endSession: {
    label: 'endSession',
    icon: symOutlinedCallEnd,
    ability: 'endSession',
    mutation: 'endSession',
    run: ({ places }) => places.askEnd(),
  },
} as const satisfies Acts;
