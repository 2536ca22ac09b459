// breaks: platform-knows-no-feature
import { chat } from '../../features/tools/chat/index.js';

export const graphql = chat;
