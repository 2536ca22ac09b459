import { expect, test } from '../harness/fixtures.js';

test('an administrator writes a canned reply, and a slash inserts it into a message with the customer’s name', async ({
  csr,
  joins,
  site,
}) => {
  const { page } = csr;
  await page.goto(`${site.origin}/console/admin/replies`);
  await page.getByTestId('reply-new').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('/Hello');
  await dialog.getByLabel('Text').fill('Dear ');
  await dialog.getByRole('button', { name: 'Customer’s name' }).click();
  await dialog.getByLabel('Text').press('End');
  await dialog.getByLabel('Text').pressSequentially(', how may I help you?');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.reply-list')).toContainText('/hello');

  const number = await csr.startSession();
  const customer = await joins(number);
  await csr.seesCustomer('Park Jihun');
  const field = page.getByPlaceholder('Write a message');
  await field.pressSequentially('/he');
  await expect(page.getByRole('option')).toContainText('Dear Park Jihun, how may I help you?');
  await field.press('Enter'); // inserts the reply without sending it
  await expect(field).toHaveValue('Dear Park Jihun, how may I help you?');
  await field.press('Enter');
  await expect(customer.message('Dear Park Jihun, how may I help you?')).toBeVisible();

  await page.getByRole('button', { name: 'Canned replies' }).click();
  await expect(field).toBeFocused();
  await page.keyboard.type('help'); // searches what the replies say
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('Dear Park Jihun, how may I help you?');

  await page.goto(`${site.origin}/console/admin/replies`);
  await expect(page.locator('.reply-list')).toContainText('uses: 2');
  await page.getByRole('button', { name: 'Delete /hello' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.reply-list')).toContainText('/hello');
});
