// breaks: platform-knows-no-feature
import { chat } from '../../features/chat/index.js';

export const graphql = chat;
