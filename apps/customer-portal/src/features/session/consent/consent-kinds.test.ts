import {
  createTexts,
  describeEvent,
  useEventText,
  type ConsentRequest,
  type Consents,
  type SessionEvent,
  type Sharing,
} from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { en } from '../../../texts/en';
import { ko } from '../../../texts/ko';
import LiveStrip from '../room/LiveStrip.vue';
import ConsentDialog from './ConsentDialog.vue';

// a row of the table and its sentences, and nothing else
vi.mock('../../../../../../libs/domain/src/consents', async (importOriginal) => {
  const table = await importOriginal<typeof import('../../../../../../libs/domain/src/consents')>();
  Object.assign(table.CONSENT_KINDS, {
    SYSTEM_INFORMATION: {
      asks: [{ target: null, act: 'readSystemInformation' }],
      askers: { PRIMARY_CSR: true },
      grantors: 'CUSTOMER',
      namesViewers: false,
      durations: [],
      uses: 1,
      isInBlanket: true,
    },
  });
  return table;
});
const SENTENCES = {
  en: {
    asks: '{csr} asks to read what computer this is',
    means: '{csr} reads the system and its programs, and changes nothing.',
    standing: '{csr} may read what computer this is',
    asked: '{actor} asked to read the system information',
    granted: '{actor} allowed the system information to be read',
  },
  ko: {
    asks: '{csr} 님이 컴퓨터 정보 읽기를 요청합니다',
    means: '{csr} 님은 시스템과 프로그램을 읽기만 하고 아무것도 바꾸지 않습니다.',
    standing: '{csr} 님이 컴퓨터 정보를 읽을 수 있습니다',
    asked: '{actor} 님이 컴퓨터 정보 읽기를 요청했습니다',
    granted: '{actor} 님이 컴퓨터 정보 읽기를 허용했습니다',
  },
};
const KIND = 'SYSTEM_INFORMATION' as ConsentRequest['kind'];
const CSR = { id: 'csr', name: 'Kim Mina' };
const request = { id: 'r', kind: KIND, target: null, askedBy: CSR } as unknown as ConsentRequest;
const textsOf = (locale: 'ko' | 'en') =>
  createTexts(locale, {
    ko: { ...ko, consents: { [KIND]: SENTENCES.ko } },
    en: { ...en, consents: { [KIND]: SENTENCES.en } },
  });

afterEach(() => document.body.replaceChildren());

describe.each(['ko', 'en'] as const)('a new kind of consent in %s', (locale) => {
  const said = (sentence: string) => sentence.replace(/\{\w+\}/, CSR.name);

  it('has its dialog, without a choice where there is none', async () => {
    const answer = vi.fn(() => Promise.resolve(null));
    const dialog = mount(ConsentDialog, {
      props: {
        request,
        consents: { secondsLeft: 100, answer } as unknown as Consents,
        siteName: 'Acme',
        viewers: [],
      },
      global: { plugins: [textsOf(locale)] },
      attachTo: document.body,
    });
    expect(dialog.text()).toContain(said(SENTENCES[locale].asks));
    expect(dialog.text()).toContain(said(SENTENCES[locale].means));
    expect(dialog.findAll('input')).toEqual([]);
    await dialog.findAll('.answers button')[1]!.trigger('click');
    const terms = { duration: 'ONCE', isForAnyCsr: false, viewerIds: [] };
    expect(answer).toHaveBeenCalledWith({ requestId: 'r', answer: 'ALLOW', ...terms });
  });

  it('stands in the strip, to be taken back', async () => {
    const revoke = vi.fn();
    const standing = [{ id: 'g', kind: KIND, target: null, duration: 'ONCE', grantee: CSR }];
    const strip = mount(LiveStrip, {
      props: {
        seen: [],
        sharing: { over: null, now: 0 } as unknown as Sharing,
        consents: { standing, revoke } as unknown as Consents,
      },
      global: { plugins: [textsOf(locale)] },
    });
    expect(strip.get('.standing p').text()).toBe(said(SENTENCES[locale].standing));
    await strip.get('.standing button').trigger('click');
    expect(revoke).toHaveBeenCalledWith('g');
  });

  it.each([
    ['ConsentAsked', 'asked'],
    ['ConsentGranted', 'granted'],
  ] as const)('%s is a sentence of the report', (__typename, sentence) => {
    const grant = { kind: KIND, target: null, duration: 'ONCE', viewers: [] };
    const event = { __typename, actor: CSR, request, grant, isSpared: false } as unknown as SessionEvent;
    const line = defineComponent(() => {
      const say = useEventText();
      return () => h('p', say(describeEvent(event)));
    });
    const shown = mount(line, { global: { plugins: [textsOf(locale)] } });
    expect(shown.text()).toBe(said(SENTENCES[locale][sentence]));
  });
});
