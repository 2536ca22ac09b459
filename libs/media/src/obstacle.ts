/** Why this page can't use media at all: its address is not secure (HTTPS), or the browser has no WebRTC. */
export type MediaObstacle = 'INSECURE' | 'NO_WEBRTC';

export function mediaObstacle(): MediaObstacle | null {
  if (typeof RTCPeerConnection !== 'function') return 'NO_WEBRTC';
  return globalThis.isSecureContext === false ? 'INSECURE' : null;
}
