import { createTexts } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { within } from '../../../../../tools/test/patience.mjs';
import { en, ko } from '../../texts';
import NewPassword from './NewPassword.vue';

const whose = { email: 'hana.kim@acme.example', names: ['Kim Hana', 'Acme Corp'] };

it.each([
  ['en', /at least 12 characters/, /guess|first/i, /name|address/i, /current password/],
  ['ko', /12자 이상/, /비밀번호/, /이름|주소/, /현재 비밀번호와 같습니다/],
] as const)(
  'a new password says in %s, while it is typed, why it would not be taken',
  async (locale, tooShort, guessable, named, same) => {
    const page = mount(NewPassword, {
      props: {
        whose,
        current: 'the old kettle hums',
        modelValue: '',
        'onUpdate:modelValue': (modelValue: string) => page.setProps({ modelValue }),
      },
      global: { plugins: [createTexts(locale, { ko, en })] },
    });
    const status = page.get('[role=status]');
    const says = (what: RegExp) => expect.poll(() => status.text(), { timeout: within(10_000) }).toMatch(what);
    const type = (text: string) => page.get('input').setValue(text);
    expect(status.text()).toBe('');
    await type('kettle');
    await says(tooShort);
    await type('password1234');
    await says(guessable);
    const first = status.text();
    await type('hana.kim rides on');
    await says(named);
    expect(status.text()).not.toBe(first);
    await type('the old kettle hums');
    await says(same);
    await type('a blue kettle sings');
    await says(/^$/);
    await type('Acme Corp 2026');
    await says(named);
    await type('');
    await says(/^$/);
  },
  within(30_000),
);
