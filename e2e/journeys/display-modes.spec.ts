import { ApiUser } from '../harness/api.js';
import { SCREEN } from '../harness/display.js';
import { expect, test } from '../harness/fixtures.js';
import { openSourceWindow } from '../harness/source-window.js';
import { colourIn, framesOf } from '../harness/video.js';
import { within } from '../../tools/test/patience.mjs';

const COLOURFUL = 60;
const GREY = 12; // what encoding leaves

test(
  'the display mode of a live screen changes without a question, and survives reloads on both sides and the next share',
  { tag: '@display' },
  async ({ csr, joins }) => {
    test.setTimeout(within(150_000));
    const customer = await joins(await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    const source = await openSourceWindow();
    const width = () => csr.screen.evaluate((video: HTMLVideoElement) => video.videoWidth);
    const colour = () => colourIn(csr.screen);
    const way = (name: string) => csr.page.getByTestId(`way-${name}`);
    const nobodyIsAsked = async () => {
      await expect(customer.consent).toHaveCount(0);
      await expect(customer.strip).toContainText('can see your screen');
    };
    try {
      await source.showFilm();
      await csr.press('requestViewDesktop');
      await customer.allow();
      await customer.pick();
      await expect.poll(width, { timeout: within(20_000) }).toBe(SCREEN.width);
      await csr.openTab('Session');
      await csr.unfoldRail();
      await expect(way('STANDARD')).toBeChecked();
      await expect(way('SAMPLING_GREY')).toHaveCount(0);

      for (const name of ['MOTION', 'BALANCED']) {
        await way(name).check();
        await expect(csr.tool('optionStandard')).toHaveAttribute('aria-pressed', 'true');
        const before = await framesOf(csr.screen);
        await expect.poll(() => framesOf(csr.screen)).toBeGreaterThan(before + 10);
        await expect.poll(colour).toBeGreaterThan(COLOURFUL);
        await nobodyIsAsked();
      }
      await expect.poll(width).toBe(SCREEN.width / 1.5);

      await csr.press('optionSampling');
      await expect(way('SAMPLING')).toBeChecked();
      await expect.poll(width).toBe(SCREEN.width / 2);
      await expect.poll(colour).toBeGreaterThan(COLOURFUL);
      await way('SAMPLING_GREY').check();
      await expect.poll(colour).toBeLessThan(GREY);
      const before = await framesOf(csr.screen);
      await expect.poll(() => framesOf(csr.screen)).toBeGreaterThan(before + 10);
      await nobodyIsAsked();
      await expect(csr.page.getByText('can’t remove the colours')).toHaveCount(0);

      await csr.page.reload();
      await csr.openTab('Session');
      await expect(way('SAMPLING_GREY')).toBeChecked();
      await expect.poll(width, { timeout: within(20_000) }).toBe(SCREEN.width / 2);
      await expect.poll(colour).toBeLessThan(GREY);

      // the share ends with the page that showed it; the next one starts in the same mode
      await customer.page.reload();
      await customer.isInRoom();
      await csr.press('requestViewDesktop');
      await customer.allow();
      await customer.pick();
      await expect.poll(width, { timeout: within(20_000) }).toBe(SCREEN.width / 2);
      await expect.poll(colour).toBeLessThan(GREY);

      await csr.press('optionStandard');
      await expect(way('STANDARD')).toBeChecked();
      await expect.poll(width).toBe(SCREEN.width);
      await expect.poll(colour).toBeGreaterThan(COLOURFUL);
      await nobodyIsAsked();
    } finally {
      await source.close();
    }
  },
);

test(
  'a screen is first shown as the setting says: scaled to the window, or in its own size',
  { tag: '@display' },
  async ({ csr, joins, site }) => {
    test.setTimeout(within(120_000));
    const { page } = csr;
    const owner = new ApiUser(site.origin);
    const { email, password } = site;
    await owner.ask('mutation($i: SignInInput!) { signIn(input: $i) { id } }', { i: { email, password } });
    const widths = () =>
      csr.screen.evaluate((video: HTMLVideoElement) => ({ own: video.videoWidth, shown: video.clientWidth }));
    const look = async () => {
      const customer = await joins(await csr.startSession());
      await csr.seesCustomer('Park Jihun');
      await csr.press('requestViewDesktop');
      await customer.allow();
      await customer.pick();
      await expect.poll(async () => (await widths()).own, { timeout: within(20_000) }).toBe(SCREEN.width);
    };
    try {
      await look();
      await expect(page.getByRole('button', { name: 'Scaled', exact: true })).toHaveAttribute('aria-pressed', 'true');
      expect((await widths()).shown).toBeLessThan(SCREEN.width);
      await site.endSessions();

      await owner.setting('firstView', 'ACTUAL');
      await look();
      await expect(page.getByRole('button', { name: '100 %', exact: true })).toHaveAttribute('aria-pressed', 'true');
      expect((await widths()).shown).toBe(SCREEN.width);
    } finally {
      await owner.setting('firstView', 'FIT');
    }
  },
);
