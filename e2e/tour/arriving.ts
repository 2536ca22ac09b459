import type { Page } from '@playwright/test';
import { expect } from '../harness/fixtures.js';
import { ask, CAST, type Walk } from './walk.js';

const LINK = 'mutation($i: CreateInvitationLinkInput!) { createInvitationLink(input: $i) { url } }';

/** Ways in which a customer can join, or is refused. */
export async function walkArriving(walk: Walk, csr: Page, session: { id: string; number: string }): Promise<void> {
  const { product, language, tour, person } = walk;
  const { origin } = product;
  const people = CAST[language];
  const page = await (await person({ locale: language })).newPage();
  const button = page.locator('form .ui-button.primary');

  await page.goto(`${origin}/`);
  await expect(page.locator('h1')).toContainText(people.site);
  await tour.see(page, 'portal', 'join');
  await page.locator('.number').fill('481 20');
  await button.click();
  await page.getByRole('alert').waitFor();
  await tour.see(page, 'portal', 'join-incomplete');
  await page.locator('.number').fill('000 000 001');
  await button.click();
  await expect(page.getByRole('alert')).not.toContainText('9');
  await tour.see(page, 'portal', 'join-wrong-number');

  const input = { sessionId: session.id, locale: language, name: people.customer };
  const { createInvitationLink } = await ask<{ createInvitationLink: { url: string } }>(
    csr.context(),
    origin,
    'staff',
    LINK,
    { i: input },
  );
  await page.goto(createInvitationLink.url);
  await button.waitFor();
  await tour.see(page, 'portal', 'invitation');
  await page.goto(`${origin}/i/not-a-token`);
  await page.getByRole('alert').waitFor();
  await tour.see(page, 'portal', 'invitation-unknown');
  await page.goto(`${origin}/s/${crypto.randomUUID()}`);
  await page.locator('.card').waitFor();
  await tour.see(page, 'portal', 'unknown');

  // the answer is delayed, then the server is unreachable
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/graphql', async (route) => {
    await released;
    await route.abort();
  });
  await page.goto(`${origin}/s/${session.id}`);
  await page.getByRole('status').waitFor();
  await tour.see(page, 'portal', 'connecting');
  release();
  await expect(page.getByRole('status')).toContainText('.');
  await tour.see(page, 'portal', 'connecting-lost');
  await page.unrouteAll({ behavior: 'wait' });
  await page.close();
}
