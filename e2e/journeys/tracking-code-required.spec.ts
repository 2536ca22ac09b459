import { readFile } from 'node:fs/promises';
import { ApiUser } from '../harness/api.js';
import { expect, test } from '../harness/fixtures.js';

test('a site that requires a tracking code gets one before the start, and shows it in the report and in the CSV file', async ({
  csr,
  site,
}) => {
  const { page } = csr;
  const { email, password, origin } = site;
  const owner = new ApiUser(origin);
  await owner.ask('mutation($i: SignInInput!) { signIn(input: $i) { id } }', { i: { email, password } });

  await page.goto(`${origin}/console/`);
  await page.getByRole('button', { name: 'Start a session' }).waitFor();
  await owner.setting('isTrackingCodeRequired', true);
  await owner.setting('sessionTypes', ['Printer', 'Network']);

  // this page was loaded before the change: the server refuses, and the page then asks for the code
  await page.getByRole('button', { name: 'Start a session' }).click();
  await expect(page.getByRole('alert')).toContainText('tracking code');
  await page.getByLabel('Session type').selectOption('Network');
  await page.getByRole('button', { name: 'Start a session' }).click();
  await expect(page.getByRole('alert')).toContainText('tracking code');
  await expect(page.getByLabel('Session type')).toHaveValue('Network');
  await expect(page.getByRole('textbox', { name: 'Tracking code' })).toBeFocused();
  await page.keyboard.type('=TCK-4711');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('big-number')).toBeVisible();
  await expect(page.locator('.session-about')).toHaveText('Network · =TCK-4711');

  // a wrong code is corrected during the session
  await page.locator('.session-about').click();
  await expect(page.getByRole('textbox', { name: 'Tracking code' })).toHaveValue('=TCK-4711');
  await page.getByRole('textbox', { name: 'Tracking code' }).fill('=TCK-4712');
  await page.keyboard.press('Enter');
  await expect(page.locator('.session-about')).toHaveText('Network · =TCK-4712');

  await csr.end();
  await expect(page.locator('.report-facts')).toContainText('=TCK-4712');
  await expect(page.locator('.report-facts')).toContainText('Network');
  await page.goto(`${origin}/console/`);
  await page.getByLabel('Search by name, session number or tracking code').fill('tck-47');
  await expect(page.locator('.recent-row')).toHaveCount(1);
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.split('\r\n')[1]).toContain('"Network","\'=TCK-4712"');
  await owner.setting('isTrackingCodeRequired', false);
  await owner.setting('sessionTypes', []);
});
