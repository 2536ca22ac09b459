import { expect, test } from '../harness/fixtures.js';
import { within } from '../../tools/test/patience.mjs';

test('no answer within two minutes means no, more time restarts the countdown, and a longer consent avoids the next question', async ({
  csr,
  joins,
}) => {
  test.setTimeout(within(240_000));
  const number = await csr.startSession();
  const customer = await joins(number);
  await csr.seesCustomer('Park Jihun');

  await csr.press('requestViewDesktop');
  await customer.page.waitForTimeout(5_000);
  await expect(customer.consent).toContainText(/1:5\d/);
  await customer.consent.getByRole('button', { name: 'More time' }).click();
  await expect(customer.consent).toContainText(/(2:00|1:59|1:58)/);
  await expect(csr.page.getByText('If there’s no answer within')).toBeVisible();
  await expect(customer.consent).toHaveCount(0, { timeout: within(130_000) });
  await expect(csr.page.getByTestId('last-share')).toContainText('no answer in time');

  await csr.press('requestViewDesktop');
  await customer.allow('for this session');
  await expect(customer.consent).toContainText('Choose');
  await customer.page.keyboard.press('Escape');
  await csr.press('requestViewDesktop');
  // the consent is still valid: no second question
  await expect(customer.consent.getByRole('button', { name: 'Choose now' })).toBeVisible();
  await customer.page.keyboard.press('Escape');
  await customer.strip.getByRole('button', { name: 'Revoke' }).click();
  await csr.press('requestViewDesktop');
  await expect(customer.consent.getByRole('button', { name: 'Allow', exact: true })).toBeVisible();
});
