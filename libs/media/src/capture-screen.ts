export type CapturedSurface = 'MONITOR' | 'WINDOW' | 'BROWSER_TAB' | 'UNKNOWN';
export type CaptureFailure = 'PICKER_CANCELLED' | 'PERMISSION_DENIED_BY_SYSTEM' | 'CAPTURE_FAILED';

export class CaptureError extends Error {
  constructor(readonly reason: CaptureFailure) {
    super(reason);
  }
}

const SURFACES: Record<string, CapturedSurface> = { monitor: 'MONITOR', window: 'WINDOW', browser: 'BROWSER_TAB' };

/**
 * Opens the browser's screen picker; must be called from a click or key handler. The browser reports what was chosen.
 * @throws CaptureError
 */
export async function captureScreen(
  target: 'DESKTOP' | 'APPLICATION',
): Promise<{ stream: MediaStream; surface: CapturedSurface }> {
  const options = {
    video: {
      displaySurface: target === 'DESKTOP' ? 'monitor' : 'window',
      frameRate: { ideal: 30, max: 30 },
      width: { max: 3840 },
      height: { max: 2160 },
    },
    audio: false,
    // options of some browsers; the others ignore them
    monitorTypeSurfaces: 'include',
    surfaceSwitching: 'exclude',
    selfBrowserSurface: 'exclude',
    systemAudio: 'exclude',
  };
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia(options);
    const surface = stream.getVideoTracks()[0]?.getSettings().displaySurface;
    return { stream, surface: SURFACES[surface ?? ''] ?? 'UNKNOWN' };
  } catch (error) {
    throw new CaptureError(reasonOf(error as DOMException));
  }
}

/** The same error means a cancelled picker or a refusal by the system, which says so in its message. */
function reasonOf({ name, message }: DOMException): CaptureFailure {
  if (name === 'NotAllowedError') return /system/i.test(message) ? 'PERMISSION_DENIED_BY_SYSTEM' : 'PICKER_CANCELLED';
  return name === 'AbortError' ? 'PICKER_CANCELLED' : 'CAPTURE_FAILED';
}
