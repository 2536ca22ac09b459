import { expect, test } from '../harness/fixtures.js';
import { startProduct } from '../harness/product.js';
import { within } from '../../tools/test/patience.mjs';

test('the first sign-in leads from the printed password to a practice session', async ({ person }) => {
  test.setTimeout(within(150_000));
  const product = await startProduct();
  try {
    const page = await (await person()).newPage();
    await page.goto(`${product.origin}/console/`);
    await page.getByLabel('Email address').fill(product.email);
    await page.getByLabel('Password').fill('wrong password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toContainText('is incorrect');
    await expect(page.getByLabel('Email address')).toHaveValue(product.email);
    await page.getByLabel('Password').fill(product.password);
    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.getByLabel('New password', { exact: true }).fill('short');
    await page.getByLabel('Confirm new password').fill('short');
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByRole('alert')).toContainText('longer password');
    await page.getByLabel('New password', { exact: true }).fill('a blue kettle sings');
    await page.getByLabel('Confirm new password').fill('a blue kettle sings');
    await page.getByRole('button', { name: 'Change password' }).click();

    await page.getByLabel('Your name').fill('Kim Seoyeon');
    await page.getByLabel('Site name').fill('Acme');
    await page.getByLabel('Site language').selectOption('en');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Start a practice session' }).click();

    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Open the customer’s window' }).click();
    const customer = await opened;
    await customer.getByRole('button', { name: 'Join' }).click();
    await expect(page.getByText('You’ve joined. Now ask')).toBeVisible();
    await page.getByRole('button', { name: 'Ask to see the screen' }).click();
    await expect(customer.getByRole('button', { name: 'Allow', exact: true })).toBeVisible();
    await customer.waitForTimeout(350);
    await customer.getByRole('button', { name: 'Allow', exact: true }).click();
    await expect(page.getByText('asks for consent')).toBeVisible();
    await page.getByTestId('end-session').click();
    await page.getByTestId('confirm-end').click();
    await expect(page.getByTestId('timeline')).toContainText('The session ended');
    await page.goto(`${product.origin}/console/`);
    await expect(page.locator('.recent-row')).toContainText('Practice');
    await page.getByRole('button', { name: 'Start a session' }).click();
    await expect(page.getByTestId('big-number')).toBeVisible();
    await expect(page.getByText('Practice session')).toHaveCount(0); // real sessions have no guide
  } finally {
    await product.stop();
  }
});
