import { expect, test } from '../harness/fixtures.js';
import { within } from '../../tools/test/patience.mjs';

test('no answer within two minutes means no, more time restarts the countdown, and a longer consent avoids the next question', async ({
  csr,
  joins,
}) => {
  test.setTimeout(within(240_000));
  const number = await csr.startSession();
  const customer = await joins(number);
  await csr.seesCustomer('Park Jihun');

  await csr.press('requestViewDesktop');
  const secondsLeft = async () => {
    const [, minutes, seconds] = /(\d):(\d\d)/.exec(await customer.consent.innerText())!;
    return 60 * Number(minutes) + Number(seconds);
  };
  await expect.poll(secondsLeft, { timeout: within(30_000) }).toBeLessThanOrEqual(105);
  const before = await secondsLeft();
  await customer.consent.getByRole('button', { name: 'More time' }).click();
  await expect.poll(secondsLeft).toBeGreaterThan(before);
  await expect(csr.page.getByText('If there’s no answer within')).toBeVisible();
  await expect(customer.consent).toHaveCount(0, { timeout: within(130_000) });
  await expect(csr.page.getByTestId('last-share')).toContainText('no answer in time');

  await csr.press('requestViewDesktop');
  await customer.allow('for this session');
  await expect(customer.consent).toContainText('Choose');
  await customer.page.keyboard.press('Escape');
  await csr.press('requestViewDesktop');
  // the consent is still valid: no second question
  await expect(customer.consent.getByRole('button', { name: 'Choose now' })).toBeVisible();
  await customer.page.keyboard.press('Escape');
  await customer.strip.getByRole('button', { name: 'Revoke' }).click();
  await csr.press('requestViewDesktop');
  await expect(customer.consent.getByRole('button', { name: 'Allow', exact: true })).toBeVisible();
});
