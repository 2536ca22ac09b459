import iconDescription from 'virtual:icon/description-outline';
import type { Acts } from '../acts/act';

export const noteActs = {
  notes: {
    label: 'notes',
    key: 'notes',
    icon: iconDescription,
    ability: 'saveNote',
    mutation: 'saveNote',
    run: ({ places }) => places.focusNotes(),
  },
} as const satisfies Acts;
