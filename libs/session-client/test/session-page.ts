import { TandemError, type TandemClient } from '@tandem/client';
import { expect, vi } from 'vitest';
import type { EffectScope } from 'vue';
import { NextSessionEventsDocument, SessionAbilitiesDocument, SessionSnapshotDocument } from '../src/gql/graphql';
import { useSession } from '../src/session/use-session';

export const PERSON = { id: 'me', role: 'GUEST_EXPERT', state: 'SEATED' };
const LISTS = { peopleEvents: [], messages: [], shares: [], grants: [], invitations: [], files: [], abilities: [] };
export const SNAPSHOT = { id: 's', state: 'ACTIVE', lastSeq: 3, mySeat: PERSON, participants: [PERSON], ...LISTS };
export const CUSTOMER = { id: 'c', name: 'Park', role: 'PRIMARY_CUSTOMER', state: 'SEATED' };

/** A page of a session, with the server's answers and its event stream. */
export async function sessionPage(scope: EffectScope, snapshot: object = {}) {
  const answers = {
    snapshot: (): Promise<unknown> => Promise.resolve({ session: { ...SNAPSHOT, consentRequests: [], ...snapshot } }),
    abilities: [{ act: 'endSession', isAllowed: true, reason: null }] as object[],
    isAway: false,
  };
  const stream = {
    tell: (_: object) => {},
    cut: (_: Error) => {},
    live: () => {},
    after: -1,
    opened: 0,
    isOver: () => true,
  };
  const asked = { snapshots: 0, abilities: 0 };
  const query = vi.fn((document: unknown, variables: object) => {
    if (document === SessionSnapshotDocument) {
      expect(variables).toEqual({ id: 's' });
      asked.snapshots++;
      return answers.snapshot();
    }
    if (document === NextSessionEventsDocument) return Promise.reject(new TandemError('UNAVAILABLE'));
    expect(document).toBe(SessionAbilitiesDocument);
    expect(variables).toEqual({ id: 's' });
    asked.abilities++;
    if (answers.isAway) return Promise.reject(new TandemError('UNAVAILABLE'));
    return Promise.resolve({ session: { abilities: answers.abilities } });
  });
  const subscribe = (
    _document: unknown,
    { after }: { after: number },
    on: { onLive(): void; onData(data: object): void; signal: AbortSignal },
  ) =>
    new Promise((_resolve, reject) => {
      stream.after = after;
      stream.opened++;
      stream.tell = (event) => on.onData({ sessionEvents: event });
      stream.cut = reject;
      stream.live = on.onLive;
      stream.isOver = () => on.signal.aborted;
    });
  const store = scope.run(() => useSession('s', { query, subscribe } as unknown as TandemClient))!;
  await vi.advanceTimersByTimeAsync(0);
  const happen = (seq: number, __typename: string, fields: object = {}) =>
    stream.tell({ seq, __typename, at: 'now', changesAbilities: false, ...fields });
  return { store, answers, stream, asked, happen };
}
