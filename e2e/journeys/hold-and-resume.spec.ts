import { showOnDisplay } from '../harness/display.js';
import { expect, test } from '../harness/fixtures.js';
import { randomNumber } from '../harness/seven-segment.js';
import { loudness } from '../harness/tones.js';
import { numberIn } from '../harness/video.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'on hold no media are sent either way, and afterwards everything resumes without a question',
  { tag: '@display' },
  async ({ csr, joins }) => {
    test.setTimeout(within(120_000));
    const customer = await joins(await csr.startSession());
    const { page } = customer;
    await csr.seesCustomer('Park Jihun');
    await viewDesktop(csr, customer);
    await customer.turnOn('Talk');
    await csr.press('audio');
    await expect.poll(() => loudness(page, 440), { timeout: within(20_000) }).toBeGreaterThan(-60);
    await expect.poll(() => loudness(csr.page, 880), { timeout: within(20_000) }).toBeGreaterThan(-60);

    await csr.page.getByTestId('hold-customer').click();
    await csr.page.getByLabel('Message for them (optional)').fill('I am asking a colleague.');
    await csr.page.keyboard.press('Enter');
    const waiting = page.getByTestId('on-hold');
    await expect(waiting).toContainText('will be right back');
    await expect(waiting).toContainText('I am asking a colleague.');
    await expect(customer.strip).toContainText('can’t be seen while you’re on hold');
    await expect(csr.screen).toHaveCount(0);
    await expect.poll(() => loudness(page, 440)).toBeLessThan(-90);
    await expect.poll(() => loudness(csr.page, 880)).toBeLessThan(-90);
    await expect(customer.notice).toHaveCount(0);
    await expect(csr.notice).toHaveCount(0);
    await customer.write('I am still here');
    await expect(csr.message('I am still here')).toBeVisible();
    await csr.page.reload();
    await expect(csr.page.getByTestId('hold')).toBeVisible();
    await expect(csr.page.getByText('I am asking a colleague.')).toBeVisible();

    const second = randomNumber();
    await showOnDisplay(second);
    await csr.page.getByTestId('resume').click();
    await expect(waiting).toHaveCount(0);
    await expect.poll(() => numberIn(csr.screen), { timeout: within(20_000) }).toBe(second);
    await expect.poll(() => loudness(csr.page, 880), { timeout: within(20_000) }).toBeGreaterThan(-60);
    await expect(customer.consent).toHaveCount(0);
    await csr.press('audio');
    await expect.poll(() => loudness(page, 440), { timeout: within(20_000) }).toBeGreaterThan(-60);

    await csr.page.getByTestId('hold-customer').click();
    await csr.page.getByTestId('confirm-hold').click();
    await expect(waiting).toBeVisible();
    await page.reload();
    await expect(waiting).toBeVisible();
    await csr.page.getByTestId('resume').click();
    await expect(waiting).toHaveCount(0);
    await expect.poll(() => loudness(page, 440), { timeout: within(20_000) }).toBeGreaterThan(-60);
    await csr.end();
    await expect(csr.page.getByTestId('timeline')).toContainText('put everyone except the representatives on hold');
  },
);

test('two CSRs talk while the customer is on hold, and the customer hears neither', async ({
  csr,
  colleague,
  joins,
}) => {
  test.setTimeout(within(90_000));
  const customer = await joins(await csr.startSession());
  await csr.seesCustomer('Park Jihun');
  await csr.press('invite');
  await csr.page.getByText('A colleague').click();
  await csr.page.getByRole('button', { name: 'Ask Han Sora to help' }).click();
  await colleague.page.getByTestId('asked-to-help').getByRole('button', { name: 'Join' }).click();
  await colleague.page.waitForURL(/\/sessions\//);
  await csr.page.getByRole('button', { name: 'Close' }).click();
  // the customer hears both of them, each by a tone of their own
  await expect(customer.page.getByTestId('also-phrase')).toContainText(
    (await colleague.page.getByTestId('check-phrase').innerText()).replaceAll(' ', ''),
  );
  await csr.press('audio');
  await expect.poll(() => loudness(customer.page, 440), { timeout: within(20_000) }).toBeGreaterThan(-60);

  // not on hold: the customer does not hear the staff room, and hears both again afterwards
  await csr.page.getByTestId('staff-talk').click();
  await colleague.page.getByTestId('staff-talk').click();
  await expect.poll(() => loudness(colleague.page, 440), { timeout: within(20_000) }).toBeGreaterThan(-60);
  await expect.poll(() => loudness(customer.page, 440)).toBeLessThan(-90);
  await csr.page.getByTestId('staff-talk').click();
  await colleague.page.getByTestId('staff-talk').click();
  await expect.poll(() => loudness(customer.page, 440), { timeout: within(20_000) }).toBeGreaterThan(-60);

  // on hold the staff room opens by itself
  await csr.page.getByTestId('hold-customer').click();
  await csr.page.getByTestId('confirm-hold').click();
  await expect(csr.page.getByTestId('staff-talk')).toHaveAttribute('aria-pressed', 'true');
  await expect(csr.page.getByTestId('staff-talk-state')).toContainText('Han Sora', { timeout: within(20_000) });
  await expect.poll(() => loudness(colleague.page, 440), { timeout: within(20_000) }).toBeGreaterThan(-60);
  await expect.poll(() => loudness(customer.page, 440)).toBeLessThan(-90);
  await csr.page.getByTestId('resume').click();
  await expect(csr.page.getByTestId('staff-talk')).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => loudness(customer.page, 440), { timeout: within(20_000) }).toBeGreaterThan(-60);
});
