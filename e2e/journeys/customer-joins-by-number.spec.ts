import { expect, test } from '../harness/fixtures.js';
import { loudness } from '../harness/tones.js';
import { within } from '../../tools/test/patience.mjs';

test('a customer joins by number, both chat and talk, and the report lists it', async ({ csr, joins }) => {
  const number = await csr.startSession();
  const customer = await joins(number);
  await csr.seesCustomer('Park Jihun');

  await csr.write('Hello! See https://example.org/help');
  await expect(customer.message('Hello!')).toContainText('(example.org)');
  await customer.write('안녕하세요');
  await expect(csr.message('안녕하세요')).toBeVisible();

  await csr.press('audio');
  await customer.turnOn('Talk');
  await expect.poll(() => loudness(customer.page, 440), { timeout: within(20_000) }).toBeGreaterThan(-60);
  await expect.poll(() => loudness(csr.page, 880), { timeout: within(20_000) }).toBeGreaterThan(-60);
  await customer.page.getByRole('button', { name: 'Mute' }).click();
  await expect.poll(() => loudness(csr.page, 880), { timeout: within(10_000) }).toBeLessThan(-90);

  await csr.note('The printer was out of paper.');
  await expect(csr.page.getByTestId('note-state')).toHaveText('Saved');
  await csr.end();
  await expect(customer.page.getByRole('heading', { name: 'The session has ended' })).toBeVisible();
  const timeline = csr.page.getByTestId('timeline');
  await expect(timeline).toContainText('Park Jihun joined');
  await expect(timeline).toContainText('안녕하세요');
  await expect(csr.page.getByTestId('report-note')).toHaveText('The printer was out of paper.');
});
