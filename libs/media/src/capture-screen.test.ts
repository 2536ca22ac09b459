// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CaptureError, captureScreen } from './capture-screen';

afterEach(() => vi.unstubAllGlobals());
const picker = vi.fn();
function choose(answer: () => Promise<unknown>) {
  picker.mockReset().mockImplementation(answer);
  vi.stubGlobal('navigator', { mediaDevices: { getDisplayMedia: picker } });
}
const streamOf = (displaySurface?: string) => ({ getVideoTracks: () => [{ getSettings: () => ({ displaySurface }) }] });

describe('the picker', () => {
  it.each([
    ['monitor', 'MONITOR'],
    ['window', 'WINDOW'],
    ['browser', 'BROWSER_TAB'],
    ['application', 'UNKNOWN'],
    [undefined, 'UNKNOWN'],
  ])('was answered with %s: %s', async (chosen, surface) => {
    const stream = streamOf(chosen);
    choose(() => Promise.resolve(stream));
    expect(await captureScreen('DESKTOP')).toEqual({ stream, surface });
  });

  it('that returns no video is an unknown failure', async () => {
    choose(() => Promise.resolve({ getVideoTracks: () => [] }));
    expect((await captureScreen('DESKTOP')).surface).toBe('UNKNOWN');
  });

  it.each([
    ['DESKTOP', 'monitor'],
    ['APPLICATION', 'window'],
  ] as const)('for a %s offers a %s first, never sound nor this page', async (target, displaySurface) => {
    choose(() => Promise.resolve(streamOf()));
    await captureScreen(target);
    expect(picker).toHaveBeenCalledExactlyOnceWith({
      video: { displaySurface, frameRate: { ideal: 30, max: 30 }, width: { max: 3840 }, height: { max: 2160 } },
      audio: false,
      monitorTypeSurfaces: 'include',
      surfaceSwitching: 'exclude',
      selfBrowserSurface: 'exclude',
      systemAudio: 'exclude',
    });
  });

  it.each([
    ['NotAllowedError', 'Permission denied', 'PICKER_CANCELLED'],
    ['NotAllowedError', 'Permission denied by system', 'PERMISSION_DENIED_BY_SYSTEM'],
    ['NotAllowedError', 'Denied by the System', 'PERMISSION_DENIED_BY_SYSTEM'],
    ['AbortError', 'system', 'PICKER_CANCELLED'],
    ['NotReadableError', 'system', 'CAPTURE_FAILED'],
  ])('that fails with %s (%s) is %s', async (name, message, reason) => {
    choose(() => Promise.reject(new DOMException(message, name)));
    const failure = await captureScreen('DESKTOP').catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(CaptureError);
    expect(failure).toMatchObject({ reason, message: reason });
  });
});
