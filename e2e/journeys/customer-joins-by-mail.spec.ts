import { Customer } from '../actors/customer.js';
import { expect, test } from '../harness/fixtures.js';

test('customer joins by the link of a Korean mail that went through a real SMTP exchange', async ({
  csr,
  person,
  site,
}) => {
  await csr.startSession();
  await csr.press('invite');
  const dialog = csr.page.getByRole('dialog');
  await dialog.getByLabel('The customer’s language').selectOption('ko');
  await dialog.getByLabel('Mail address').fill('jihun@example.org');
  await dialog.getByLabel('Name (optional)').fill('박지훈');
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(dialog.getByTestId('invitation-state')).toHaveText('Sent');

  const reader = await csr.page.context().newPage();
  await reader.goto(`${site.origin}/console/mails`);
  const mail = reader.getByRole('article');
  await expect(mail).toContainText('jihun@example.org');
  await expect(mail).toContainText('박지훈');
  const link = await mail.getByRole('link').first().getAttribute('href');

  const customer = new Customer(await (await person({ locale: 'ko' })).newPage());
  await customer.page.goto(link!);
  await expect(customer.page.getByLabel('이름(선택)')).toHaveValue('박지훈');
  await customer.page.getByRole('button', { name: '세션 참여하기' }).click();
  await customer.isInRoom();
  await expect(dialog.getByTestId('invitation-state')).toHaveText('Joined');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await csr.seesCustomer('박지훈');
});
