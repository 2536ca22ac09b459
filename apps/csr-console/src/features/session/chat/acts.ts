import { symOutlinedChat } from '@quasar/extras/material-symbols-outlined';
import type { Acts } from '../acts/act';

export const chatActs = {
  chat: {
    label: 'chat',
    key: 'chat',
    icon: symOutlinedChat,
    ability: 'sendChatMessage',
    mutation: 'sendChatMessage',
    run: ({ places }) => places.focusChat(),
  },
} as const satisfies Acts;
