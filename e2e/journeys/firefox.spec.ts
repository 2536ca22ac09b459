import { Csr } from '../actors/csr.js';
import { Customer } from '../actors/customer.js';
import { showOnDisplay } from '../harness/display.js';
import { folder, sha256, somePdf } from '../harness/files.js';
import { FIREFOX_TONE, soundIn } from '../harness/firefox.js';
import { expect, test } from '../harness/fixtures.js';
import { randomNumber } from '../harness/seven-segment.js';
import { loudness } from '../harness/tones.js';
import { numberIn } from '../harness/video.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

const HEARD = { timeout: within(20_000) };

test(
  'a customer in Firefox joins by number, is heard, is seen after consent, sends a file, and reloads the page',
  { tag: '@firefox' },
  async ({ csr, joins, firefox }) => {
    const number = await csr.startSession();
    const customer = await joins(number, { browser: firefox });
    await csr.seesCustomer('Park Jihun');

    await csr.press('audio');
    await customer.turnOn('Talk');
    await expect.poll(() => soundIn(customer.page), HEARD).toBeGreaterThan(30);
    await expect.poll(() => loudness(csr.page, FIREFOX_TONE), HEARD).toBeGreaterThan(-60);

    await viewDesktop(csr, customer);
    await expect(csr.page.getByText('Park Jihun’s screen (the browser doesn’t say which)')).toBeVisible();
    await expect(customer.strip).toContainText('can see your screen');

    const own = folder();
    const letter = somePdf(700_000);
    const card = customer.page.getByTestId('files-card');
    await card.locator('input[type=file]').setInputFiles(own.add('은행 편지.pdf', letter));
    await expect(csr.page.getByTestId('part-FILES')).toHaveAccessibleName('Files, 1 new');
    await csr.openPart('FILES');
    const line = csr.page.getByTestId('files-panel').getByTestId('file-은행 편지.pdf');
    await line.getByText('File hash').click();
    await expect(line.locator('code')).toHaveText(sha256(letter));
    own.remove();

    await customer.page.reload();
    await customer.isInRoom();
    await expect(csr.page.getByTestId('last-share')).toContainText('closed or reloaded');
    await viewDesktop(csr, customer);
    await csr.end();
    await expect(csr.page.getByTestId('timeline')).toContainText('requested: desktop; the browser doesn’t say which');
  },
);

test(
  'a customer in Firefox joins by link and watches the screen of the CSR',
  { tag: '@firefox' },
  async ({ csr, person, firefox }) => {
    await csr.startSession();
    await csr.press('invite');
    await csr.page.getByRole('button', { name: 'Create link' }).click();
    const customer = new Customer(await (await person({ browser: firefox })).newPage());
    await customer.page.goto(await csr.page.getByTestId('invitation-link').innerText());
    await customer.page.getByLabel('Your name (optional)').fill('Lee Minho');
    await customer.page.getByRole('button', { name: 'Join the session' }).click();
    await customer.isInRoom();
    await csr.page.keyboard.press('Escape');
    await csr.seesCustomer('Lee Minho');
    const shown = randomNumber();
    await showOnDisplay(shown);
    await csr.press('shareViewDesktop');
    await customer.watch();
    await csr.page.getByTestId('pick-own').click();
    await expect.poll(() => numberIn(customer.shownScreen), HEARD).toBe(shown);
    await expect(customer.strip).toContainText('No one is viewing your screen');
  },
);

test(
  'a CSR in Firefox talks with the customer, sees the customer’s screen, and shares a screen',
  { tag: '@firefox' },
  async ({ site, person, joins, firefox }) => {
    const context = await person({ browser: firefox });
    const csr = await Csr.signIn(context, site.origin, await site.colleague('Kang Mina'));
    const customer = await joins(await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    await csr.press('audio');
    await customer.turnOn('Talk');
    await expect.poll(() => loudness(customer.page, FIREFOX_TONE), HEARD).toBeGreaterThan(-60);
    await expect.poll(() => soundIn(csr.page), HEARD).toBeGreaterThan(30);
    await viewDesktop(csr, customer);

    const shown = randomNumber();
    await showOnDisplay(shown);
    await csr.press('shareViewDesktop');
    await customer.watch();
    await csr.page.getByTestId('pick-own').click();
    await expect.poll(() => numberIn(customer.shownScreen), HEARD).toBe(shown);
    await csr.end();
    await expect(csr.page.getByText('Own screen shared for')).toBeVisible();
  },
);
