import { createRequire } from 'node:module';
import { firefox, type Browser, type Page } from '@playwright/test';

/**
 * Playwright controls the installed Firefox by WebDriver BiDi, and sends some commands that the extended support
 * release does not know; without an answer it would not start. They are replaced by a status command.
 */
const UNKNOWN = new Set(['emulation.setMediaFeaturesOverride', 'emulation.setScreenSettingsOverride']);
interface Socket {
  prototype: { send(data: unknown, ...more: unknown[]): void };
}
function replaceUnknown(data: unknown): unknown {
  if (typeof data !== 'string' || !data.includes('"emulation.')) return data;
  const { id, method } = JSON.parse(data) as { id: number; method: string };
  return UNKNOWN.has(method) ? JSON.stringify({ id, method: 'session.status', params: {} }) : data;
}
let isTaught = false;
function teach(): void {
  if (isTaught) return;
  isTaught = true;
  const { ws } = createRequire(import.meta.url)('playwright-core/lib/utilsBundle') as { ws: Socket };
  const { send } = ws.prototype;
  ws.prototype.send = function (data, ...more) {
    send.call(this, replaceUnknown(data), ...more);
  };
}

const EXECUTABLE = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';

/** The installed Firefox. It captures the real X display, and its picker selects the whole screen by itself. */
export function launchFirefox(): Promise<Browser> {
  teach();
  return firefox.launch({
    channel: 'moz-firefox',
    executablePath: EXECUTABLE,
    headless: true,
    firefoxUserPrefs: {
      'media.navigator.permission.disabled': true,
      'media.navigator.streams.fake': true,
      'media.navigator.audio.fake_frequency': FIREFOX_TONE,
      'media.autoplay.default': 0,
    },
  });
}

/**
 * Frequency in hertz of its microphone's tone. Firefox needs its own fake: no audio graph runs in it on a machine
 * without a sound card.
 */
export const FIREFOX_TONE = 1000;

/** Runs in the page before its scripts: keeps the peer connections that `soundIn` reads. */
export function keepConnections(): void {
  const Real = RTCPeerConnection;
  const kept: RTCPeerConnection[] = [];
  Object.assign(window, { kept });
  window.RTCPeerConnection = class extends Real {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      kept.push(this);
    }
  };
}

/** Audio packets that a page receives in a second: about fifty while somebody is heard, a few in silence. */
export const soundIn = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { kept } = window as unknown as { kept: RTCPeerConnection[] };
    async function count(): Promise<number> {
      let packets = 0;
      for (const connection of kept)
        (await connection.getStats()).forEach((stat: { type: string; kind?: string; packetsReceived?: number }) => {
          if (stat.type === 'inbound-rtp' && stat.kind === 'audio') packets += stat.packetsReceived ?? 0;
        });
      return packets;
    }
    const before = await count();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return (await count()) - before;
  });
