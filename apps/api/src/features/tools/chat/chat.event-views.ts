import type { ChatAudience } from '@tandem/domain';
import type { ChatEvent } from '../../../platform/events/index.js';
import type { EventViews, Seat } from '../../session/sessions/index.js';
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
  // changes of a message are visible to those who can see the message
  const isVisible = (p: ChatEvent, seat: Seat | null) => sees(p, p.messageSeq ?? 0, seat);
  const isSeen = (p: ChatEvent, seat: Seat | null) => sees(p, Infinity, seat);
  views.add({ type: 'chat.messageSent', Class: ChatMessageSent, fields: about, isVisible: isSeen });
  views.add({ type: 'chat.messageEdited', Class: ChatMessageEdited, fields: about, isVisible });
  views.add({ type: 'chat.messageDeleted', Class: ChatMessageDeleted, fields: about, isVisible });
  views.add({ type: 'chat.linkPushed', Class: ChatLinkPushed, fields: about, isVisible: isSeen });
  views.add({ type: 'chat.nudged', Class: ChatNudged, fields: () => ({}) });
  views.add({ type: 'chat.linkOpened', Class: ChatLinkOpened, fields: about, isVisible });
}
