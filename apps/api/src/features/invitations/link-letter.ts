import type { Context } from '../../platform/graphql/index.js';
import type { Templates } from '../templates/index.js';
import { factsOf } from './invitation-facts.js';
import type { Letter } from './write-invitation.js';

/** A link to hand over, and what to say with it in an instant message. */
export function createLinkLetter({ templates }: { templates: Templates }) {
  return async (context: Context, letter: Letter, kind: 'SESSION_MESSAGE' | 'EXPERT_MESSAGE') => {
    const { invitation } = letter;
    const facts = factsOf(context, letter);
    const where = { siteId: invitation.siteId, origin: context.origin };
    const { text } = await templates.write(where, { kind, locale: invitation.locale }, facts);
    return { invitation, url: facts.link, message: text };
  };
}
export type LinkLetter = ReturnType<typeof createLinkLetter>;
