import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/fixtures.js';
import { folder, sha256, somePdf } from '../harness/files.js';
import { within } from '../../tools/test/patience.mjs';

const SIZE = 48 * 1024 * 1024;
const choose = (card: Locator, file: string) => card.locator('input[type=file][multiple]').setInputFiles(file);
const percentOf = async (row: Locator): Promise<number> =>
  Number(
    await row
      .locator('progress')
      .getAttribute('value', { timeout: within(2000) })
      .catch(() => '0'),
  );

/**
 * Uploads at 2 MB a second until 60 % have arrived, then closes the page. It reloads the page first: the browser lifts
 * the limit as soon as it closes a page, and could still send the rest of the upload.
 */
async function sendAndCut(page: Page, file: string, name: string): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 2 * 1024 * 1024,
  });
  const card = page.getByTestId('files-card');
  await choose(card, file);
  const sent = () => percentOf(card.getByTestId(`file-${name}`));
  await expect.poll(sent, { intervals: [50], timeout: within(40_000) }).toBeGreaterThanOrEqual(60);
  await page.reload();
  await expect(card.getByTestId(`file-${name}`)).toContainText('Interrupted');
  await page.close({ runBeforeUnload: false });
}

test('an upload that was interrupted at 60 % resumes in another tab from there', async ({ csr, joins }) => {
  const own = folder();
  const customer = await joins(await csr.startSession());
  await csr.seesCustomer('Park Jihun');
  await csr.press('fileTransferBasic');
  const panel = csr.page.getByTestId('files-panel');
  const film = somePdf(SIZE);
  const file = own.add('everything.pdf', film);
  const context = customer.page.context();
  const address = customer.page.url();
  await sendAndCut(customer.page, file, 'everything.pdf');
  await expect(panel.getByTestId('file-everything.pdf')).toContainText('Sending');

  const again = await context.newPage();
  await again.goto(address);
  const row = again.getByTestId('file-everything.pdf');
  await expect(row).toContainText(/Interrupted at [4-9]\d %/);
  const started = Number(/at (\d+) %/.exec(await row.innerText())![1]);
  const sent: number[] = [];
  again.on('request', (request) => {
    if (request.method() === 'PATCH') sent.push(Number(request.headers()['upload-offset']));
  });
  await choose(again.getByTestId('files-card'), file);
  await expect(panel.getByTestId('file-everything.pdf').getByRole('button', { name: 'Download' })).toBeVisible({
    timeout: within(20_000),
  });
  expect(Math.floor((sent[0]! / SIZE) * 100)).toBe(started);
  // nothing is sent twice, even if the server still had the interrupted upload locked and the page had to ask again
  expect(Math.min(...sent)).toBe(sent[0]);
  await panel.getByTestId('file-everything.pdf').getByText('File hash').click();
  await expect(panel.getByTestId('file-everything.pdf').locator('code')).toHaveText(sha256(film));
  own.remove();
});

test('an upload whose file has changed is not resumed, and restarts on a click', async ({ csr, joins }) => {
  const own = folder();
  const customer = await joins(await csr.startSession());
  await csr.seesCustomer('Park Jihun');
  await csr.press('fileTransferBasic');
  const context = customer.page.context();
  const address = customer.page.url();
  await sendAndCut(customer.page, own.add('draft.pdf', somePdf(SIZE)), 'draft.pdf');

  const later = somePdf(SIZE);
  const file = own.add('draft.pdf', later);
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByTestId('file-draft.pdf')).toContainText('Interrupted');
  await choose(again.getByTestId('files-card'), file);
  const row = again.getByTestId('file-draft.pdf').filter({ hasText: 'needs to be sent again from the start' });
  await row.getByRole('button', { name: 'Start over' }).click();
  const line = csr.page
    .getByTestId('files-panel')
    .getByTestId('file-draft.pdf')
    .filter({ hasText: 'File type verified' });
  await line.getByText('File hash').click({ timeout: within(20_000) });
  await expect(line.locator('code')).toHaveText(sha256(later));
  own.remove();
});

test('an upload is paused, resumed, and cancelled', async ({ csr, joins }) => {
  const own = folder();
  const customer = await joins(await csr.startSession());
  await csr.seesCustomer('Park Jihun');
  const line = await customer.page.context().newCDPSession(customer.page);
  await line.send('Network.enable');
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 4 * 1024 * 1024 };
  await line.send('Network.emulateNetworkConditions', slow);
  const card = customer.page.getByTestId('files-card');
  const file = own.add('long.pdf', somePdf(SIZE));
  await choose(card, file);
  const row = card.getByTestId('file-long.pdf');
  await expect(row).toContainText(/\/s · \d+:\d\d left/);
  await row.getByRole('button', { name: 'Pause' }).click();
  await expect(row).toContainText('Paused at');
  const paused = await percentOf(row);
  await customer.page.waitForTimeout(500);
  expect(await percentOf(row)).toBe(paused);

  // a reloaded page says that the upload is paused, and resumes it with the same file
  await customer.page.reload();
  await expect(row).toContainText('Paused at');
  await line.send('Network.emulateNetworkConditions', slow);
  await row.locator('input[type=file]').setInputFiles(file);
  await expect(row.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect.poll(() => percentOf(row)).toBeGreaterThan(paused);
  await row.getByRole('button', { name: 'Pause' }).click();
  const again = await percentOf(row);
  await row.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => percentOf(row)).toBeGreaterThan(again);
  await row.getByRole('button', { name: 'Cancel' }).click();
  await expect(row).toContainText('Removed');
  own.remove();
});
