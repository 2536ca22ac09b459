// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { NoteDoc } from './note-doc';

function noteWith(text: string): NoteDoc {
  const note = new NoteDoc();
  note.write(text);
  return note;
}
/** Another window with the same note. */
function copyOf(note: NoteDoc): NoteDoc {
  const copy = new NoteDoc();
  copy.merge(note.whole);
  return copy;
}
function exchange(one: NoteDoc, other: NoteDoc): void {
  const [from, to] = [one.whole, other.whole];
  one.merge(to);
  other.merge(from);
}

describe('a note in a field', () => {
  it('keeps what two write at the same time, each at another place', () => {
    const mine = noteWith('Printer.\nNetwork.');
    const theirs = copyOf(mine);
    mine.write('Printer was off.\nNetwork.');
    theirs.write('Printer.\nNetwork is fine.');
    exchange(mine, theirs);
    expect(mine.body).toBe('Printer was off.\nNetwork is fine.');
    expect(theirs.body).toBe(mine.body);
  });

  it('keeps both when two write at the same place', () => {
    const mine = noteWith('');
    const theirs = copyOf(mine);
    mine.write('가나다');
    theirs.write('abc');
    exchange(mine, theirs);
    expect(mine.body).toBe(theirs.body);
    expect(mine.body).toMatch(/^(가나다abc|abc가나다)$/);
  });

  it('writes only what changed, and no half of a letter', () => {
    const mine = noteWith('a👩b');
    const theirs = copyOf(mine);
    mine.write('a👨b'); // the first halves of the two are the same
    theirs.write('a👩b!');
    exchange(mine, theirs);
    expect(mine.body).toBe('a👨b!');
  });

  it('keeps a letter whole whose second half is that of the old one', () => {
    const mine = noteWith('a\u{1f600}b');
    const theirs = copyOf(mine);
    mine.write('a\u{1f200}b');
    theirs.write('a\u{1f600}b!');
    exchange(mine, theirs);
    expect([mine.body, theirs.body]).toEqual(['a\u{1f200}b!', 'a\u{1f200}b!']);
  });

  it('is changed by a text that is shorter, longer, or a repetition of itself', () => {
    const note = noteWith('aa');
    for (const text of ['aaa', 'a', '', 'b', 'ab', 'aab', 'b']) {
      note.write(text);
      expect(note.body).toBe(text);
    }
    const before = note.whole;
    note.write('b');
    expect(note.whole).toBe(before);
  });

  it('reports each change, its own and others’', () => {
    const note = noteWith('one');
    let changes = 0;
    note.onChange(() => changes++);
    note.write('two');
    note.merge(noteWith('three').whole);
    expect(changes).toBe(2);
  });

  it('takes what is pasted as the server keeps it', () => {
    expect(noteWith('a\u0007b\u202ec\u2028d\r\n').body).toBe('abc\nd\n');
  });

  it('keeps the cursor at its word while others write before it', () => {
    const mine = noteWith('one two');
    const theirs = copyOf(mine);
    const place = mine.placeOf(4);
    theirs.write('zero one two');
    mine.merge(theirs.whole);
    expect(mine.body.slice(mine.indexOf(place))).toBe('two');
  });

  it('sends only what the server lacks, once it is known what it has', () => {
    const mine = noteWith('x'.repeat(500));
    const server = copyOf(mine);
    mine.serverHas(server.vector);
    mine.write(`${mine.body}!`);
    expect(mine.unsent.length).toBeLessThan(100);
    server.merge(mine.unsent);
    expect(server.body).toBe(mine.body);
    mine.serverForgot();
    expect(mine.unsent).toBe(mine.whole);
  });

  it('is not changed by a field that says the same', () => {
    const note = noteWith('Printer.');
    let changes = 0;
    note.onChange(() => changes++);
    note.write('Printer.');
    expect(changes).toBe(0);
    note.write('Printer');
    note.write('Printers');
    expect(changes).toBe(2);
  });

  // letters of two halves that share a half at the limits of its range
  it.each([
    ['first', '\u{10000}', '\u{10001}', '\u{10002}'],
    ['first', '\u{10fffd}', '\u{10fffe}', '\u{10ffff}'],
    ['second', '\u{10000}', '\u{10400}', '\u{10800}'],
    ['second', '\u{103ff}', '\u{107ff}', '\u{10bff}'],
  ])('keeps letters whole that have the same %s half: %s', (_which, before, one, other) => {
    const mine = noteWith(`a${before}b`);
    const theirs = copyOf(mine);
    mine.write(`a${one}b`);
    theirs.write(`a${other}b`);
    exchange(mine, theirs);
    expect([/\p{Surrogate}/u.test(mine.body), theirs.body]).toEqual([false, mine.body]);
  });

  it.each(['a', '가', '\ud7ff', '\ue000'])('writes nothing again beside what has changed: %s', (letter) => {
    const mine = noteWith(letter + letter);
    const theirs = copyOf(mine);
    mine.write(`${letter}X${letter}`);
    theirs.write(`L${letter}`);
    exchange(mine, theirs);
    expect([...mine.body].sort()).toEqual(['L', 'X', letter]); // in which order is nobody's choice

    const again = noteWith(`b${letter}`);
    const elsewhere = copyOf(again);
    again.write(`bX${letter}`);
    elsewhere.write('bR');
    exchange(again, elsewhere);
    expect([...again.body].sort()).toEqual(['R', 'X', 'b']);
  });
});
