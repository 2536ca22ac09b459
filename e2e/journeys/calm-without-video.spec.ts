import type { Page } from '@playwright/test';
import { expect, test } from '../harness/fixtures.js';
import { within } from '../../tools/test/patience.mjs';

const SECONDS = 8;
interface TraceEvent {
  name: string;
  pid: number;
  args: { data?: { frames?: { processId: number; url: string }[] } };
}

/** How many frames a page draws in some seconds in which nothing happens. */
async function framesDrawn(page: Page): Promise<number> {
  const line = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  line.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const collected = new Promise<void>((resolve) => line.once('Tracing.tracingComplete', () => resolve()));
  const categories = 'devtools.timeline,disabled-by-default-devtools.timeline';
  await line.send('Tracing.start', { transferMode: 'ReportEvents', categories });
  await page.waitForTimeout(SECONDS * 1000);
  await line.send('Tracing.end');
  await collected;
  await line.detach();
  // other pages of the browser are traced as well
  const own = events.flatMap(({ args }) => args.data?.frames ?? []).find(({ url }) => url === page.url());
  return events.filter(({ name, pid }) => name === 'Commit' && pid === own!.processId).length;
}

test('without video the console draws one frame a second, that of its clock', async ({ csr, joins }) => {
  test.setTimeout(within(90_000));
  const customer = await joins(await csr.startSession());
  await csr.seesCustomer('Park Jihun');
  await customer.write('Hello');
  await expect(csr.message('Hello')).toBeVisible();
  await expect(csr.page.getByTestId('people-news')).toHaveCount(0, { timeout: within(30_000) });
  await csr.page.mouse.move(600, 500); // nothing there reacts
  // what was just moved or sent may still fade
  await expect(async () => {
    const frames = await framesDrawn(csr.page);
    expect(frames).toBeGreaterThan(0);
    expect(frames).toBeLessThanOrEqual(SECONDS + 2);
  }).toPass({ timeout: within(60_000) });
});
