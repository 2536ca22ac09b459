import { showOnDisplay } from '../harness/display.js';
import { expect, test } from '../harness/fixtures.js';
import { randomNumber } from '../harness/seven-segment.js';
import { numberIn } from '../harness/video.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'ending a session stops screens and voices for everybody within two seconds',
  { tag: '@display' },
  async ({ csr, joins }) => {
    const number = await csr.startSession();
    const customer = await joins(number);
    await csr.seesCustomer('Park Jihun');
    const shown = randomNumber();
    await showOnDisplay(shown);
    await csr.press('requestViewDesktop');
    await customer.allow();
    await customer.pick();
    await customer.turnOn('Talk');
    await customer.page.getByPlaceholder(/./).first().fill('words that were never sent');
    const kept = () =>
      customer.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.session.')));
    await expect.poll(kept).not.toEqual([]);
    await expect.poll(() => numberIn(csr.screen), { timeout: within(15_000) }).toBe(shown);

    await csr.page.getByTestId('end-session').click();
    await csr.page.getByTestId('confirm-end').click();
    await expect(customer.page.getByRole('heading', { name: 'The session has ended' })).toBeVisible({
      timeout: within(2_000),
    });
    await expect(customer.page.locator('video, audio')).toHaveCount(0);
    expect(await kept()).toEqual([]); // nothing is left in the browser: the computer may be shared
    await csr.page.waitForURL(/\/reports\//);
    await expect(csr.page.getByTestId('timeline')).toContainText('The session ended');

    await customer.page.goto(customer.page.url());
    await expect(customer.page.getByRole('heading', { name: 'The session has ended' })).toBeVisible();
    await customer.page.getByRole('link', { name: 'Join another session' }).click();
    await customer.typeNumber(number, 'Park Jihun');
    await expect(customer.page.getByRole('alert')).toContainText('We can’t find that session number');
  },
);
