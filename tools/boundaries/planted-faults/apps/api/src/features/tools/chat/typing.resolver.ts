// breaks: resolvers-only-call
import type { ChatRepo } from './chat.repo.js';

export const messages = (repo: ChatRepo) => repo.list();
