import type { Context } from '../../../platform/graphql/index.js';
import type { Templates } from '../../administration/templates/index.js';
import { factsOf } from './invitation-facts.js';
import type { Letter } from './letter.js';

/** A link to hand over, with a text for an instant message. */
export function createLinkLetter({ templates }: { templates: Templates }) {
  return async (context: Context, letter: Letter, kind: 'SESSION_MESSAGE' | 'EXPERT_MESSAGE') => {
    const { invitation } = letter;
    const { origin, fill } = await templates.blank(invitation.siteId, kind, invitation.locale);
    const facts = factsOf(context, origin, letter);
    return { invitation, url: facts.link, message: fill(facts).text };
  };
}
export type LinkLetter = ReturnType<typeof createLinkLetter>;
