import { afterEach, expect, it, vi } from 'vitest';
import { canSendGrey } from './grey-screen';

afterEach(() => vi.unstubAllGlobals());

it.each([
  [true, true, true],
  [true, false, false],
  [false, true, false],
])('a browser with a reader (%s) and a writer (%s) of pictures can take the colours out: %s', (reads, writes, can) => {
  vi.stubGlobal('MediaStreamTrackProcessor', reads ? class {} : undefined);
  vi.stubGlobal('MediaStreamTrackGenerator', writes ? class {} : undefined);
  expect(canSendGrey()).toBe(can);
});
