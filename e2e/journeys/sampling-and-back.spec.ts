import { SCREEN } from '../harness/display.js';
import { expect, test } from '../harness/fixtures.js';
import { grabFrame, grabSource } from '../harness/grab.js';
import { openSourceWindow } from '../harness/source-window.js';
import { ssim } from '../harness/ssim.js';
import { framesOf } from '../harness/video.js';
import { within } from '../../tools/test/patience.mjs';

const VIDEO = 'video[data-testid=screen]';

test(
  'screen sampling takes far fewer bytes of the same live screen, and the standard mode is sharp again',
  { tag: '@display' },
  async ({ csr, joins }) => {
    test.setTimeout(within(240_000));
    const customer = await joins(await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    const source = await openSourceWindow();
    const sharpness = async () =>
      ssim(await grabFrame(csr.page, VIDEO, SCREEN), await grabSource(source), SCREEN.width);
    const width = () => csr.screen.evaluate((video: HTMLVideoElement) => video.videoWidth);
    /** The console's figure, once it covers these changes alone and the estimate of the bandwidth is stable. */
    async function bytesWhileChanging(): Promise<number[]> {
      const stop = source.keepChanging();
      const figures: number[] = [];
      const isGrowing = () => figures.length < 4 || figures.at(-1)! > figures.at(-2)! * 1.1;
      await csr.page.waitForTimeout(4000);
      while (figures.length < 15 && isGrowing()) {
        await csr.page.waitForTimeout(2000);
        figures.push(Number(await csr.page.getByTestId('flow').getAttribute('data-bytes-per-second')));
      }
      await stop();
      return figures;
    }
    async function choose(option: 'optionStandard' | 'optionSampling', wanted: number): Promise<void> {
      if ((await csr.tool(option).getAttribute('aria-pressed')) !== 'true') await csr.press(option);
      await expect(csr.tool(option)).toHaveAttribute('aria-pressed', 'true');
      await expect.poll(width, { timeout: within(15_000) }).toBe(wanted);
    }
    try {
      await source.showText(1);
      await csr.press('requestViewDesktop');
      await customer.allow();
      await customer.pick();
      await expect.poll(width, { timeout: within(20_000) }).toBe(SCREEN.width);
      await expect.poll(sharpness, { timeout: within(20_000) }).toBeGreaterThan(0.97);
      await csr.openTab('Session');
      await expect(csr.tool('optionStandard')).toHaveAttribute('aria-pressed', 'true');
      // other work of the machine can cost either measurement frames: both are then repeated
      await expect(async () => {
        await choose('optionStandard', SCREEN.width);
        const standard = Math.max(...(await bytesWhileChanging()));
        await choose('optionSampling', SCREEN.width / 2);
        const frames = await framesOf(csr.screen);
        const sampling = Math.min(...(await bytesWhileChanging()));
        expect(sampling).toBeGreaterThan(0);
        expect(sampling).toBeLessThan(standard / 3);
        expect(await framesOf(csr.screen)).toBeGreaterThan(frames + 5);
      }).toPass({ timeout: within(120_000) });
      await source.showText(2);
      await csr.page.waitForTimeout(3000);
      const blurred = await sharpness();
      expect(blurred).toBeGreaterThan(0.3);

      await csr.press('optionStandard');
      await expect.poll(width, { timeout: within(15_000) }).toBe(SCREEN.width);
      await expect.poll(sharpness, { timeout: within(15_000) }).toBeGreaterThan(0.97);
      expect(blurred).toBeLessThan(0.97);
      await expect(customer.consent).toHaveCount(0);
      await expect(customer.strip).toContainText('can see your screen');
    } finally {
      await source.close();
    }
  },
);
