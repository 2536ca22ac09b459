import { knownLanguage, knownTimeZone } from '@tandem/domain';
import { canSendGrey, mediaObstacle } from '@tandem/media';
import type { DeviceInput } from '../gql/graphql';

interface BrandedNavigator {
  userAgentData?: { brands: { brand: string; version: string }[]; platform: string; mobile: boolean };
}

const BROWSERS: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\/(\d+)/, 'Edge'],
  [/Whale\/(\d+)/, 'Whale'],
  [/SamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/OPR\/(\d+)/, 'Opera'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+)(?=\D.*Safari)/, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** The user's time zone; some browsers report none, or an unknown one. */
export const browserTimeZone = (): string => knownTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Firefox names some settings differently. */
export const isFirefox = (agent = navigator.userAgent): boolean => /(?:Firefox|FxiOS)\//.test(agent);

/** The customer's device as the CSR sees it, as far as the browser reports it. */
export function detectDevice(agent = navigator.userAgent): DeviceInput {
  const brands = (navigator as BrandedNavigator).userAgentData;
  const isTablet =
    /iPad|Tablet/.test(agent) ||
    (/Android/.test(agent) && !/Mobile/.test(agent)) ||
    (/Mac OS X/.test(agent) && navigator.maxTouchPoints > 1);
  const isPhone = !isTablet && (brands?.mobile ?? /iPhone|Android.*Mobile|Mobile.*Firefox/.test(agent));
  const browser = BROWSERS.map(([pattern, name]) => ({ name, version: pattern.exec(agent)?.[1] })).find(
    ({ version }) => version,
  );
  const canSend = mediaObstacle() === null;
  return {
    kind: isPhone ? 'PHONE' : isTablet ? 'TABLET' : 'DESKTOP',
    browser: browser ? `${browser.name} ${browser.version}` : '?',
    system: SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1] ?? '?',
    language: knownLanguage(navigator.language).slice(0, 40),
    timeZone: browserTimeZone(),
    canShareScreen: !isPhone && canSend && typeof navigator.mediaDevices?.getDisplayMedia === 'function',
    hasCamera: canSend && typeof navigator.mediaDevices?.getUserMedia === 'function',
    canSendGrey: canSendGrey(),
    hasMedia: mediaObstacle() !== 'NO_WEBRTC',
  };
}
