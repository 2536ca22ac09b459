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
    await customer.allow();
    await csr.page.getByTestId('pick-own').click();
    await expect.poll(() => numberIn(customer.shownScreen), { timeout: within(15_000) }).toBe(shown);
    await expect(csr.page.getByText('Park Jihun can see your screen (entire screen)')).toBeVisible();
    await expect.poll(() => numberIn(csr.page.locator('.own-picture'))).toBe(shown);

    await csr.page.getByRole('button', { name: 'Stop sharing' }).click();
    await expect(customer.shownScreen).toHaveCount(0);

    await csr.press('shareViewDesktop');
    await customer.allow();
    await csr.page.getByTestId('pick-own').click();
    await expect.poll(() => numberIn(customer.shownScreen), { timeout: within(15_000) }).toBe(shown);
    await customer.page.getByRole('button', { name: 'Stop watching' }).click();
    await expect(csr.page.locator('.own')).toHaveCount(0);
  },
);
