import { expect, test } from '../harness/fixtures.js';

test('after a customer has left, every page says so in the same way, and the CSR can end the session with one click', async ({
  csr,
  joins,
}) => {
  const number = await csr.startSession();
  const customer = await joins(number);
  await csr.seesCustomer('Park Jihun');
  await expect(csr.page.locator('.chat-line')).toContainText('Park Jihun joined');
  await customer.page.getByRole('button', { name: 'Leave' }).click();
  await customer.page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(csr.page.getByTestId('people-news')).toContainText('Park Jihun left');
  const gone = csr.page.getByTestId('customer-gone');
  await expect(gone).toContainText(/Park Jihun left at/);
  await expect(csr.page.locator('.line')).toContainText('customer left at');
  // the page for inviting the first customer does not come back
  await expect(csr.page.getByTestId('big-number')).toHaveCount(0);
  await csr.page.reload();
  await expect(gone).toBeVisible();
  await expect(csr.page.locator('.chat-line', { hasText: 'Park Jihun left' })).toBeVisible();
  await gone.getByRole('button', { name: 'End session' }).click();
  await csr.page.getByTestId('confirm-end').click();
  await expect(csr.page.getByTestId('timeline')).toContainText('Park Jihun left');
});
