import type { Page } from '@playwright/test';
import { Csr } from '../actors/csr.js';
import { Customer } from '../actors/customer.js';
import { showOnDisplay } from '../harness/display.js';
import { expect, test } from '../harness/fixtures.js';
import { randomNumber } from '../harness/seven-segment.js';
import { loudness } from '../harness/tones.js';
import { numberIn } from '../harness/video.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

// certificates are verified: an untrusted one is refused
const options = { ignoreHTTPSErrors: false };

test(
  'a customer on another machine trusts the site’s authority, joins by number, and is seen and heard',
  { tag: '@display' },
  async ({ newSite, person, otherMachine }) => {
    test.setTimeout(within(150_000));
    const { network, home, openBrowser } = otherMachine;
    const site = await newSite(network.host);
    const csr = await Csr.signIn(await person({ tone: 440 }), site.origin, site);
    const number = await csr.startSession();

    const stranger = await (await person({ browser: await openBrowser(), options })).newPage();
    await expect(stranger.goto(site.origin)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
    await home.trust(site.origin);

    const browser = await openBrowser();
    const customer = await Customer.join(await person({ browser, tone: 880, options }), site.origin, number);
    expect(await customer.page.evaluate(() => [location.hostname, isSecureContext])).toEqual([network.host, true]);
    await csr.seesCustomer('Park Jihun');

    await viewDesktop(csr, customer);
    const next = randomNumber();
    await showOnDisplay(next);
    await expect.poll(() => numberIn(csr.screen)).toBe(next);

    await csr.press('audio');
    await customer.turnOn('Talk');
    await expect.poll(() => loudness(csr.page, 880), { timeout: within(20_000) }).toBeGreaterThan(-60);
    await expect.poll(() => loudness(customer.page, 440), { timeout: within(20_000) }).toBeGreaterThan(-60);

    await customer.write('from the other machine');
    await expect(csr.message('from the other machine')).toHaveCount(1);
  },
);

/** The transport protocols of a page's media, from the browser's statistics. */
const protocolsOf = (page: Page) =>
  page.evaluate(async () => {
    const found = new Set<string>();
    for (const connection of (window as unknown as { connections: RTCPeerConnection[] }).connections) {
      const stats = await connection.getStats();
      stats.forEach((entry: { type: string; nominated?: boolean; state?: string; localCandidateId?: string }) => {
        const isUsed = entry.type === 'candidate-pair' && entry.nominated && entry.state === 'succeeded';
        if (isUsed) found.add((stats.get(entry.localCandidateId!) as { protocol: string }).protocol);
      });
    }
    return [...found];
  });

test(
  'where UDP is blocked, audio and video use TCP',
  { tag: '@display' },
  async ({ newSite, person, otherMachine }) => {
    test.setTimeout(within(150_000));
    const { network, openBrowser } = otherMachine;
    const site = await newSite(network.host);
    const csr = await Csr.signIn(await person({ tone: 440 }), site.origin, site);
    const number = await csr.startSession();
    await network.blockUdp();
    const context = await person({ browser: await openBrowser(), tone: 880 });
    await context.addInitScript(() => {
      const Original = RTCPeerConnection;
      const connections: RTCPeerConnection[] = [];
      const Kept = function (...args: ConstructorParameters<typeof RTCPeerConnection>) {
        const made = new Original(...args);
        connections.push(made);
        return made;
      };
      Kept.prototype = Original.prototype;
      Object.assign(window, { connections, RTCPeerConnection: Object.assign(Kept, Original) });
    });
    const customer = await Customer.join(context, site.origin, number);
    await csr.seesCustomer('Park Jihun');
    await viewDesktop(csr, customer);
    await customer.turnOn('Talk');
    await expect.poll(() => loudness(csr.page, 880), { timeout: within(20_000) }).toBeGreaterThan(-60);
    expect(await protocolsOf(customer.page)).toEqual(['tcp']);
  },
);
