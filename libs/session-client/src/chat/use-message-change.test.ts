// @vitest-environment node
import { TandemError } from '@tandem/client';
import { describe, expect, it, vi } from 'vitest';
import type { Chat } from './use-chat';
import { useMessageChange } from './use-message-change';

function setUp() {
  const edit = vi.fn((_id: string, _text: string) => Promise.resolve());
  const remove = vi.fn((_id: string) => Promise.resolve());
  return { edit, remove, change: useMessageChange({ edit, remove } as unknown as Chat, () => 'm') };
}

describe('a message that is changed', () => {
  it('is edited or deleted', async () => {
    const { edit, remove, change } = setUp();
    expect(await change.edit('better')).toBe(true);
    expect(edit).toHaveBeenCalledExactlyOnceWith('m', 'better');
    expect(await change.remove()).toBe(true);
    expect(remove).toHaveBeenCalledExactlyOnceWith('m');
    expect([change.isBusy.value, change.error.value]).toEqual([false, null]);
  });

  it('is changed once at a time', async () => {
    const { edit, remove, change } = setUp();
    let finish = () => {};
    edit.mockReturnValueOnce(new Promise<void>((resolve) => (finish = resolve)));
    const first = change.edit('better');
    expect(change.isBusy.value).toBe(true);
    expect(await change.remove()).toBe(false);
    expect(remove).not.toHaveBeenCalled();
    finish();
    expect([await first, change.isBusy.value]).toEqual([true, false]);
  });

  it.each([
    [new TandemError('FORBIDDEN'), 'FORBIDDEN'],
    [new TypeError('line'), 'UNAVAILABLE'],
  ])('keeps why it could not be (%s), until the next attempt', async (cause, code) => {
    const { edit, change } = setUp();
    edit.mockRejectedValueOnce(cause);
    expect(await change.edit('better')).toBe(false);
    expect([change.error.value?.code, change.isBusy.value]).toEqual([code, false]);
    const again = change.edit('better');
    expect(change.error.value).toBeNull();
    expect(await again).toBe(true);
  });
});
