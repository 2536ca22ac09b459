import type { ChatAudience } from '@tandem/domain';
import { view, type EventViews } from '../sessions/index.js';
import { mayReadMessage } from './chat.policy.js';
import type { ChatQueries } from './chat.queries.js';
import { ChatMessageSent } from './chat.types.js';

export function addChatViews(views: EventViews, { lazy }: ChatQueries): void {
  views.add({
    type: 'chat.messageSent',
    toView: ({ messageId }) => view(ChatMessageSent, { message: lazy(messageId) }),
    isVisible: ({ audience, ...rest }, seat) => mayReadMessage({ ...rest, audience: audience as ChatAudience }, seat),
  });
}
