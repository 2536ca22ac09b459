import { beforeEach, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';

/** A page that has just been opened, without any state in memory. */
async function openPage() {
  vi.resetModules();
  return import('./session-storage');
}
const kept = () => Object.keys(localStorage).sort();

beforeEach(() => localStorage.clear());

it('what was typed outlives the page, and goes with the session', async () => {
  const page = await openPage();
  page.storedOf('s', 'draft', '').value = 'my account number is 1234';
  const again = await openPage();
  const draft = again.storedOf('s', 'draft', '');
  expect(draft.value).toBe('my account number is 1234');
  again.forgetSession('s');
  expect(kept()).toEqual([]);
  draft.value = 'typed while the page closes';
  await nextTick();
  expect(kept()).toEqual([]);
});

it('a note that was not saved stays after the end, and another session too', async () => {
  const page = await openPage();
  page.keepOf('s', 'note.shared.w', 'unsaved');
  page.keepOf('s', 'draft', 'words');
  page.keepOf('other', 'draft', 'words');
  page.forgetSession('s');
  expect(kept()).toEqual([
    'tandem.session.other.at',
    'tandem.session.other.draft',
    'tandem.session.s.at',
    'tandem.session.s.note.shared.w',
  ]);
  expect(page.keptOf('s', 'note.shared.')).toEqual([{ name: 'note.shared.w', text: 'unsaved' }]);
});

it('forgets whatever was not written for a day, at the next opening', async () => {
  const DAY = 24 * 60 * 60 * 1000;
  const page = await openPage();
  page.keepOf('s', 'draft', 'words');
  page.keepOf('s', 'note.shared.w', 'unsaved');
  localStorage.setItem('tandem.session.undated.draft', 'words');
  localStorage.setItem('tandem.sound', 'true');
  page.forgetOldSessions(Date.now() + DAY - 1000);
  expect(kept()).toEqual([
    'tandem.session.s.at',
    'tandem.session.s.draft',
    'tandem.session.s.note.shared.w',
    'tandem.sound',
  ]);
  page.forgetOldSessions(Date.now() + DAY + 1000);
  expect(kept()).toEqual(['tandem.sound']);
});
