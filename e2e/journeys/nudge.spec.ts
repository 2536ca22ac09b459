import { expect, test } from '../harness/fixtures.js';

test('a CSR nudges a customer who looks at another window: the title flashes, and the page says who is waiting', async ({
  csr,
  joins,
}) => {
  const number = await csr.startSession();
  const customer = await joins(number);
  await csr.seesCustomer('Park Jihun');
  await customer.page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await csr.page.getByTestId('nudge').click();
  await expect(customer.page).toHaveTitle('● New message');
  await expect(customer.page.getByText('is waiting for your reply')).toBeVisible();
  await expect(csr.page.getByTestId('nudge')).toBeDisabled();

  await customer.page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => false, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(customer.page).not.toHaveTitle('● New message');
  await customer.write('I am back');
  await expect(customer.page.getByText('is waiting for your reply')).toHaveCount(0);
  await expect(csr.message('I am back')).toBeVisible();
});
