import { ApiUser } from '../harness/api.js';
import { expect, test } from '../harness/fixtures.js';
import { within } from '../../tools/test/patience.mjs';

test('a customer compares four digits with the caller, and ends the session when the call was unexpected', async ({
  csr,
  joins,
  site,
}) => {
  await csr.page.locator('.account-open').click();
  await csr.page.getByRole('link', { name: 'My profile and settings' }).click();
  await csr.page.getByLabel('Your name').fill('Sara Kim');
  await csr.page.getByLabel('Organisation').fill('Acme Field Team');
  await csr.page.locator('.profile').getByRole('button', { name: 'Save' }).click();
  await expect(csr.page.locator('.profile').getByRole('status')).toHaveText('Saved');
  const picture = { name: 'me.jpg', mimeType: 'image/jpeg', buffer: await csr.page.screenshot({ type: 'jpeg' }) };
  await csr.page.locator('input[type="file"]').setInputFiles(picture);
  await expect(csr.page.locator('img.picture-face')).toBeVisible();
  await expect(csr.page.locator('.account-open')).toContainText('Sara Kim');

  const number = await csr.startSession();
  const customer = await joins(number);
  const { page } = customer;
  await expect(page.locator('.who-name')).toHaveText('Sara Kim');
  await expect
    .poll(() => page.locator('img.who-picture').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(256);
  await expect(page.locator('.who-works')).toContainText('Acme Field Team · Acme');
  await csr.seesCustomer('Park Jihun');
  const read = await csr.page.getByTestId('check-phrase').innerText();
  expect(read).toMatch(/^\d \d \d \d$/);
  await expect(page.locator('.phrase-digits')).toHaveText(read);
  await page.reload();
  await expect(page.locator('.phrase-digits')).toHaveText(read);
  await csr.page.getByRole('button', { name: 'They match' }).click();
  await expect(csr.page.getByTestId('check-phrase')).toHaveCount(0);
  await csr.page.reload();
  await csr.page.getByRole('button', { name: 'Check digits compared' }).click();
  await expect(csr.page.getByTestId('check-phrase')).toHaveText(read);

  await customer.turnOn('Talk');
  await page.getByRole('button', { name: 'I got an unexpected call' }).click();
  await page.getByRole('button', { name: 'Stay in the session' }).click();
  await customer.isInRoom();
  await page.getByRole('button', { name: 'I got an unexpected call' }).click();
  await page.getByTestId('confirm-unexpected').click();
  await expect(page.getByRole('heading', { name: 'The session has ended. Well done.' })).toBeVisible();
  await expect(page.getByText('Hang up the phone.')).toBeVisible();
  await expect(page.locator('audio, video')).toHaveCount(0);
  await csr.page.waitForURL(/\/reports\//);
  await expect(csr.page.locator('.report-facts')).toContainText('the customer reported an unexpected call');

  await csr.page.goto(`${site.origin}/console/concerns`);
  await expect(csr.page.getByText('Park Jihun reported an unexpected call')).toBeVisible();
  await csr.page.getByRole('button', { name: 'Mark as resolved' }).click();
  await expect(csr.page.getByText(/Resolved by Sara Kim/)).toBeVisible();
  const owner = new ApiUser(site.origin);
  const { email, password } = site;
  await owner.ask('mutation($i: SignInInput!) { signIn(input: $i) { id } }', { i: { email, password } });
  await expect
    .poll(async () => JSON.stringify(await owner.ask('{ caughtMails { subject } }')), { timeout: within(20_000) })
    .toContain('unexpected call');
});
