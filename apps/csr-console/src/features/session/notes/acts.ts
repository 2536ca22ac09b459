import { symOutlinedDescription } from '@quasar/extras/material-symbols-outlined';
import type { Acts } from '../acts/act';

export const noteActs = {
  notes: {
    label: 'notes',
    key: 'notes',
    icon: symOutlinedDescription,
    ability: 'saveNote',
    mutation: 'saveNote',
    run: ({ places }) => places.focusNotes(),
  },
} as const satisfies Acts;
