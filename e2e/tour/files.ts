import type { Page } from '@playwright/test';
import { folder, somePdf } from '../harness/files.js';
import { expect } from '../harness/fixtures.js';
import { setting, type Walk } from './walk.js';

/** Names of the tour's files, in their sender's language. */
const NAMES = {
  ko: { manual: '설치 안내.pdf', letter: '은행에서 온 편지.pdf', program: '청구서.pdf', film: '화면 녹화.mp4' },
  en: {
    manual: 'How to install.pdf',
    letter: 'Letter from the bank.pdf',
    program: 'Invoice.pdf',
    film: 'Recording.mp4',
  },
};
const FILM = Buffer.concat([Buffer.from('00000018667479706d703432', 'hex'), somePdf(30_000_000)]);

const choose = (page: Page, place: string, ...files: string[]) =>
  page.getByTestId(place).locator('input[type=file][multiple]').setInputFiles(files);

/** A site that allows files in one direction only: each side reads why in place of the button. */
async function walkOneWay({ tour, product: { origin } }: Walk, csr: Page, page: Page): Promise<void> {
  const decide = async (isOn: boolean) => {
    for (const key of ['canStaffSendFiles', 'canCustomersSendFiles']) await setting(csr.context(), origin, key, isOn);
    for (const person of [csr, page]) await person.reload();
  };
  await decide(false);
  await page.getByTestId('files-why').waitFor();
  await tour.see(page, 'portal', 'files-one-way');
  await csr.locator('#tab-TOOLS').click();
  await csr.getByTestId('tool-fileTransferBasic').click();
  await csr.getByTestId('files-why').waitFor();
  await tour.see(csr, 'console', 'files-one-way');
  await decide(true);
  await page.getByTestId('send-file').waitFor();
  await csr.getByTestId('part-CHAT').click();
}

/** Files in both directions: none yet, some published, one refused, one being uploaded, one interrupted. */
export async function walkFiles(walk: Walk, csr: Page, page: Page): Promise<void> {
  const { tour, language } = walk;
  const own = folder();
  const names = NAMES[language];
  await csr.locator('#tab-TOOLS').click();
  await csr.getByTestId('tool-fileTransferBasic').click();
  await csr.getByTestId('files-panel').waitFor();
  await tour.see(csr, 'console', 'files-none');

  const program = Buffer.concat([Buffer.from('MZ'), somePdf(5000)]);
  await choose(csr, 'files-panel', own.add(names.manual, somePdf(2_400_000)), own.add(names.program, program));
  await choose(page, 'files-card', own.add(names.letter, somePdf(700_000)));
  await expect(csr.getByTestId('files-panel').getByTestId('download')).toHaveCount(1);
  await expect(csr.getByTestId('files-panel').locator('.file.over')).toHaveCount(1);
  await csr.getByTestId(`file-${names.manual}`).locator('summary').click();
  await tour.see(csr, 'console', 'files');
  await expect(page.getByTestId('files-card').getByTestId('download')).toHaveCount(1);
  await tour.see(page, 'portal', 'files');

  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 500_000 };
  await line.send('Network.emulateNetworkConditions', slow);
  await choose(page, 'files-card', own.add(names.film, FILM));
  const row = page.getByTestId(`file-${names.film}`);
  await expect(row.locator('.file-state')).toContainText(/\d:\d\d/);
  await tour.see(page, 'portal', 'files-sending');
  await tour.see(csr, 'console', 'files-coming');
  await row.locator('.ui-button').first().click();
  await tour.see(page, 'portal', 'files-paused');
  await page.reload();
  await row.locator('.file-state').waitFor();
  await line.detach();
  await tour.see(page, 'portal', 'files-paused-before');
  await row.locator('.ui-button').last().click();
  await csr.getByTestId('part-CHAT').click();
  own.remove();
  await walkOneWay(walk, csr, page);
}
