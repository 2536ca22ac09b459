// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeStore, settle, type RoomOptions } from '../../test/fake-room';
import { JoinMediaDocument } from '../gql/graphql';
import { toTicketRefusal } from '../model/media-rules';
import { createSessionRoom } from './session-room';

let options: RoomOptions;
vi.mock('@tandem/media', async () => ({
  ...(await vi.importActual<object>('@tandem/media')),
  MediaRoom: class {
    constructor(given: RoomOptions) {
      options = given;
    }
  },
}));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a ticket is requested for this window, and waits while the connection is lost', async () => {
  const { store, mutate, asStore } = fakeStore({ connection: 'lost' });
  createSessionRoom(asStore);
  expect(options.refusal).toBe(toTicketRefusal);
  const got = vi.fn();
  void options.ticket(true).then(got);
  await settle();
  expect(mutate).not.toHaveBeenCalled();
  store.connection = 'live';
  await settle();
  expect(got).toHaveBeenCalledExactlyOnceWith({ url: 'u', token: 't' });
  expect(mutate).toHaveBeenCalledExactlyOnceWith(JoinMediaDocument, {
    input: { sessionId: 's', windowId: expect.any(String) as string, isTakeOver: true },
  });
  await options.ticket(false);
  expect(mutate).toHaveBeenLastCalledWith(JoinMediaDocument, {
    input: { sessionId: 's', windowId: expect.any(String) as string, isTakeOver: false },
  });
});
