import { createTexts, type Attention, type Chat, type SessionEvent, type SessionStore } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { nextTick, ref } from 'vue';
import { en } from '../../../texts/en';
import { ko } from '../../../texts/ko';
import { useBubble, type Bubble } from './use-bubble';

const MESSAGE = { seq: 5, sender: { id: 'csr', name: 'Sara' }, text: 'Hello', link: null, isDeleted: false };

function room() {
  let tell: (event: SessionEvent) => void = () => undefined;
  const isChatOpen = ref(true);
  const store = { me: { id: 'me' }, onEvent: (listener: typeof tell) => ((tell = listener), () => undefined) };
  const chat = { messages: [MESSAGE], readUpTo: 0 } as unknown as Chat;
  let bubble: Bubble;
  const setup = () => {
    bubble = useBubble(store as unknown as SessionStore, chat, { nudgedBy: null } as Attention, isChatOpen);
    return () => null;
  };
  mount({ setup }, { global: { plugins: [createTexts('en', { ko, en })] } });
  const published = (participantId: string, name: string) =>
    tell({ __typename: 'FilePublished', actor: { participantId, name }, file: { name: 'report.png' } } as SessionEvent);
  return { bubble: bubble!, isChatOpen, published };
}

it('tells of a file that comes while the conversation is open, until it is put away or looked for', async () => {
  const { bubble, isChatOpen, published } = room();
  expect(bubble.shown).toBeNull();
  published('me', 'Park');
  expect(bubble.shown).toBeNull();
  published('csr', 'Sara');
  expect(bubble.shown).toEqual({ who: 'Sara sent you a file', text: 'report.png' });
  bubble.putAway();
  expect(bubble.shown).toBeNull();
  published('csr', 'Sara');
  isChatOpen.value = false;
  await nextTick();
  expect(bubble.shown).toEqual({ who: 'Sara', text: 'Hello' });
  isChatOpen.value = true;
  await nextTick();
  expect(bubble.shown).toBeNull();
});

it('tells of no file beside a conversation that is closed: there it is in sight', () => {
  const { bubble, isChatOpen, published } = room();
  isChatOpen.value = false;
  published('csr', 'Sara');
  expect(bubble.shown?.text).toBe('Hello');
});
