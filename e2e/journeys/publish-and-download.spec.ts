import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/fixtures.js';
import { folder, sha256, somePdf } from '../harness/files.js';

const choose = (within: Locator, ...files: string[]) => within.locator('input[type=file]').setInputFiles(files);

async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('files go both ways, only after a click, and a program with another extension is refused', async ({
  csr,
  joins,
}) => {
  const own = folder();
  const number = await csr.startSession();
  const customer = await joins(number);
  await csr.seesCustomer('Park Jihun');

  await csr.press('fileTransferBasic');
  const panel = csr.page.getByTestId('files-panel');
  await expect(panel).toContainText('Drop files here');
  const manual = somePdf(3_000_000);
  const program = Buffer.concat([Buffer.from('MZ'), somePdf(5000)]);
  await choose(panel, own.add('설치 안내.pdf', manual), own.add('invoice.pdf', program));
  await expect(panel.getByTestId('file-설치 안내.pdf')).toContainText('File type verified');
  await expect(panel.getByTestId('file-invoice.pdf')).toContainText('doesn’t match the file name');
  await panel.getByTestId('file-설치 안내.pdf').getByText('File hash').click();
  await expect(panel.getByTestId('file-설치 안내.pdf').locator('code')).toHaveText(sha256(manual));

  const card = customer.page.getByTestId('files-card');
  const row = card.getByTestId('file-설치 안내.pdf');
  await expect(row).toContainText('Document');
  await expect(row).toContainText('2.9 MB');
  await expect(card.getByTestId('file-invoice.pdf')).toHaveCount(0);
  const onDisk = await saved(customer.page, row.getByRole('button', { name: 'Download' }));
  expect(onDisk.name).toBe('설치 안내.pdf');
  expect(sha256(onDisk.bytes)).toBe(sha256(manual));

  const photo = somePdf(700_000);
  await choose(card, own.add('letter from the bank.pdf', photo));
  await expect(card.getByTestId('file-letter from the bank.pdf')).toContainText('From you');
  const line = panel.getByTestId('file-letter from the bank.pdf');
  await expect(line).toContainText('From Park Jihun');
  expect(sha256((await saved(csr.page, line.getByRole('button', { name: 'Download' }))).bytes)).toBe(sha256(photo));

  await panel.getByTestId('file-설치 안내.pdf').getByRole('button', { name: 'Remove file' }).click();
  await expect(row).toHaveCount(0);

  await csr.end();
  for (const said of ['sent “설치 안내.pdf”', 'downloaded “설치 안내.pdf”', '“invoice.pdf” was rejected'])
    await expect(csr.page.getByText(said, { exact: false })).toBeVisible();
  const afterwards = csr.page
    .getByTestId('report-files')
    .getByRole('button', { name: 'Download letter from the bank.pdf' });
  expect(sha256((await saved(csr.page, afterwards)).bytes)).toBe(sha256(photo));
  own.remove();
});

test('a colleague who gets the right to files during a session immediately sees the existing ones', async ({
  csr,
  colleague,
  joins,
}) => {
  const own = folder();
  const number = await csr.startSession();
  await joins(number);
  await csr.seesCustomer('Park Jihun');
  await csr.press('fileTransferBasic');
  await choose(csr.page.getByTestId('files-panel'), own.add('manual.pdf', somePdf(5000)));
  await expect(csr.page.getByTestId('files-panel').getByTestId('file-manual.pdf')).toContainText('File type verified');
  await colleague.assist(number);
  await colleague.openTab('Tools');
  await expect(colleague.tool('fileTransferBasic')).toHaveAttribute('aria-disabled', 'true');
  const line = await csr.openPerson('Han Sora');
  await line.getByLabel('Send and receive files').check();
  await expect(colleague.page.getByTestId('part-FILES')).toHaveAccessibleName('Files, 1 new');
  await colleague.openPart('FILES');
  const panel = colleague.page.getByTestId('files-panel');
  await expect(panel.getByTestId('file-manual.pdf').getByRole('button', { name: 'Download' })).toBeVisible();
  own.remove();
});

test('a file that is dropped on the console is uploaded', async ({ csr, joins }) => {
  const number = await csr.startSession();
  const customer = await joins(number);
  await csr.seesCustomer('Park Jihun');
  const transfer = await csr.page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['how to fix it\n'], 'steps.txt', { type: 'text/plain' }));
    return transfer;
  });
  await csr.page.dispatchEvent('.dashboard', 'dragenter', { dataTransfer: transfer });
  await expect(csr.page.getByTestId('files-panel')).toContainText('Drop to send');
  await csr.page.dispatchEvent('.dashboard', 'drop', { dataTransfer: transfer });
  await expect(customer.page.getByTestId('file-steps.txt').getByRole('button', { name: 'Download' })).toBeVisible();
});

test(
  'a screenshot of the viewed screen is saved in its own size and shown to the CSR, and the customer is informed',
  { tag: '@display' },
  async ({ csr, joins }) => {
    const number = await csr.startSession();
    const customer = await joins(number);
    await csr.seesCustomer('Park Jihun');
    await csr.press('requestViewDesktop');
    await customer.allow();
    await customer.pick();
    const video = csr.screen;
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBeGreaterThan(0);
    await csr.page.getByTestId('screenshot').click();
    await csr.press('fileTransferBasic');
    const line = csr.page.getByTestId('files-panel').locator('li').first();
    await expect(line).toContainText('Screenshot');
    const picture = line.getByRole('img');
    await expect
      .poll(() => picture.evaluate((element: HTMLImageElement) => element.naturalWidth))
      .toBe(await video.evaluate((element: HTMLVideoElement) => element.videoWidth));
    await expect(customer.page.getByTestId('files-card').locator('li')).toHaveCount(0);
    await csr.page.keyboard.press('Alt+x');
    await expect(csr.page.getByTestId('files-panel').locator('li')).toHaveCount(2);
    await csr.end();
    await expect(csr.page.getByText('saved a screenshot of the viewed screen').first()).toBeVisible();
  },
);
