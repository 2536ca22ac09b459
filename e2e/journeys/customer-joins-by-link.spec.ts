import { Customer } from '../actors/customer.js';
import { ApiUser } from '../harness/api.js';
import { expect, test } from '../harness/fixtures.js';

test('a customer joins by a link for one seat, and a mail scanner that opens the link does not use it up', async ({
  csr,
  site,
  person,
}) => {
  await csr.startSession();
  await csr.press('invite');
  await csr.page.getByRole('button', { name: 'Create link' }).click();
  const link = await csr.page.getByTestId('invitation-link').innerText();
  const state = csr.page.getByTestId('invitation-state').first();
  await expect(state).toHaveText('Link ready');

  const scanned = await (await person()).request.get(link);
  expect(scanned.status()).toBe(200);
  // the scanner runs the page's scripts, but clicks nothing
  const scanner = await (await person()).newPage();
  await scanner.goto(link);
  await expect(scanner.getByLabel('Your name (optional)')).toBeVisible();
  await csr.page.reload();
  await csr.press('invite');
  await expect(state).toHaveText('Link ready');

  const customer = new Customer(await (await person()).newPage());
  await customer.page.goto(link);
  const name = customer.page.getByLabel('Your name (optional)');
  await expect(name).toBeVisible();
  await name.click();
  await expect(state).toHaveText('Opened');
  await name.fill('Lee Minho');
  await customer.page.getByRole('button', { name: 'Join the session' }).click();
  await customer.isInRoom();
  await expect(state).toHaveText('Joined');

  // a used link leads to the waiting room only: it shows no name, and the CSR decides
  const second = new Customer(await (await person()).newPage());
  await second.page.goto(link);
  await expect(second.page.getByLabel('Your name (optional)')).toHaveValue('');
  await second.page.getByLabel('Your name (optional)').fill('Choi Yuna');
  await second.page.getByRole('button', { name: 'Join the session' }).click();
  await expect(second.page.getByRole('heading', { name: 'Please wait a moment' })).toBeVisible();
  await expect(second.page.locator('.room')).toHaveCount(0);
  await expect(csr.page.getByText('Choi Yuna is waiting to be let in')).toBeVisible();
  await expect(csr.page.locator('.session-customer')).toHaveText('Lee Minho');
  await expect(customer.page.locator('.room')).toBeVisible();
  const stranger = new ApiUser(site.origin);
  await expect(
    stranger.ask('mutation { openInvitation(token: "no-such-token-at-all-000000000000") { number } }'),
  ).rejects.toThrow('INVITATION_UNKNOWN');
});
