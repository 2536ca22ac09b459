// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserTimeZone, detectDevice, isFirefox } from './detect-device';

interface Browser {
  agent?: string;
  touches?: number;
  isMobile?: boolean;
  language?: string;
  lacks?: string[];
}
const can = () => Promise.resolve();
function detect({ agent = '', touches = 0, isMobile, language = 'ko-KR', lacks = [] }: Browser) {
  const devices = { getDisplayMedia: can, getUserMedia: can };
  const having = Object.fromEntries(Object.entries(devices).filter(([name]) => !lacks.includes(name)));
  vi.stubGlobal('navigator', {
    ...{ userAgent: agent, maxTouchPoints: touches, language },
    mediaDevices: lacks.includes('mediaDevices') ? undefined : having,
    userAgentData: isMobile === undefined ? undefined : { mobile: isMobile },
  });
  return detectDevice();
}
beforeEach(() => {
  vi.stubGlobal('window', {});
  vi.stubGlobal('RTCPeerConnection', class {});
});
afterEach(() => vi.unstubAllGlobals());

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 15; SM-S921N) AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('the customer’s device', () => {
  it.each([
    [`${WINDOWS} Chrome/142.0.0.0 Safari/537.36`, 'DESKTOP', 'Chrome 142', 'Windows'],
    [`${WINDOWS} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, 'DESKTOP', 'Edge 142', 'Windows'],
    [`${WINDOWS} Chrome/49.0 Safari/537.36 Edge/18.1`, 'DESKTOP', 'Edge 18', 'Windows'],
    [`${WINDOWS} Chrome/140.0.0.0 Whale/4.33.325 Safari/537.36`, 'DESKTOP', 'Whale 4', 'Windows'],
    [`${WINDOWS} Chrome/140.0.0.0 Safari/537.36 OPR/124.0`, 'DESKTOP', 'Opera 124', 'Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'DESKTOP', 'Firefox 145', 'Linux'],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/142.0 Safari/537.36', 'DESKTOP', 'Chrome 142', 'ChromeOS'],
    [`${MAC} Version/18.1 Safari/605.1.15`, 'DESKTOP', 'Safari 18', 'macOS'],
    [`${ANDROID} Chrome/142.0.0.0 Mobile Safari/537.36`, 'PHONE', 'Chrome 142', 'Android'],
    [`${ANDROID} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`, 'PHONE', 'Samsung Internet 28', 'Android'],
    [`${ANDROID} Chrome/142.0.0.0 Mobile Safari/537.36 EdgA/142.0`, 'PHONE', 'Edge 142', 'Android'],
    ['Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0', 'PHONE', 'Firefox 145', 'Android'],
    [`${ANDROID} Chrome/142.0.0.0 Safari/537.36`, 'TABLET', 'Chrome 142', 'Android'],
    ['Mozilla/5.0 (Android 15; Tablet; rv:145.0) Gecko/145.0 Firefox/145.0', 'TABLET', 'Firefox 145', 'Android'],
    [`${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1`, 'PHONE', 'Safari 18', 'iOS'],
    [`${IPHONE} CriOS/142.0 Mobile/15E148 Safari/604.1`, 'PHONE', 'Chrome 142', 'iOS'],
    [`${IPHONE} FxiOS/145.0 Mobile/15E148 Safari/605.1.15`, 'PHONE', 'Firefox 145', 'iOS'],
    [`${IPHONE} EdgiOS/142.0 Version/18.0 Mobile/15E148 Safari/604.1`, 'PHONE', 'Edge 142', 'iOS'],
    [
      'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) Version/12.1 Mobile/15E148 Safari/604.1',
      'TABLET',
      'Safari 12',
      'iOS',
    ],
    ['Something else', 'DESKTOP', '?', '?'],
  ])('of %s', (agent, kind, browser, system) => {
    expect(detect({ agent })).toMatchObject({ kind, browser, system });
  });

  it('is a tablet where a Mac is touched, as an iPad tells of itself', () => {
    const agent = `${MAC} Version/18.1 Safari/605.1.15`;
    expect(detect({ agent, touches: 5 }).kind).toBe('TABLET');
    expect(detect({ agent, touches: 1 }).kind).toBe('DESKTOP');
    expect(detect({ agent: WINDOWS, touches: 5 }).kind).toBe('DESKTOP');
  });

  it('is a phone where the browser says so itself, and none where it says it is none', () => {
    expect(detect({ agent: 'unknown', isMobile: true }).kind).toBe('PHONE');
    expect(detect({ agent: `${ANDROID} Mobile`, isMobile: false }).kind).toBe('DESKTOP');
  });

  it('reports its language and its time zone', () => {
    const { language, timeZone } = detect({ language: 'ko-KR' });
    expect([language, timeZone]).toEqual(['ko-KR', browserTimeZone()]);
    expect(detect({ language: `en-${'x-'.repeat(60)}` }).language?.length).toBeLessThanOrEqual(40);
  });
});

describe('what the device can do', () => {
  const DESKTOP = `${WINDOWS} Chrome/142.0.0.0`;
  it('is all of it on a computer whose browser lacks nothing', () => {
    expect(detect({ agent: DESKTOP })).toMatchObject({ canShareScreen: true, hasCamera: true, hasMedia: true });
  });

  it('is not what the browser lacks', () => {
    const show = (lacks: string[]) => {
      const { canShareScreen, hasCamera } = detect({ agent: DESKTOP, lacks });
      return [canShareScreen, hasCamera];
    };
    expect(show(['getDisplayMedia'])).toEqual([false, true]);
    expect(show(['getUserMedia'])).toEqual([true, false]);
    expect(show(['mediaDevices'])).toEqual([false, false]);
  });

  it('is no screen on a phone, which has a camera', () => {
    expect(detect({ agent: `${ANDROID} Mobile` })).toMatchObject({ canShareScreen: false, hasCamera: true });
  });

  it('is to watch, without HTTPS', () => {
    vi.stubGlobal('isSecureContext', false);
    expect(detect({ agent: DESKTOP })).toMatchObject({ canShareScreen: false, hasCamera: false, hasMedia: true });
  });

  it('is nothing without WebRTC', () => {
    vi.stubGlobal('RTCPeerConnection', undefined);
    expect(detect({ agent: DESKTOP })).toMatchObject({ canShareScreen: false, hasCamera: false, hasMedia: false });
  });

  it('is a screen without colours where the browser can take them out', () => {
    expect(detect({}).canSendGrey).toBe(false);
    vi.stubGlobal('window', { MediaStreamTrackProcessor: class {}, MediaStreamTrackGenerator: class {} });
    expect(detect({}).canSendGrey).toBe(true);
  });
});

it('Firefox is known under both of its names', () => {
  expect(isFirefox(`${IPHONE} FxiOS/145.0`)).toBe(true);
  expect(isFirefox('Gecko/20100101 Firefox/145.0')).toBe(true);
  expect(isFirefox(`${WINDOWS} Chrome/142.0`)).toBe(false);
});
