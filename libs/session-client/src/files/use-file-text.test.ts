// @vitest-environment node
import { TandemError } from '@tandem/client';
import { expect, it, vi } from 'vitest';
import type { SessionFile } from '../model/types';
import { useFileText } from './use-file-text';
import type { FileEntry } from './use-files';
import type { Transfer } from './use-transfers';

vi.mock('vue-i18n', () => ({
  useI18n: () => ({
    t: (key: string, params: object = {}) => [key, ...Object.values(params).map(String)].join(' '),
    locale: { value: 'en' },
  }),
}));
const text = useFileText();
const fileOf = (more: object) => ({ received: 0, size: 200, sender: { name: 'Kim' }, ...more }) as SessionFile;
const transferOf = (more: object) =>
  ({ sent: 50, size: 200, bytesPerSecond: 2048, secondsLeft: 65, error: null, ...more }) as Transfer;
const entryOf = (file: object | null, transfer: object | null = null, more: Partial<FileEntry> = {}): FileEntry => ({
  ...{ key: 'k', file: file && fileOf(file), transfer: transfer && transferOf(transfer) },
  ...{ isOwn: false, isCut: false, isPaused: false, downloadedBy: [], ...more },
});

it.each([
  ['a published file', entryOf({ state: 'PUBLISHED' }), ''],
  ['a refused file', entryOf({ state: 'REFUSED', refusal: 'VIRUS' }), 'files.state.refused fileRefusal.VIRUS'],
  ['a refused file without a reason', entryOf({ state: 'REFUSED' }), 'files.state.refused fileRefusal.DAMAGED'],
  ['a withdrawn file', entryOf({ state: 'WITHDRAWN' }, { state: 'sending' }), 'files.state.withdrawn'],
  ['an expired file', entryOf({ state: 'EXPIRED' }), 'files.state.expired'],
  ['a checked file', entryOf({ state: 'CHECKING' }), 'files.state.checking'],
  ['a quarantined file', entryOf({ state: 'CHECKING', isHeld: true }), 'files.state.held'],
  ['a file that arrives', entryOf({ state: 'UPLOADING' }), 'files.state.coming'],
  ['an interrupted one', entryOf({ state: 'UPLOADING', received: 51 }, null, { isCut: true }), 'files.state.cut 25'],
  [
    'a paused one',
    entryOf({ state: 'UPLOADING' }, null, { isCut: true, isPaused: true }),
    'files.state.pausedBefore 0',
  ],
  ['a new upload', entryOf(null, { state: 'sending', bytesPerSecond: null }), 'files.state.starting'],
  ['a running upload', entryOf(null, { state: 'sending' }), 'files.state.sending 25 2 kB 1:05'],
  ['a complete upload', entryOf(null, { state: 'sent' }), 'files.state.checking 25'],
  ['a waiting upload', entryOf(null, { state: 'waiting' }), 'files.state.waiting 25'],
  ['a failed upload', entryOf(null, { state: 'failed', error: new TandemError('FILE_GONE') }), 'errors.FILE_GONE'],
  ['a changed upload', entryOf(null, { state: 'changed' }), ''],
  [
    'an upload that was refused',
    entryOf(null, { state: 'failed', error: new TandemError('FILE_REFUSED', { reason: 'TYPE' }) }),
    'files.state.refused fileRefusal.TYPE',
  ],
])('%s has its state', (_what, entry, state) => expect(text.state(entry)).toBe(state));

it('the part that is there is counted in whole percent, by this page if it sends the file', () => {
  expect(text.percentOf(entryOf({ received: 199 }))).toBe(99);
  expect(text.percentOf(entryOf({ received: 199 }, { sent: 3 }))).toBe(1);
  expect(text.percentOf(entryOf(null))).toBe(0);
});

it.each([
  [entryOf({ category: 'IMAGES' }), 'files.from Kim · files.category.IMAGES · 200 bytes'],
  [entryOf({ kind: 'SCREENSHOT', category: 'IMAGES' }), 'files.from Kim · files.screenshot · 200 bytes'],
  [entryOf({}), 'files.from Kim · 200 bytes'],
  [entryOf(null, { kind: 'FILE' }, { isOwn: true }), 'files.fromMe · 200 bytes'],
  [entryOf(null, { kind: 'SCREENSHOT' }, { isOwn: true }), 'files.fromMe · files.screenshot · 200 bytes'],
])('sender, type and size %#', (entry, facts) => expect(text.facts(entry)).toBe(facts));
