import { expect, test } from '../harness/fixtures.js';

test('a refusal by button or by Esc shows nothing, and the CSR is informed', async ({ csr, joins }) => {
  const number = await csr.startSession();
  const customer = await joins(number);
  await csr.seesCustomer('Park Jihun');
  await csr.press('requestViewDesktop');
  await customer.refuse();
  await expect(csr.page.getByTestId('last-share')).toContainText('not allowed');
  await expect(csr.screen).toHaveCount(0);

  await csr.press('requestViewApplication');
  await expect(customer.consent).toContainText('one of your applications');
  await customer.page.keyboard.press('Escape');
  await expect(customer.consent).toHaveCount(0);
  await expect(csr.page.getByTestId('last-share')).toContainText('not allowed');

  await csr.press('requestViewDesktop');
  await expect(customer.consent).toBeVisible();
  await csr.page.getByRole('button', { name: 'Cancel request' }).click();
  await expect(customer.consent).toHaveCount(0);
  await expect(customer.strip).toContainText('No one is viewing your screen');
});
