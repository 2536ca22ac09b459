import { readFile } from 'node:fs/promises';
import { expect, test } from '../harness/fixtures.js';

test('a CSR edits and deletes a message, and a sent address opens only when the customer clicks it', async ({
  csr,
  joins,
}) => {
  const number = await csr.startSession();
  const customer = await joins(number);
  await csr.seesCustomer('Park Jihun');

  await csr.write('Turn off teh printer');
  await expect(customer.message('teh printer')).toBeVisible();
  const own = csr.page.locator('.chat-entry.mine').last();
  await own.getByRole('button', { name: 'Edit' }).click();
  await own.getByRole('textbox').fill('Turn off the printer');
  await own.getByRole('textbox').press('Enter');
  await expect(customer.message('Turn off the printer')).toBeVisible();
  await expect(customer.page.locator('.chat-entry').last()).toContainText('edited');

  await customer.write('my PIN is 1234');
  await expect(csr.message('my PIN')).toBeVisible();
  const theirs = customer.page.locator('.chat-entry.mine').last();
  await theirs.getByRole('button', { name: 'Delete' }).click();
  await theirs.getByRole('button', { name: 'Delete' }).click();
  await expect(csr.message('This message was deleted.')).toBeVisible();
  await expect(csr.message('my PIN')).toHaveCount(0);

  await csr.page.getByTestId('push-link').click();
  const dialog = csr.page.getByRole('dialog');
  await dialog.getByLabel('Web address').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Only web addresses');
  await dialog.getByLabel('Web address').fill('аррle.example/help'); // Cyrillic letters
  await dialog.getByRole('button', { name: 'Send' }).click();

  await expect(customer.page.getByTestId('link-host')).toHaveText('xn--le-6kc8da.example');
  await expect(customer.page.locator('.link-card')).toContainText('characters that can look like others');
  expect(customer.page.context().pages()).toHaveLength(1);
  const opened = customer.page.context().waitForEvent('page');
  await customer.page.getByTestId('link-open').click();
  expect(await (await opened).evaluate(() => window.opener)).toBeNull();
  await expect(csr.page.locator('.link-card')).toContainText('Opened by Park Jihun');

  const saved = customer.page.waitForEvent('download');
  await customer.page.getByTestId('save-chat').click();
  const text = await readFile(await (await saved).path(), 'utf8');
  expect(text).toContain('Turn off the printer');
  expect(text).not.toContain('1234');

  await csr.end();
  const timeline = csr.page.getByTestId('timeline');
  await expect(timeline).toContainText('edited a message');
  await expect(timeline).toContainText('Park Jihun deleted a message');
  await expect(timeline).toContainText('Park Jihun opened xn--le-6kc8da.example');
  const transcript = csr.page.locator('.transcript');
  // an account with the permission sees the earlier text
  await transcript.getByText('Before the edit').first().click();
  await expect(transcript).toContainText('Turn off teh printer');
});
