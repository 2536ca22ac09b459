import iconChat from 'virtual:icon/chat-outline';
import type { Acts } from '../acts/act';

export const chatActs = {
  chat: {
    label: 'chat',
    key: 'chat',
    icon: iconChat,
    ability: 'sendChatMessage',
    mutation: 'sendChatMessage',
    run: ({ places }) => places.focusChat(),
  },
} as const satisfies Acts;
