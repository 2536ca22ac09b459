import { readFile } from 'node:fs/promises';
import type { BrowserContext } from '@playwright/test';
import { Customer } from '../actors/customer.js';
import { expect, test } from '../harness/fixtures.js';
import { within } from '../../tools/test/patience.mjs';

/** Everything that the pages of a profile receive from the network: socket frames and response bodies. */
function listen(context: BrowserContext): { text(): string } {
  const heard: string[] = [];
  context.on('page', (page) =>
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(payload.toString()))),
  );
  context.on('response', (response) => {
    if (!response.url().endsWith('/graphql')) return;
    response.text().then(
      (body) => heard.push(body),
      () => undefined, // after a reload the bodies of the earlier page are gone
    );
  });
  return { text: () => heard.join('\n') };
}

const SECRETS = ['he sounds upset', 'the spare part is here', 'wiki.internal.example', 'CSRS'];

test('messages between CSRs never reach the customer’s browser', async ({ csr, colleague, person, site }) => {
  const number = await csr.startSession();
  const context = await person({ tone: 880 });
  const wire = listen(context);
  const customer = await Customer.join(context, site.origin, number);
  await csr.seesCustomer('Park Jihun');
  await colleague.assist(number);
  await csr.openPart('PEOPLE');
  await expect(csr.person('Han Sora')).toBeVisible();
  await csr.openPart('CHAT');

  await csr.page.locator('.audience-choices .csrs').click();
  await expect(csr.page.locator('.chat-form')).toContainText('The customer can’t see this.');
  const field = csr.page.getByPlaceholder('Write a message');
  await expect(async () => {
    await field.fill('he sounds upset'); // only CSRs in the staff room are notified of it
    await expect(colleague.page.locator('.chat-typing')).toContainText('is typing', { timeout: within(1000) });
  }).toPass({ timeout: within(15_000) });
  await expect(customer.page.locator('.chat-typing')).toHaveText('');
  await field.press('Enter');
  await expect(colleague.message('he sounds upset')).toBeVisible();
  await expect(colleague.page.locator('.chat-entry.csrs')).toContainText('Representatives only');

  // a CSR without the right to write to the customer writes to the CSRs, and the field says so
  await expect(colleague.page.locator('.chat-form')).toContainText('The customer can’t see this.');
  await colleague.write('the spare part is here');
  await expect(csr.message('the spare part is here')).toBeVisible();
  await csr.page.getByTestId('push-link').click();
  await csr.page.getByRole('dialog').getByLabel('Web address').fill('wiki.internal.example');
  await csr.page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await expect(colleague.page.getByTestId('link-host')).toHaveText('wiki.internal.example');

  await csr.page.locator('.audience-choices .everyone').click();
  await csr.write('Hello to all of you');
  await expect(customer.message('Hello to all of you')).toBeVisible();
  await expect(colleague.message('Hello to all of you')).toBeVisible();
  await expect(customer.page.locator('.chat-entry')).toHaveCount(1);

  await customer.page.reload();
  await expect(customer.message('Hello to all of you')).toBeVisible();
  await expect(customer.page.locator('.chat-entry')).toHaveCount(1);
  const saved = customer.page.waitForEvent('download');
  await customer.page.getByTestId('save-chat').click();
  const kept = await readFile(await (await saved).path(), 'utf8');
  expect(kept).toContain('Hello to all of you');
  expect(wire.text()).toContain('Hello to all of you');
  for (const secret of SECRETS) expect(kept + wire.text()).not.toContain(secret);

  await csr.end();
  const transcript = csr.page.locator('.transcript');
  for (const text of ['he sounds upset', 'the spare part is here', 'Hello to all of you'])
    await expect(transcript).toContainText(text);
});
