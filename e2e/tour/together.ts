import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '../harness/fixtures.js';
import { ask, CAST, end, join, PASSWORD, type Walk } from './walk.js';

const INVITE = 'mutation($i: InviteUserInput!) { inviteUser(input: $i) { url } }';
const CHOOSE = 'mutation($i: ChoosePasswordInput!) { choosePassword(input: $i) { id } }';
const EXPERT = 'mutation($i: InviteExpertInput!) { inviteExpert(input: $i) { url } }';

/** A second account of the site, signed in. */
async function newColleague({ product: { origin }, language, person }: Walk, csr: BrowserContext): Promise<Page> {
  const input = { name: CAST[language].helper, email: `nora-${language}@example.org`, roleId: 'CSR', locale: language };
  const { inviteUser } = await ask<{ inviteUser: { url: string } }>(csr, origin, 'staff', INVITE, { i: input });
  const context = await person({ locale: language });
  const token = inviteUser.url.split('/').at(-1)!;
  await ask(context, origin, 'nobody', CHOOSE, { i: { token, password: PASSWORD } });
  const page = await context.newPage();
  await page.goto(`${origin}/console/`);
  await page.locator('.hero-start').waitFor();
  return page;
}

/** Several people in one session: a colleague, an outside expert, a second customer, and their rights. */
export async function walkTogether(walk: Walk, csr: Page): Promise<void> {
  const { product, language, tour, person } = walk;
  const { origin } = product;
  await csr.goto(`${origin}/console/`);
  await csr.locator('.hero-start').click();
  await csr.getByTestId('big-number').waitFor();
  const number = (await csr.getByTestId('big-number').innerText()).replace(/\s/g, '');
  const id = csr.url().split('/').at(-1)!;
  const colleague = await newColleague(walk, csr.context());

  await csr.getByTestId('tool-invite').click();
  await csr.locator('.invite-whom label').nth(1).click();
  await csr.locator('.colleagues li').first().waitFor();
  await tour.see(csr, 'console', 'invite-colleague');
  await csr.locator('.colleagues li .ui-button').first().click();
  await csr.locator('.invite-whom label').nth(2).click();
  await tour.see(csr, 'console', 'invite-expert');
  await csr.locator('.expert input').first().fill(CAST[language].expert);
  await csr.locator('.expert button[type="submit"]').click();
  await csr.getByTestId('expert-link').waitFor();
  await tour.see(csr, 'console', 'invite-expert-made');
  await csr.keyboard.press('Escape');

  const customer = await (await person({ locale: language })).newPage();
  await join(customer.context(), walk, number, CAST[language].customer);
  await customer.goto(`${origin}/s/${id}`);
  await colleague.getByTestId('asked-to-help').waitFor();
  await tour.see(colleague, 'console', 'asked-to-help');
  await colleague.getByTestId('asked-to-help').locator('.ui-button.primary').click();
  await colleague.getByTestId('person-ASSISTANT').waitFor({ state: 'attached' });
  await tour.see(colleague, 'console', 'assisting');

  const guest = await (await person({ locale: language })).newPage();
  const { inviteExpert } = await ask<{ inviteExpert: { url: string } }>(csr.context(), origin, 'staff', EXPERT, {
    i: { sessionId: id, name: CAST[language].expert, locale: language },
  });
  await guest.goto(inviteExpert.url);
  await guest.locator('form button[type="submit"]').waitFor();
  await tour.see(guest, 'portal', 'invitation-expert');
  await guest.locator('form button[type="submit"]').click();
  await guest.locator('.room').waitFor();
  const second = await (await person({ locale: language })).newPage();
  await join(second.context(), walk, number, CAST[language].other);
  await second.goto(`${origin}/s/${id}`);
  await csr.locator('.newcomer').waitFor();
  await tour.see(csr, 'console', 'newcomer-choice');
  await csr.locator('.newcomer .ui-button').last().click();
  await second.locator('.also').waitFor();
  await tour.see(customer, 'portal', 'room-together');
  await tour.see(guest, 'portal', 'room-expert');
  await tour.see(second, 'portal', 'room-second');

  await csr.getByTestId('part-PEOPLE').click();
  const line = csr.getByTestId('person-ASSISTANT');
  await line.locator('.person-line .ui-button').click();
  await tour.see(csr, 'console', 'people-rights');
  await line.locator('.person-line .ui-button').click();
  const beside = csr.getByTestId('person-SECONDARY_CUSTOMER');
  await beside.locator('.person-line .ui-button').click();
  await beside.locator('.person-acts .ui-button').first().click();
  await csr.getByTestId('confirm-person').waitFor();
  await tour.see(csr, 'console', 'people-swap');
  await csr.keyboard.press('Escape');

  await csr.locator('#tab-SESSION').click();
  await csr.getByTestId('tool-transferControl').click();
  await csr.getByTestId('confirm-transfer').waitFor();
  await tour.see(csr, 'console', 'transfer');
  await csr.getByTestId('confirm-transfer').click();
  await csr.getByTestId('take-control').waitFor();
  await tour.see(csr, 'console', 'gave-control');
  await csr.getByTestId('end-session').click();
  await tour.see(csr, 'console', 'leave-question');
  await csr.keyboard.press('Escape');
  await csr.getByTestId('take-control').click();
  await csr.getByTestId('part-CHAT').click();
  await expect(csr.getByTestId('take-control')).toHaveCount(0);
  await end(csr, origin, id);
}
