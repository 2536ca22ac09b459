import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick, reactive } from 'vue';
import { createTexts } from '../texts';
import { useAudience } from '../chat/use-audience';
import type { Chat } from '../chat/use-chat';
import type { SessionStore } from '../session/use-session';
import ChatPanel from './ChatPanel.vue';

const person = (id: string, role: string) => ({ id, name: `name of ${id}`, role, state: 'SEATED' });
const CSR = person('csr', 'PRIMARY_CSR');
const COLLEAGUE = person('colleague', 'ASSISTANT');
const CUSTOMER = person('customer', 'PRIMARY_CUSTOMER');

beforeEach(() => localStorage.clear());

const MAY = {
  csr: ['chatWithCustomer', 'chatAmongCsrs'],
  colleague: ['chatAmongCsrs'], // until the right is given
  customer: ['chatWithCustomer'],
};

function setUp(me = CSR, others = [COLLEAGUE, CUSTOMER]) {
  const ability = (act: string) => ({ act, isAllowed: MAY[me.id as keyof typeof MAY].includes(act), reason: null });
  const store = reactive({ id: 'session', me, participants: [me, ...others], ability });
  const audience = useAudience(store as unknown as SessionStore);
  const send = vi.fn();
  const chat = reactive({ messages: [], pending: [], draft: '', unread: 0, isOpen: false, send, audience });
  const panel = mount(ChatPanel, {
    props: { chat: chat as unknown as Chat, myId: me.id, typing: [] },
    global: { plugins: [createTexts('ko', { ko: {}, en: {} })] },
  });
  return { store, send, chat, audience, panel, field: panel.get('textarea'), button: panel.get('button[type=submit]') };
}

describe('Enter in the field of a message', () => {
  it('ends a Hangul syllable that is being composed, and sends nothing', async () => {
    const { send, chat, field } = setUp();
    chat.draft = '안녕하세';
    await field.trigger('keydown', { key: 'Enter', isComposing: true });
    await field.trigger('keydown', { key: 'Enter', keyCode: 229 }); // as Safari reports it
    expect(send).not.toHaveBeenCalled();

    chat.draft = '안녕하세요';
    await field.trigger('keydown', { key: 'Enter' });
    expect(send).toHaveBeenCalledExactlyOnceWith('안녕하세요');
    expect(chat.draft).toBe('');
  });

  it('breaks the line together with Shift', async () => {
    const { send, field } = setUp();
    await field.trigger('keydown', { key: 'Enter', shiftKey: true });
    expect(send).not.toHaveBeenCalled();
  });
});

describe('whom a message is for', () => {
  it('is chosen by a CSR among everybody, representatives and one person, and stays chosen in this session', async () => {
    const { panel, audience } = setUp();
    expect(audience.to).toEqual({ audience: 'EVERYONE', recipientId: null });
    await panel.get('[data-testid=to-CSRS]').trigger('change');
    expect(panel.get('form').classes()).toContain('csrs');
    expect(panel.text()).toContain('고객에게는 보이지 않습니다.');
    panel.unmount();
    expect(setUp().audience.to.audience).toBe('CSRS');
  });

  it('is no question to a customer who is alone with a CSR, and never the representatives among themselves', () => {
    expect(setUp(CUSTOMER, [CSR]).panel.find('fieldset').exists()).toBe(false);
    expect(setUp(CUSTOMER, [CSR, COLLEAGUE]).audience.choices).toEqual(['EVERYONE', 'PERSON']);
  });

  it('is the representatives for one of them who may not write to the customer', () => {
    const { audience } = setUp(COLLEAGUE, [CSR, CUSTOMER]);
    expect(audience.to.audience).toBe('CSRS');
    expect(audience.choices).toEqual(['CSRS', 'PERSON']);
    expect(audience.people).toEqual([CSR]);
  });

  it('is nobody else when the one it was for has left: nothing is sent then', async () => {
    const { store, panel, send, chat, button, field } = setUp();
    await panel.get('[data-testid=to-PERSON]').trigger('change');
    expect(panel.text()).toContain('name of colleague');
    store.participants = [CSR, CUSTOMER];
    chat.draft = 'he is angry';
    await nextTick();
    expect(button.attributes('disabled')).toBeDefined();
    await field.trigger('keydown', { key: 'Enter' });
    expect(send).not.toHaveBeenCalled();
    expect(chat.draft).toBe('he is angry');
  });

  it('is who may learn that something is being written', async () => {
    const { panel, field } = setUp();
    await field.setValue('a');
    await panel.get('[data-testid=to-CSRS]').trigger('change');
    await field.setValue('ab');
    await panel.get('[data-testid=to-PERSON]').trigger('change');
    await panel.get('select').setValue('customer');
    await field.setValue('abc');
    expect(panel.emitted('typing')).toEqual([
      [true, null],
      [false, null],
      [true, ['colleague']],
      [false, ['colleague']],
      [true, ['customer']],
    ]);
  });
});
