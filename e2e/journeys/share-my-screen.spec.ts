import { showOnDisplay } from '../harness/display.js';
import { expect, test } from '../harness/fixtures.js';
import { randomNumber } from '../harness/seven-segment.js';
import { numberIn } from '../harness/video.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'the customer sees the CSR’s screen after saying yes, and either side stops it',
  { tag: '@display' },
  async ({ csr, joins }) => {
    const number = await csr.startSession();
    const customer = await joins(number);
    await csr.seesCustomer('Park Jihun');
    const shown = randomNumber();
    await showOnDisplay(shown);

    await csr.press('shareViewDesktop');
    await expect(customer.consent).toContainText('would like to show you');
    await customer.watch();
    await csr.page.getByTestId('pick-own').click();
    await expect.poll(() => numberIn(customer.shownScreen), { timeout: within(15_000) }).toBe(shown);
    await expect(csr.page.getByText('Park Jihun can see your screen (entire screen)')).toBeVisible();
    await expect.poll(() => numberIn(csr.page.locator('.own-picture'))).toBe(shown);

    await csr.page.getByRole('button', { name: 'Stop sharing' }).click();
    await expect(customer.shownScreen).toHaveCount(0);

    await csr.press('shareViewDesktop');
    await customer.watch();
    await csr.page.getByTestId('pick-own').click();
    await expect.poll(() => numberIn(customer.shownScreen), { timeout: within(15_000) }).toBe(shown);
    await customer.page.getByRole('button', { name: 'Stop watching' }).click();
    await expect(csr.page.locator('.own')).toHaveCount(0);
  },
);

test(
  'from the offer to the first picture both always know what happens, whoever hesitates',
  { tag: '@display' },
  async ({ csr, joins }) => {
    const customer = await joins(await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    const shown = randomNumber();
    await showOnDisplay(shown);
    const pick = csr.page.getByTestId('pick-own');
    // a browser under test selects a screen by itself: its picker is closed in its place
    const closeNextPicker = () =>
      csr.page.evaluate(() => {
        const devices = navigator.mediaDevices;
        Object.defineProperty(devices, 'getDisplayMedia', {
          configurable: true,
          value: () => {
            Reflect.deleteProperty(devices, 'getDisplayMedia');
            return Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
          },
        });
      });

    await csr.press('shareViewDesktop');
    await expect(csr.page.locator('.pending')).toContainText('Waiting for an answer');
    await expect(customer.consent.getByRole('radio')).toHaveCount(0);
    await customer.notNow();
    await expect(csr.page.getByTestId('last-share')).toHaveText('Park Jihun doesn’t want to watch now.');

    await csr.press('shareViewDesktop');
    await customer.watch();
    await expect(customer.comingScreen).toContainText('is choosing what to show you');
    await expect(csr.page.locator('.pending')).toContainText('Park Jihun is ready to watch. Choose what to show.');
    await expect(pick).toBeFocused();
    await closeNextPicker();
    await csr.page.keyboard.press('Enter');
    await expect(csr.page.locator('.pending')).toContainText('You chose nothing.');
    await expect(customer.comingScreen).toContainText('hasn’t chosen a screen yet');
    await expect(pick).toHaveText('Choose again');
    await expect(pick).toBeFocused();
    await csr.page.keyboard.press('Enter');
    await expect.poll(() => numberIn(customer.shownScreen), { timeout: within(15_000) }).toBe(shown);
    await csr.page.getByRole('button', { name: 'Stop sharing' }).click();
    await expect(customer.strip).toContainText('has stopped showing the screen');
  },
);

test(
  'before a screen is chosen either side ends it, and the other one is told',
  { tag: '@display' },
  async ({ csr, joins }) => {
    const customer = await joins(await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    await csr.press('shareViewDesktop');
    await customer.watch();
    await csr.page.getByTestId('dont-pick').click();
    await expect(customer.strip).toContainText('didn’t show you a screen: nothing was chosen.');
    await expect(csr.page.getByTestId('last-share')).toContainText('nothing was chosen');

    await csr.press('shareViewDesktop');
    await customer.watch();
    await customer.comingScreen.getByRole('button', { name: 'Not now' }).click();
    await expect(csr.page.getByTestId('last-share')).toContainText('stopped by the customer');
    await expect(customer.comingScreen).toHaveCount(0);
  },
);
