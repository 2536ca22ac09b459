import iconCallEnd from 'virtual:icon/call-end-outline';
import iconFiberManualRecord from 'virtual:icon/fiber-manual-record-outline';
import iconMoveUp from 'virtual:icon/move-up';
import type { Acts } from '../acts/act';

/** Acts on the session as a whole. */
export const sessionActs = {
  recordSession: {
    label: 'recordSession',
    icon: iconFiberManualRecord,
    ability: null,
    mutation: null,
    missing: 'needsRecording',
    instead: 'notes',
  },
  transferSession: {
    label: 'transferSession',
    icon: iconMoveUp,
    ability: null,
    mutation: null,
    missing: 'needsQueue',
    instead: 'notes',
  },
  endSession: {
    label: 'endSession',
    icon: iconCallEnd,
    ability: 'endSession',
    mutation: 'endSession',
    run: ({ places }) => places.askEnd(),
  },
} as const satisfies Acts;
