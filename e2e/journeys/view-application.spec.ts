import { Csr } from '../actors/csr.js';
import { Customer } from '../actors/customer.js';
import { launch } from '../harness/browser.js';
import { expect, test } from '../harness/fixtures.js';
import { randomNumber } from '../harness/seven-segment.js';
import { numberIn } from '../harness/video.js';
import { openNumberWindow } from '../harness/window.js';
import { within } from '../../tools/test/patience.mjs';

test('the CSR sees one window of the customer and nothing else', { tag: '@display' }, async ({ site, person }) => {
  const shown = randomNumber();
  const other = await openNumberWindow(shown);
  const picker = await launch({ picks: other.title });
  try {
    const csr = await Csr.signIn(await person(), site.origin, site);
    const number = await csr.startSession();
    const customer = await Customer.join(await person({ browser: picker }), site.origin, number);
    await csr.seesCustomer('Park Jihun');
    await csr.press('requestViewApplication');
    await expect(customer.consent).toContainText('one of your applications');
    await customer.allow();
    await customer.pick();
    await expect.poll(() => numberIn(csr.screen), { timeout: within(15_000) }).toBe(shown);
    await expect(csr.page.getByText('screen (one window)').first()).toBeVisible();
    await expect(customer.strip).toContainText('can see one of your windows');
    await csr.page.getByTestId('stop-view').click();
    await expect(customer.strip).toContainText('No one is viewing your screen');
  } finally {
    await other.close();
    await picker.close();
  }
});
