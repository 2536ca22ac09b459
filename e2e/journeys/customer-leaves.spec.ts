import { expect, test } from '../harness/fixtures.js';

test('a customer who leaves is said to have left, everywhere the same, and the session is one press from its end', async ({
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
  await expect(csr.page.getByTestId('big-number')).toHaveCount(0); // nobody is asked to invite the first customer
  await csr.page.reload();
  await expect(gone).toBeVisible();
  await expect(csr.page.locator('.chat-line', { hasText: 'Park Jihun left' })).toBeVisible();
  await gone.getByRole('button', { name: 'End session' }).click();
  await csr.page.getByTestId('confirm-end').click();
  await expect(csr.page.getByTestId('timeline')).toContainText('Park Jihun left');
});
