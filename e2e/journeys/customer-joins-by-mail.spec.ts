import { readFile } from 'node:fs/promises';
import { Customer } from '../actors/customer.js';
import { expect, test } from '../harness/fixtures.js';

test('without a mail server, a customer joins by the link of a Korean mail that is marked as not sent', async ({
  csr,
  person,
  site,
}) => {
  await csr.startSession();
  await csr.press('invite');
  const dialog = csr.page.getByRole('dialog');
  await dialog.getByLabel('The customer’s language').selectOption('ko');
  await dialog.getByLabel('Email address').fill('jihun@example.org');
  await dialog.getByLabel('Name (optional)').fill('박지훈');
  await dialog.getByRole('button', { name: 'Get link' }).click();
  await expect(dialog.getByTestId('invitation-state')).toHaveText('Not sent: no email server');
  const given = await dialog.getByTestId('unsent-link').textContent();

  const reader = await csr.page.context().newPage();
  await reader.goto(`${site.origin}/console/mails`);
  const mail = reader.getByRole('article');
  await expect(mail).toContainText('jihun@example.org');
  await expect(mail).toContainText('박지훈');
  const link = await mail.getByRole('link').first().getAttribute('href');
  expect(link).toBe(given);

  const customer = new Customer(await (await person({ locale: 'ko' })).newPage());
  await customer.page.goto(link!);
  await expect(customer.page.getByLabel('이름(선택)')).toHaveValue('박지훈');
  await customer.page.getByRole('button', { name: '세션 참여하기' }).click();
  await customer.isInRoom();
  await expect(dialog.getByTestId('invitation-state')).toHaveText('Joined');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await csr.seesCustomer('박지훈');

  // without a mail server no mail is offered; the transcript can be downloaded
  await csr.write('3단계를 봐 주세요');
  await expect(customer.message('3단계를 봐 주세요')).toBeVisible();
  await csr.page.getByTestId('end-session').click();
  await csr.page.getByTestId('confirm-end').click();
  const keep = customer.page.getByTestId('keep-conversation');
  const saved = customer.page.waitForEvent('download');
  await keep.getByRole('button', { name: '채팅 저장' }).click();
  expect(await readFile(await (await saved).path(), 'utf8')).toContain('3단계를 봐 주세요');
  await expect(keep.getByLabel('이메일 주소')).toHaveCount(0);
});
