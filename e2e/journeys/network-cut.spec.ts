import type { Page } from '@playwright/test';
import { Csr } from '../actors/csr.js';
import { Customer } from '../actors/customer.js';
import { showOnDisplay } from '../harness/display.js';
import { expect, test } from '../harness/fixtures.js';
import { randomNumber } from '../harness/seven-segment.js';
import { loudness } from '../harness/tones.js';
import { numberIn } from '../harness/video.js';
import { within } from '../../tools/test/patience.mjs';

/** A person is informed within this time. */
const SAID_WITHIN = within(10_000);
/** The promise is 3 s, and 1 to 2 s are needed; here one machine encodes and decodes for both sides and may be busy. */
const BACK_WITHIN = within(8_000);

const WAYS = [
  { way: 'cut', seconds: 60, title: 'a minute without network', words: 'Tandem isn’t answering' },
  { way: 'unplug', seconds: 20, title: 'a cable that is pulled', words: 'This device is offline' },
] as const;

const conversation = (page: Page): Promise<string[]> => page.locator('.chat-text').allInnerTexts();

for (const { way, seconds, title, words } of WAYS)
  test(
    `${title} is shown on both sides, loses nothing, and everything reconnects by itself`,
    { tag: '@display' },
    async ({ newSite, person, otherMachine: { network, home, openBrowser } }) => {
      test.setTimeout(within(240_000));
      const site = await newSite(network.host);
      const csr = await Csr.signIn(await person({ tone: 440 }), site.origin, site);
      const number = await csr.startSession();
      await home.trust(site.origin);
      const profile = await person({ browser: await openBrowser(), tone: 880, options: { ignoreHTTPSErrors: false } });
      const customer = await Customer.join(profile, site.origin, number);
      await csr.seesCustomer('Park Jihun');
      await csr.write('before');
      await expect(customer.message('before')).toHaveCount(1);
      await csr.press('audio');
      await customer.turnOn('Talk');
      const [first, second] = [randomNumber(), randomNumber()];
      await showOnDisplay(first);
      await csr.press('requestViewDesktop');
      await customer.allow();
      await customer.pick();
      await expect.poll(() => numberIn(csr.screen), { timeout: within(15_000) }).toBe(first);
      await expect.poll(() => loudness(csr.page, 880), { timeout: within(20_000) }).toBeGreaterThan(-60);
      await expect.poll(() => loudness(customer.page, 440), { timeout: within(20_000) }).toBeGreaterThan(-60);

      await network[way]();
      const lostAt = Date.now();
      const [soon, back] = [{ timeout: SAID_WITHIN }, { timeout: BACK_WITHIN }];
      await Promise.all([
        expect(customer.notice).toContainText(words, soon),
        expect(customer.notice).toContainText('your messages are saved', soon),
        expect(csr.notice).toContainText('Park Jihun lost the connection', soon),
        expect(csr.page.getByTestId('still')).toHaveText(/frozen/, soon),
      ]);
      await showOnDisplay(second);
      expect(await numberIn(csr.screen)).toBe(first);
      await customer.write('customer 1');
      await csr.write('CSR 1');
      await customer.write('customer 2');
      await csr.write('CSR 2');
      await expect(csr.message('CSR 2')).toHaveCount(1);
      await expect(customer.message('customer 2')).toHaveCount(1);
      await customer.page.waitForTimeout(seconds * 1000 - (Date.now() - lostAt));
      await expect(customer.message('CSR 1')).toHaveCount(0);

      await network.restore();
      await Promise.all([
        expect(customer.notice).toHaveCount(0, back),
        expect(csr.notice).toHaveCount(0, back),
        expect.poll(() => numberIn(csr.screen), back).toBe(second),
        expect(csr.message('customer 2')).toHaveCount(1, back),
        expect(customer.message('CSR 2')).toHaveCount(1, back),
      ]);
      await expect.poll(() => loudness(csr.page, 880)).toBeGreaterThan(-60);
      await expect.poll(() => loudness(customer.page, 440)).toBeGreaterThan(-60);
      await expect(customer.strip).toContainText('can see your screen');

      const said = await conversation(csr.page);
      expect(await conversation(customer.page)).toEqual(said);
      expect(said.filter((text) => text.startsWith('CSR'))).toEqual(['CSR 1', 'CSR 2']);
      expect(said.filter((text) => text.startsWith('customer'))).toEqual(['customer 1', 'customer 2']);
      expect(said).toHaveLength(5);

      await csr.end();
      const timeline = csr.page.getByTestId('timeline');
      await expect(timeline).toContainText('Park Jihun lost the connection');
      await expect(timeline).toContainText(/Park Jihun reconnected after \d+ s/);
      const kinds = await timeline.locator('li').evaluateAll((all) => all.map(({ dataset }) => dataset.kind));
      // nothing ended before the CSR ended the session
      const course = ['ShareStarted', 'ParticipantDisconnected', 'ParticipantReconnected', 'SessionEnded'];
      expect(kinds.filter((kind) => /Share(?:Started|Stopped)|Left$|nnected$|Ended$/.test(kind ?? ''))).toEqual(course);
    },
  );
