import { showOnDisplay } from '../harness/display.js';
import { expect, test } from '../harness/fixtures.js';
import { randomNumber } from '../harness/seven-segment.js';
import { numberIn } from '../harness/video.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'the CSR sees the customer’s desktop after consent, until the customer stops it',
  { tag: '@display' },
  async ({ csr, joins }) => {
    const number = await csr.startSession();
    const customer = await joins(number);
    await csr.seesCustomer('Park Jihun');
    const first = randomNumber();
    await showOnDisplay(first);

    await expect(customer.strip).toContainText('No one is viewing your screen');
    await csr.press('requestViewDesktop');
    await expect(customer.consent).toContainText('would like to see your entire screen');
    await customer.allow();
    await customer.pick();
    await expect.poll(() => numberIn(csr.screen), { timeout: within(15_000) }).toBe(first);
    await expect(customer.strip).toContainText('can see your screen');
    await expect(customer.page).toHaveTitle(/^● /);

    const second = randomNumber();
    await showOnDisplay(second);
    await expect.poll(() => numberIn(csr.screen)).toBe(second);
    for (const mode of ['100 %', 'Scaled']) {
      await csr.page.getByRole('button', { name: mode, exact: true }).click();
      await expect(csr.page.getByRole('button', { name: mode, exact: true })).toHaveAttribute('aria-pressed', 'true');
      expect(await numberIn(csr.screen)).toBe(second);
    }

    await customer.strip.getByRole('button', { name: 'Stop' }).click();
    await expect(csr.screen).toHaveCount(0);
    await expect(csr.page.getByTestId('last-share')).toContainText('stopped by the customer');
    await expect(customer.strip).toContainText('No one is viewing your screen');

    await csr.press('requestViewDesktop');
    // a consent for one use has been used
    await expect(customer.consent).toContainText('would like to see your entire screen');
  },
);
