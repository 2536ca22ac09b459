// @vitest-environment node
import { afterEach, expect, it, vi } from 'vitest';
import { mediaObstacle } from './obstacle';

afterEach(() => vi.unstubAllGlobals());

it.each([
  [true, true, null],
  [true, undefined, null],
  [true, false, 'INSECURE'],
  [false, true, 'NO_WEBRTC'],
  [false, false, 'NO_WEBRTC'],
])('with WebRTC %s on a secure page %s: %s', (canRtc, isSecure, obstacle) => {
  vi.stubGlobal('RTCPeerConnection', canRtc ? class {} : undefined);
  vi.stubGlobal('isSecureContext', isSecure);
  expect(mediaObstacle()).toBe(obstacle);
});
