// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Room } from 'livekit-client';
import { untilAllowed } from './until-allowed';

const LIBRARY = {
  RoomEvent: { ParticipantPermissionsChanged: 'permissions', Disconnected: 'disconnected' },
  Track: { sourceToProto: (source: string) => `proto ${source}` },
} as unknown as Parameters<typeof untilAllowed>[2];

/** A room that reports what this participant may publish. */
class Words {
  permissions: { canPublishSources: string[] } | undefined = undefined;
  readonly heard: [string, () => void][] = [];
  get localParticipant() {
    return { permissions: this.permissions };
  }
  on(name: string, listener: () => void) {
    this.heard.push([name, listener]);
    return this;
  }
  off(name: string, listener: () => void) {
    this.heard.splice(
      this.heard.findIndex((each) => each[0] === name && each[1] === listener),
      1,
    );
    return this;
  }
  say(name: string, ...sources: string[]) {
    this.permissions = { canPublishSources: sources.map((source) => `proto ${source}`) };
    for (const [heard, listener] of [...this.heard]) if (heard === name) listener();
  }
}
let room: Words;
let outcome: string | null;
beforeEach(() => {
  vi.useFakeTimers();
  room = new Words();
  outcome = null;
});
afterEach(() => vi.useRealTimers());
async function wait(): Promise<void> {
  untilAllowed(room as unknown as Room, 'screen_share' as never, LIBRARY).then(
    () => (outcome = 'allowed'),
    (cause: Error) => (outcome = cause.message),
  );
  await vi.advanceTimersByTimeAsync(0);
}
const NOT_ALLOWED = 'the server does not allow to publish screen_share';

describe('the right to publish', () => {
  it('that is there already is not waited for', async () => {
    room.permissions = { canPublishSources: ['proto camera', 'proto screen_share'] };
    await wait();
    expect([outcome, room.heard]).toEqual(['allowed', []]);
  });

  it('comes with the message that names it, and the listeners are removed', async () => {
    await wait();
    room.say('permissions', 'camera');
    await vi.advanceTimersByTimeAsync(0);
    expect(outcome).toBeNull();
    room.say('permissions', 'camera', 'screen_share');
    await vi.advanceTimersByTimeAsync(0);
    expect(outcome).toBe('allowed');
    expect([room.heard, vi.getTimerCount()]).toEqual([[], 0]);
  });

  it('is given up after five seconds', async () => {
    await wait();
    await vi.advanceTimersByTimeAsync(4999);
    expect(outcome).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect([outcome, room.heard]).toEqual([NOT_ALLOWED, []]);
  });

  it('is given up when the connection is lost', async () => {
    await wait();
    room.say('disconnected');
    await vi.advanceTimersByTimeAsync(0);
    expect([outcome, room.heard, vi.getTimerCount()]).toEqual([NOT_ALLOWED, [], 0]);
  });
});
