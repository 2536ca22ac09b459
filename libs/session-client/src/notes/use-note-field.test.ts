import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, useTemplateRef } from 'vue';
import { NoteDoc, type Place } from '../model/note-doc';
import { useNoteField } from './use-note-field';
import type { Notes } from './use-notes';

interface Shown {
  before(): void;
  after(): void;
}

/** A field with a note that others write as well. */
function page(text: string) {
  const doc = new NoteDoc();
  doc.write(text);
  const shown: { now: Shown | null } = { now: null };
  const notes = {
    get body() {
      return doc.body;
    },
    edit: vi.fn((typed: string) => doc.write(typed)),
    attach: (field: Shown | null) => (shown.now = field),
    placeOf: (index: number) => doc.placeOf(index),
    indexOf: (at: Place) => doc.indexOf(at),
    pauseMerging: vi.fn(),
    resumeMerging: vi.fn(),
  };
  const Field = defineComponent(() => {
    const events = useNoteField(notes as unknown as Notes, useTemplateRef<HTMLTextAreaElement>('field'));
    return () => h('textarea', { ref: 'field', ...events });
  });
  const wrapper = mount(Field, { attachTo: document.body });
  const { element } = wrapper.get<HTMLTextAreaElement>('textarea');
  element.value = text;
  /** What somebody else writes arrives. */
  const merge = (written: string) => {
    shown.now!.before();
    const other = new NoteDoc();
    other.merge(doc.whole);
    other.write(written);
    doc.merge(other.whole);
    shown.now!.after();
  };
  const cursor = () => [element.selectionStart, element.selectionEnd];
  return { wrapper, element, notes, shown, merge, cursor };
}
afterEach(() => document.body.replaceChildren());

describe('a field of a note', () => {
  it('keeps what is marked in it while somebody else writes before it, and where it is scrolled to', () => {
    const { element, merge, cursor } = page('Printer is off.');
    element.focus();
    element.setSelectionRange(8, 10);
    element.scrollTop = 40;
    merge('The printer: Printer is off.');
    expect(element.value).toBe('The printer: Printer is off.');
    expect(element.value.slice(...cursor())).toBe('is');
    expect(element.scrollTop).toBe(40);
  });

  it('takes no cursor from the field that has it', () => {
    const { element, merge } = page('Printer is off.');
    element.setSelectionRange(8, 10);
    const other = document.body.appendChild(document.createElement('input'));
    other.focus();
    const moved = vi.spyOn(element, 'setSelectionRange');
    merge('Printer is off again.');
    expect(element.value).toBe('Printer is off again.');
    expect(document.activeElement).toBe(other);
    expect(moved).not.toHaveBeenCalled();
  });

  it('is left alone where nothing has changed', () => {
    const { element, merge } = page('Printer is off.');
    element.focus();
    const moved = vi.spyOn(element, 'setSelectionRange');
    merge('Printer is off.');
    expect(moved).not.toHaveBeenCalled();
  });

  it('writes what is typed', async () => {
    const { wrapper, notes } = page('');
    await wrapper.get('textarea').setValue('Printer');
    expect(notes.edit).toHaveBeenCalledExactlyOnceWith('Printer');
  });

  it('lets what others write wait while a syllable is composed, whose last letter may come late', async () => {
    const { wrapper, element, notes } = page('');
    const field = wrapper.get('textarea');
    await field.trigger('compositionstart');
    expect([notes.pauseMerging.mock.calls.length, notes.resumeMerging.mock.calls.length]).toEqual([1, 0]);
    element.value = '안녕';
    await field.trigger('compositionend');
    expect(notes.edit).toHaveBeenCalledExactlyOnceWith('안녕');
    expect(notes.resumeMerging).toHaveBeenCalledOnce();
    expect(notes.edit.mock.invocationCallOrder[0]!).toBeLessThan(notes.resumeMerging.mock.invocationCallOrder[0]!);
  });

  it('that is left in the middle of a syllable lets it go', async () => {
    const { wrapper, notes } = page('');
    await wrapper.get('textarea').trigger('blur');
    expect(notes.resumeMerging).toHaveBeenCalledOnce();
  });

  it('is the note’s no more once it has gone', () => {
    const { wrapper, shown } = page('Printer');
    const { now } = shown;
    wrapper.unmount();
    expect(shown.now).toBeNull();
    expect(() => [now!.before(), now!.after()]).not.toThrow();
  });
});
