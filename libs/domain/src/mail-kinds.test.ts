import { expect, it } from 'vitest';
import { hasButton, heartOf, isMessageKind, MAIL_KINDS, MAIL_VARIABLES, OUTGOING_KINDS } from './mail-kinds.js';

it('what a person pastes has no button, nor has what is sent for its text', () => {
  expect(MAIL_KINDS.filter(isMessageKind)).toEqual(['SESSION_MESSAGE', 'EXPERT_MESSAGE']);
  expect(MAIL_KINDS.filter((kind) => heartOf(kind) !== 'link')).toEqual(['CONVERSATION']);
  expect(heartOf('CONVERSATION')).toBe('conversation');
  expect(MAIL_KINDS.filter((kind) => !hasButton(kind))).toEqual(['SESSION_MESSAGE', 'EXPERT_MESSAGE', 'CONVERSATION']);
});

it.each(MAIL_KINDS)('%s can be filled with what it is sent for', (kind) => {
  expect(MAIL_VARIABLES[kind]).toContain(heartOf(kind));
});

it('codes and tries are sent as they are', () => {
  expect(OUTGOING_KINDS.filter((kind) => !(MAIL_KINDS as readonly string[]).includes(kind))).toEqual([
    ...['CONVERSATION_CODE', 'TEST'],
  ]);
});
