import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, reactive, type EffectScope } from 'vue';
import type { SessionEvent } from '../model/types';
import { usePeopleNews } from './use-people-news';
import type { SessionStore } from './use-session';

let scope: EffectScope;
beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

const ME = { id: 'me', name: 'Park', role: 'PRIMARY_CUSTOMER' };
const CSR = { id: 'csr', name: 'Kim', role: 'PRIMARY_CSR' };
const LEE = { id: 'lee', name: 'Lee', role: 'PRIMARY_CSR' };
const event = (seq: number, __typename: string, fields: object) =>
  ({ __typename, seq, at: '2026-01-01T00:00:00Z', actor: { kind: 'SYSTEM', name: null }, ...fields }) as SessionEvent;
const joined = (seq: number, participant: object = CSR) => event(seq, 'ParticipantJoined', { participant });
const handedOver = (seq: number) => event(seq, 'ControlTransferred', { leftBy: CSR, to: LEE, isTaken: false });

function page(before: SessionEvent[] = []) {
  let listener: ((event: SessionEvent) => void) | null = null;
  const store = reactive({
    ...{ id: 's', me: ME, peopleEvents: [...before] },
    onEvent: (heard: typeof listener) => ((listener = heard), () => (listener = null)),
  });
  const news = scope.run(() => usePeopleNews(store as unknown as SessionStore))!;
  const happen = (next: SessionEvent) => {
    store.peopleEvents.push(next);
    listener?.(next);
  };
  return { news, happen, hear: (next: SessionEvent) => listener?.(next), isHearing: () => listener !== null };
}

describe('what has happened among the people', () => {
  it('is in sight for twelve seconds, and stays as a line', () => {
    const { news, happen } = page([joined(1)]);
    expect(news.news).toBeNull();
    happen(joined(2, LEE));
    expect(news.news?.seq).toBe(2);
    vi.advanceTimersByTime(11_999);
    expect(news.news?.seq).toBe(2);
    vi.advanceTimersByTime(1);
    expect(news.news).toBeNull();
    expect(news.lines.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('gives way to what comes next, which has its own time', () => {
    const { news, happen } = page();
    happen(joined(1));
    vi.advanceTimersByTime(10_000);
    happen(joined(2, LEE));
    vi.advanceTimersByTime(10_000);
    expect(news.news?.seq).toBe(2);
  });

  it('is not anything else that is told, which takes no time from it either', () => {
    const { news, happen, hear } = page([joined(1)]);
    hear(event(2, 'ChatMessageSent', {}));
    expect(news.news).toBeNull();
    happen(joined(3, LEE));
    hear(event(4, 'ChatMessageSent', {}));
    expect(news.news?.seq).toBe(3);
  });

  it('is nothing yet where nobody has come or gone', () => {
    const { news, hear } = page();
    expect(() => hear(event(1, 'ChatMessageSent', {}))).not.toThrow();
    expect(news.news).toBeNull();
  });

  it('is told no more once the page has gone', () => {
    const { isHearing } = page();
    scope.stop();
    expect(isHearing()).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('that somebody else leads', () => {
  it('stays until it is confirmed, and is no passing news', () => {
    const { news, happen } = page();
    expect(news.newLead).toBeNull();
    happen(handedOver(3));
    expect([news.newLead?.seq, news.news]).toEqual([3, null]);
    vi.advanceTimersByTime(60_000);
    expect(news.newLead?.seq).toBe(3);
    news.confirm();
    expect(news.newLead).toBeNull();
  });

  it('is confirmed for the next page too, and comes again with the next change', () => {
    const { news } = page([handedOver(3)]);
    news.confirm();
    const next = page([handedOver(3)]);
    expect(next.news.newLead).toBeNull();
    next.happen(handedOver(4));
    expect(next.news.newLead?.seq).toBe(4);
  });

  it('is confirmed once: with nothing to confirm nothing changes', () => {
    const { news } = page([handedOver(3)]);
    news.confirm();
    news.confirm();
    expect(localStorage.getItem('tandem.session.s.lead')).toBe('3');
    expect(page([handedOver(3)]).news.newLead).toBeNull();
  });

  it('is the newest of several changes', () => {
    const { news } = page([handedOver(3), joined(4), handedOver(5)]);
    expect(news.newLead?.seq).toBe(5);
  });
});
