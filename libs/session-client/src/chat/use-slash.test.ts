// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { useSlash, type Suggestion } from './use-slash';

const reply = (short: string, text = `text of ${short}`): Suggestion => ({
  id: short,
  short,
  text,
  locale: 'ko',
  isForSite: true,
});
const ALL = [reply('hello', 'Hello Jihun'), reply('bye'), reply('안녕', '안녕하세요'), reply('help')];

function setUp(all = ALL) {
  const used = vi.fn();
  const slash = useSlash(() => ({ all: () => all, used }));
  const shown = (text: string, at = text.length) => {
    slash.look(text, at);
    return slash.list.map(({ short }) => short);
  };
  return { used, slash, shown };
}

describe('a slash in a message', () => {
  it('opens the list at the beginning and after a space, and nowhere else', () => {
    const { shown } = setUp();
    expect(shown('/')).toHaveLength(4);
    expect(shown('well /')).toHaveLength(4);
    expect(shown('and/or')).toEqual([]);
    expect(shown('https://example.org/he')).toEqual([]);
    expect(shown('/hello there')).toEqual([]);
  });

  it('shows what begins with the letters that follow, then what holds them', () => {
    const { shown } = setUp();
    expect(shown('/he')).toEqual(['hello', 'help']);
    expect(shown('/안')).toEqual(['안녕']);
    expect(shown('/안'.normalize('NFD'))).toEqual(['안녕']);
    expect(shown('/jihun')).toEqual(['hello']);
    expect(shown('/nothing')).toEqual([]);
  });

  it('puts the marked one where the slash stood, keeps the rest, and tells that it was used', () => {
    const { slash, shown, used } = setUp();
    shown('Dear /hel, see you', 9);
    slash.move(1);
    expect(slash.put('Dear /hel, see you')).toEqual({ text: 'Dear text of help, see you', at: 17 });
    expect(used).toHaveBeenCalledExactlyOnceWith('help');
    expect(slash.isOpen).toBe(false);
  });

  it('marks them round and round', () => {
    const { slash, shown } = setUp();
    shown('/he');
    slash.move(-1);
    expect(slash.index).toBe(1);
    slash.move(1);
    expect(slash.index).toBe(0);
  });

  it('opens no list where there is nothing to suggest', () => {
    const slash = useSlash(() => undefined);
    slash.look('/', 1);
    expect([slash.isOpen, slash.list]).toEqual([false, []]);
  });

  it('shows eight at most, also of the texts, in whatever case they are written', () => {
    const many = Array.from({ length: 9 }, (_, nth) => reply(`reply${nth}`, 'Good Morning'));
    const { shown } = setUp(many);
    expect(shown('/REPLY')).toHaveLength(8);
    expect(shown('/morning')).toHaveLength(8);
    expect(shown('/reply_')).toEqual([]);
  });

  it('marks the first again when other letters are typed, and keeps the mark while nothing changes', () => {
    const { slash, shown } = setUp();
    shown('/he');
    slash.move(1);
    shown('/he');
    expect(slash.index).toBe(1);
    shown('/hel');
    expect(slash.index).toBe(0);
  });

  it('puts the one that is chosen by hand, at the cursor in the middle of a text', () => {
    const { slash, shown, used } = setUp();
    shown('/');
    expect(slash.put('/', 1)).toEqual({ text: 'text of bye', at: 11 });
    expect(used).toHaveBeenCalledExactlyOnceWith('bye');
    shown('a /he');
    expect(slash.isOpen).toBe(true);
    slash.close();
    expect([slash.isOpen, slash.index]).toEqual([false, 0]);
  });
});
