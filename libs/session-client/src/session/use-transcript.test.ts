import { TandemError, type TandemClient } from '@tandem/client';
import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserTimeZone } from '../browser/detect-device';
import {
  ChatTranscriptDocument,
  CreateInvitationLinkDocument,
  InviteByEmailDocument,
  RetryInvitationDocument,
} from '../gql/graphql';
import { createTexts } from '../texts';
import { en } from '../texts/en';
import { useEventText } from './use-event-text';
import { useInvitations } from './use-invitations';
import type { SessionStore } from './use-session';
import { useTranscript } from './use-transcript';

/** What a composable returns in a page that is read in English. */
function inPage<T>(use: () => T): T {
  let made: T;
  const setup = () => {
    made = use();
    return () => null;
  };
  mount({ setup }, { global: { plugins: [createTexts('en', { ko: {}, en: {} })] } });
  return made!;
}

describe('the conversation as a file', () => {
  const saved: { name: string; url: string; isGone: boolean }[] = [];
  const blobs: Blob[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    saved.length = blobs.length = 0;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${blobs.push(blob as Blob)}`);
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) =>
      saved.filter((each) => each.url === url).forEach((each) => (each.isGone = true)),
    );
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, url: this.href, isGone: false });
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  const FILE = { fileName: 'chat.html', mediaType: 'text/html', body: '<p>안녕</p>' };
  function page() {
    const query = vi.fn((_document: unknown, _variables: object) => Promise.resolve({ chatTranscript: FILE }));
    return { query, file: inPage(() => useTranscript({ query } as unknown as TandemClient, 's')) };
  }

  it('is written by the server in the language of the page, and saved under its name', async () => {
    const { query, file } = page();
    await file.save('TEXT');
    const input = { sessionId: 's', format: 'TEXT', locale: 'en', timeZone: browserTimeZone() };
    expect(query).toHaveBeenCalledExactlyOnceWith(ChatTranscriptDocument, { input });
    expect(saved).toEqual([{ name: 'chat.html', url: 'blob:1', isGone: false }]);
    expect([blobs[0]!.type, await blobs[0]!.text()]).toEqual(['text/html', '<p>안녕</p>']);
    expect([file.isBusy, file.error]).toEqual([false, null]);
    vi.advanceTimersByTime(60_000); // the browser has saved it by then
    expect(saved[0]!.isGone).toBe(true);
  });

  it('is asked for once at a time', async () => {
    const { query, file } = page();
    const first = file.save('TEXT');
    expect(file.isBusy).toBe(true);
    await file.save('TEXT');
    await first;
    expect([query.mock.calls.length, saved.length]).toEqual([1, 1]);
  });

  it.each([
    [new TandemError('TOO_MANY_REQUESTS'), 'TOO_MANY_REQUESTS'],
    [new TypeError('line'), 'UNAVAILABLE'],
  ])('says why it could not be had (%s), until the next attempt', async (cause, code) => {
    const { query, file } = page();
    query.mockRejectedValueOnce(cause);
    await file.save('TEXT');
    expect([file.error?.code, file.isBusy, saved.length]).toEqual([code, false, 0]);
    const again = file.save('TEXT');
    expect(file.error).toBeNull();
    await again;
    expect(saved).toHaveLength(1);
  });
});

describe('an invitation', () => {
  function page() {
    const mutate = vi.fn((document: unknown, _variables: object) =>
      Promise.resolve({
        ...(document === InviteByEmailDocument && { inviteByEmail: 'mailed' }),
        ...(document === CreateInvitationLinkDocument && { createInvitationLink: 'link' }),
        ...(document === RetryInvitationDocument && { retryInvitation: 'again' }),
      }),
    );
    const store = { id: 's', client: { mutate }, invitations: [{ id: 'i' }] };
    return { mutate, invitations: useInvitations(store as unknown as SessionStore) };
  }

  it('goes by mail, as a link, and again', async () => {
    const { mutate, invitations } = page();
    expect(invitations.list).toEqual([{ id: 'i' }]);
    const person = { email: 'park@example.org', name: 'Park', locale: 'KO' } as never as Parameters<
      typeof invitations.byEmail
    >[0];
    expect(await invitations.byEmail(person)).toBe('mailed');
    expect(await invitations.byLink(person.locale)).toBe('link');
    expect(await invitations.retry('i')).toBe('again');
    expect(mutate.mock.calls.map(([, variables]) => variables)).toEqual([
      { input: { ...person, sessionId: 's' } },
      { input: { sessionId: 's', locale: 'KO' } },
      { id: 'i' },
    ]);
  });
});

it('an event is a sentence, whose own words are in the language of the page too', () => {
  const text = { key: 'events.ShareStarting', params: { publisher: 'Park' }, keyed: { surface: 'surface.WINDOW' } };
  const sentence = en.events.ShareStarting.replace('{publisher}', 'Park').replace('{surface}', en.surface.WINDOW);
  expect(inPage(useEventText)(text)).toBe(sentence);
});
