import type { Locator, Page } from '@playwright/test';
import { Customer } from '../actors/customer.js';
import { expect, test } from '../harness/fixtures.js';
import { loudness } from '../harness/tones.js';
import { framesOf } from '../harness/video.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

const SOON = { timeout: within(20_000) };
/** The picture of a person among the small ones. */
const tile = (page: Page, name: string): Locator => page.getByTestId('camera-tile').filter({ hasText: name });
const camera = (page: Page, name: string): Locator => page.locator(`video[aria-label="Camera of ${name}"]:visible`);

/** A picture with a size, whose frames go on. */
async function moves(video: Locator): Promise<void> {
  await expect(video).toBeVisible(SOON);
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth), SOON).toBeGreaterThan(0);
  const before = await framesOf(video);
  await expect.poll(() => framesOf(video), SOON).toBeGreaterThan(before + 5);
}
/** The last picture is there: it has colour, and the next one does not come. */
async function standsStill(page: Page, name: string): Promise<void> {
  const last = page.getByRole('img', { name: `Last picture of ${name}` });
  await expect(last).toBeVisible();
  await expect(camera(page, name)).toHaveCount(0);
  const brightest = await last.evaluate((element: HTMLCanvasElement) => {
    const { data } = element.getContext('2d')!.getImageData(element.width / 2, element.height / 2, 1, 1);
    return Math.max(data[0]!, data[1]!, data[2]!);
  });
  expect(brightest).toBeGreaterThan(60);
}

test(
  'everybody in the picture: the lead, an assistant and the customer see each other, while a screen is viewed and on hold',
  { tag: '@display' },
  async ({ csr, colleague, joins, person, site }) => {
    test.setTimeout(within(240_000));
    const number = await csr.startSession();
    const customer = await joins(number);
    await csr.seesCustomer('Park Jihun');
    await colleague.assist(number);
    await expect(csr.person('Han Sora')).toContainText('Assistant');
    const line = await csr.openPerson('Han Sora');
    await line.getByLabel('Talk and chat with the customer').check();

    await customer.turnOn('Turn on camera');
    await expect(customer.strip).toContainText('can see your camera');
    await csr.press('video');
    await colleague.press('video');
    await colleague.press('audio');
    await expect.poll(() => loudness(customer.page, 660), SOON).toBeGreaterThan(-60);

    // each of the three sees the two others; the customer is large while no screen is viewed, and is not shown twice
    const lead = await csr.page.locator('.session-bar').innerText();
    expect(lead).toContain('Park Jihun');
    for (const { page } of [csr, colleague]) {
      await moves(page.getByTestId('customer-camera'));
      await expect(camera(page, 'Park Jihun')).toHaveCount(0);
    }
    await moves(camera(csr.page, 'Han Sora'));
    await moves(colleague.page.locator('video[aria-label^="Camera of "]:visible'));
    await moves(customer.page.locator('.helper-video'));
    await moves(camera(customer.page, 'Han Sora'));

    // while the screen is viewed the customer's picture goes on, small
    await viewDesktop(csr, customer);
    for (const { page } of [csr, colleague]) await moves(camera(page, 'Park Jihun'));
    await expect(csr.page.getByTestId('customer-camera')).toHaveCount(0);

    // the pictures can be moved by keys, and stay inside
    const grip = csr.page.getByRole('button', { name: 'Move the cameras (arrow keys)' });
    const place = async () => (await grip.boundingBox())!;
    const before = await place();
    await grip.focus();
    await csr.page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await place()).x).toBeLessThan(before.x);
    await csr.page.keyboard.press('Home');
    await expect.poll(async () => (await place()).x).toBe(before.x);

    // a second customer sees the CSRs, and the customer only while the customer says so
    const second = new Customer(await (await person({ tone: 550 })).newPage());
    await second.page.goto(`${site.origin}/`);
    await second.typeNumber(number, 'Choi Yuna');
    await csr.page.getByRole('button', { name: 'Let in too' }).click();
    await second.isInRoom();
    await moves(camera(second.page, 'Han Sora'));
    await expect(camera(second.page, 'Park Jihun')).toHaveCount(0);
    await expect(customer.strip.getByText('can see your camera')).not.toContainText('Choi Yuna');
    const choice = customer.page.getByLabel('Also show my camera to Choi Yuna');
    await expect(choice).not.toBeChecked();
    await choice.check();
    await moves(camera(second.page, 'Park Jihun'));
    await expect(customer.strip.getByText('can see your camera')).toContainText('Choi Yuna');
    await choice.uncheck();
    await expect(camera(second.page, 'Park Jihun')).toHaveCount(0);

    // on hold the last pictures stay
    await csr.page.getByTestId('hold-customer').click();
    await csr.page.getByTestId('confirm-hold').click();
    await expect(tile(csr.page, 'Park Jihun')).toContainText('On hold');
    await standsStill(csr.page, 'Park Jihun');
    await standsStill(colleague.page, 'Park Jihun');
    await expect(tile(customer.page, 'Han Sora')).toContainText('On hold');
    await standsStill(customer.page, 'Han Sora');
    await csr.page.getByTestId('resume').click();
    await moves(camera(csr.page, 'Park Jihun'));
    await moves(camera(customer.page, 'Han Sora'));

    // a page that is opened again sees everybody again
    await csr.page.reload();
    await moves(camera(csr.page, 'Park Jihun'));
    await moves(camera(csr.page, 'Han Sora'));

    await csr.end();
    const timeline = csr.page.getByTestId('timeline');
    await expect(timeline).toContainText('Park Jihun showed the camera to Choi Yuna as well');
    await expect(timeline).toContainText('Park Jihun stopped showing the camera to Choi Yuna');
  },
);
