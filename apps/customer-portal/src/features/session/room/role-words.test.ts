import { keep, createTexts, type Media, type SessionStore } from '@tandem/session-client';
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { en } from '../../../texts/en';
import { ko } from '../../../texts/ko';
import AlsoHere from './AlsoHere.vue';
import HelperCard from './HelperCard.vue';
import OverView from './OverView.vue';
import { useStage, type OverReason } from './use-stage';

type Role = 'PRIMARY_CUSTOMER' | 'SECONDARY_CUSTOMER' | 'GUEST_EXPERT';
const CSR = { id: 'csr', name: 'Sara', role: 'PRIMARY_CSR', state: 'SEATED', isConnected: true, checkPhrase: null };

const storeOf = (role: Role, { allowed = [] as string[], more = {} } = {}) =>
  ({
    id: 'session',
    me: { id: 'me', role, state: 'SEATED' },
    csr: CSR,
    customer: { id: 'park', name: 'Park' },
    participants: [CSR],
    session: { number: '481207936', siteName: 'Acme', state: 'LIVE', endReason: null },
    error: null,
    client: { query: () => Promise.reject(new Error('not asked')) },
    ability: (act: string) => ({ isAllowed: allowed.includes(act), reason: null }),
    ...more,
  }) as unknown as SessionStore;
const media = { camera: null, cameraOf: () => null, claimCamera: () => undefined } as unknown as Media;
const page = { template: '' };
const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: '/', component: page },
    { path: '/j/:number', name: 'join-number', component: page },
  ],
});
const said = (locale: 'ko' | 'en', component: object, props: object) =>
  mount(component, { props, global: { plugins: [createTexts(locale, { ko, en }), router] } }).text();

describe('what the page says of who helps', () => {
  const ASKED = { en: 'unless you allow it', ko: '허용하실 때만 보입니다' };
  const NEVER = { en: 'No one can see your screen here', ko: '아무도 내 화면을 볼 수 없습니다' };
  const TALK = { en: 'talk or chat', ko: '통화하거나' };
  const helper = (locale: 'ko' | 'en', store: SessionStore) =>
    said(locale, HelperCard, { store, media, isSmall: false });

  it.each(['en', 'ko'] as const)('promises in %s to ask whoever may be asked, and nobody else', (locale) => {
    const helped = helper(locale, storeOf('PRIMARY_CUSTOMER', { allowed: ['useAudio'] }));
    expect(helped).toContain(ASKED[locale]);
    expect(helped).toContain(TALK[locale]);
    for (const role of ['SECONDARY_CUSTOMER', 'GUEST_EXPERT'] as const) {
      const text = helper(locale, storeOf(role));
      expect(text).toContain(NEVER[locale]);
      expect(text).not.toContain(ASKED[locale]);
      expect(text).not.toContain(TALK[locale]);
    }
    expect(helper(locale, storeOf('GUEST_EXPERT', { allowed: ['useAudio'] }))).toContain(TALK[locale]);
  });

  it('calls nobody the representative of an outside expert', () => {
    expect(helper('en', storeOf('GUEST_EXPERT'))).not.toContain('Your support representative');
    expect(helper('en', storeOf('SECONDARY_CUSTOMER'))).toContain('Your support representative');
  });

  it('names who is helped only while somebody is', () => {
    const alone = storeOf('SECONDARY_CUSTOMER', { more: { customer: null } });
    expect(said('en', AlsoHere, { store: alone })).toBe('You can watch and chat here.');
    expect(said('en', AlsoHere, { store: storeOf('SECONDARY_CUSTOMER') })).toContain('Park is being helped');
  });
});

it('marks in the list of who is here whose line is lost', () => {
  const marked = (isConnected: boolean) => {
    const customer = { id: 'park', name: 'Park', role: 'PRIMARY_CUSTOMER', state: 'SEATED', isConnected };
    return ['SECONDARY_CUSTOMER' as const, 'GUEST_EXPERT' as const].map((role) =>
      said('en', AlsoHere, { store: storeOf(role, { more: { participants: [CSR, customer] } }) }).includes(
        'reconnecting',
      ),
    );
  };
  expect(marked(false)).toEqual([true, true]);
  expect(marked(true)).toEqual([false, false]);
});

describe('the last word', () => {
  const over = (role: Role, why: OverReason) => said('en', OverView, { store: storeOf(role), why });

  it.each(['left', 'removed', 'declined', 'idle', 'lost'] as const)(
    'tells an outside expert no way by number: %s',
    (why) => {
      expect(over('GUEST_EXPERT', why)).not.toMatch(/number|your support representative/i);
      for (const role of ['PRIMARY_CUSTOMER', 'SECONDARY_CUSTOMER'] as const)
        expect(over(role, why)).toMatch(/number|your support representative/i);
    },
  );

  it('offers to join again, with the number, whoever left by themselves', () => {
    const linkOf = (role: Role, why: OverReason) =>
      mount(OverView, {
        props: { store: storeOf(role), why },
        global: { plugins: [createTexts('en', { ko, en }), router] },
      })
        .findAll('a')
        .find((link) => link.text() === 'Join again')
        ?.attributes('href');
    expect(linkOf('PRIMARY_CUSTOMER', 'left')).toBe('/j/481207936');
    expect(linkOf('SECONDARY_CUSTOMER', 'left')).toBe('/j/481207936');
    expect(over('PRIMARY_CUSTOMER', 'left')).toContain('481 207 936');
    for (const why of ['removed', 'ended', 'replaced'] as const)
      expect(linkOf('PRIMARY_CUSTOMER', why)).toBeUndefined();
    expect(linkOf('GUEST_EXPERT', 'left')).toBeUndefined();
  });

  it('tells nobody who had it open here that it never was', () => {
    const why = (code: string, me: object | null) => {
      const stage = useStage(storeOf('GUEST_EXPERT', { more: { me, error: { code } } })).value;
      return stage.kind === 'over' ? stage.why : stage.kind;
    };
    const me = { id: 'me', role: 'GUEST_EXPERT', state: 'SEATED' };
    expect(why('SESSION_ENDED', me)).toBe('ended');
    expect(why('SEAT_CLOSED', me)).toBe('removed');
    expect(why('UNAUTHENTICATED', me)).toBe('lost');
    expect(why('NOT_FOUND', null)).toBe('gone');
    keep('tandem.here', 'session', 'session'); // this tab, before it was reloaded
    expect(why('NOT_FOUND', null)).toBe('lost');
    keep('tandem.here', null, 'session');
  });

  it('after an unexpected call tells what to do to the side that was called', () => {
    const session = { state: 'ENDED', endReason: 'REPORTED_BY_CUSTOMER' };
    const why = (role: Role) => useStage(storeOf(role, { more: { session } })).value;
    expect(why('PRIMARY_CUSTOMER')).toEqual({ kind: 'over', why: 'reported' });
    expect(why('SECONDARY_CUSTOMER')).toEqual({ kind: 'over', why: 'reported' });
    expect(why('GUEST_EXPERT')).toEqual({ kind: 'over', why: 'ended' });
  });
});
