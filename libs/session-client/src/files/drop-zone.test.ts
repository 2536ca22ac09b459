import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { useDropZone } from './drop-zone';

let scope: EffectScope;
let isOpen: boolean;
const onFiles = vi.fn();
beforeEach(() => {
  [scope, isOpen] = [effectScope(), true];
  onFiles.mockReset();
});
afterEach(() => scope.stop());

/** @returns whether the page handled the event in place of the browser */
function drag(name: string, types: string[] | null = ['Files'], files: object[] = []): boolean {
  const event = new Event(name, { cancelable: true });
  Object.assign(event, { dataTransfer: types && { types, files } });
  dispatchEvent(event);
  return event.defaultPrevented;
}
const zone = () => scope.run(() => useDropZone(() => isOpen, onFiles))!;

it('dropped files are passed on, and never opened by the browser', () => {
  const isOver = zone();
  expect(isOver.value).toBe(false);
  expect(drag('dragenter')).toBe(true);
  expect(drag('dragover')).toBe(true);
  expect(isOver.value).toBe(true);
  expect(drag('drop', ['Files'], ['a', 'b'] as unknown as object[])).toBe(true);
  expect([isOver.value, onFiles.mock.calls]).toEqual([false, [[['a', 'b']]]]);
  drag('drop');
  expect(onFiles).toHaveBeenCalledOnce(); // an empty folder
});

it('files are over the page until they have left its outermost element', () => {
  const isOver = zone();
  drag('dragenter');
  drag('dragenter');
  drag('dragleave');
  expect(isOver.value).toBe(true);
  drag('dragleave');
  expect(isOver.value).toBe(false);
  drag('dragleave');
  drag('dragenter');
  drag('dragleave');
  expect(isOver.value).toBe(false);
});

it('after a drop the next files start from the outside', () => {
  const isOver = zone();
  drag('dragenter');
  drag('dragenter');
  drag('drop');
  drag('dragenter');
  drag('dragleave');
  expect(isOver.value).toBe(false);
});

it('where no files may be sent they are refused, but not opened either', () => {
  const isOver = zone();
  isOpen = false;
  expect(drag('dragenter')).toBe(true);
  expect(isOver.value).toBe(false);
  expect(drag('drop', ['Files'], [{}])).toBe(true);
  expect(onFiles).not.toHaveBeenCalled();
});

it.each([['text'], [null]])('a drag without files (%s) is left to the browser', (type) => {
  const isOver = zone();
  const types = type === null ? null : [type];
  for (const name of ['dragenter', 'dragover', 'dragleave', 'drop']) expect(drag(name, types, [{}])).toBe(false);
  drag('dragenter');
  drag('dragleave', types);
  expect([isOver.value, onFiles.mock.calls.length]).toEqual([true, 0]);
});
