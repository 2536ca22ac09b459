import type { ChatAudience } from '@tandem/domain';
import type { ChatEvent } from '../../platform/events/index.js';
import { view, type EventViews, type Seat } from '../sessions/index.js';
import { mayReadMessage } from './chat.policy.js';
import type { ChatQueries } from './chat.queries.js';
import {
  ChatLinkOpened,
  ChatLinkPushed,
  ChatMessageDeleted,
  ChatMessageEdited,
  ChatMessageSent,
  ChatNudged,
} from './chat.types.js';

export function addChatViews(views: EventViews, { lazy }: ChatQueries): void {
  const about = ({ messageId }: ChatEvent) => ({ message: lazy(messageId) });
  const sees = ({ audience, ...rest }: ChatEvent, seq: number, seat: Seat | null) =>
    mayReadMessage({ ...rest, audience: audience as ChatAudience, seq }, seat);
  // what happens to a message later is seen by whom the message itself is seen
  const isVisible = (p: ChatEvent, seat: Seat | null) => sees(p, p.messageSeq ?? 0, seat);
  const isSeen = (p: ChatEvent, seat: Seat | null) => sees(p, Infinity, seat);
  views.add({ type: 'chat.messageSent', toView: (p) => view(ChatMessageSent, about(p)), isVisible: isSeen });
  views.add({ type: 'chat.messageEdited', toView: (p) => view(ChatMessageEdited, about(p)), isVisible });
  views.add({ type: 'chat.messageDeleted', toView: (p) => view(ChatMessageDeleted, about(p)), isVisible });
  views.add({ type: 'chat.linkPushed', toView: (p) => view(ChatLinkPushed, about(p)), isVisible: isSeen });
  views.add({ type: 'chat.nudged', toView: () => view(ChatNudged, {}) });
  views.add({ type: 'chat.linkOpened', toView: (p) => view(ChatLinkOpened, about(p)), isVisible });
}
