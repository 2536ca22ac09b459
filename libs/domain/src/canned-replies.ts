import { lineFrom } from './incoming-text.js';

/** Variables of a canned reply, filled in when it is used. */
export const REPLY_VARIABLES = ['customer.name', 'csr.name', 'site.name', 'session.number'] as const;
export type ReplyVariable = (typeof REPLY_VARIABLES)[number];
export type ReplyValues = Record<ReplyVariable, string>;

const VARIABLE = /\{\{([^{}]*)\}\}/g;
const isVariable = (name: string): name is ReplyVariable => REPLY_VARIABLES.includes(name as ReplyVariable);

/** Unknown names in double braces. */
export const unknownVariables = (text: string): string[] =>
  [...text.matchAll(VARIABLE)].map(([, name]) => name!.trim()).filter((name) => !isVariable(name));

/** Fills in the variables. Inserted values are not expanded again: a name may contain braces. */
export const fillReply = (text: string, values: ReplyValues): string =>
  text.replace(VARIABLE, (whole, braced: string) => {
    const name = braced.trim();
    return isVariable(name) ? values[name] : whole;
  });

/** What is typed after the slash: letters of any language, digits, - and _; case-insensitive. */
export const REPLY_SHORT = /^[\p{L}\p{M}\p{N}_-]+$/u;
export const toReplyShort = (typed: string): string => lineFrom(typed).replace(/^\//, '').toLowerCase();
