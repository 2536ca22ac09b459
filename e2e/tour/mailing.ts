import type { Page } from '@playwright/test';
import type { MailServer } from '../../apps/api/test/mail-server.js';
import { expect } from '../harness/fixtures.js';
import { ask, CAST, end, join, PASSWORD, type Walk } from './walk.js';

const SAY = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';
const WORDS = { ko: '설치 안내를 보내 드립니다.', en: 'Here is how to install it.' };

/** With a mail server: states of a mail, a new address of one's own, and the transcript by mail. */
export async function walkMails(walk: Walk, csr: Page, server: MailServer): Promise<void> {
  const { product, tour } = walk;
  const { origin } = product;
  await csr.goto(`${origin}/console/mails`);
  await csr.locator('.mails-server').waitFor();
  await tour.see(csr, 'console', 'mails-none-unsent');
  await walkForgot(walk);
  await walkAddress(walk, csr);
  await csr.goto(`${origin}/console/`);
  await csr.locator('.hero-start').click();
  await csr.getByTestId('big-number').waitFor();
  const number = (await csr.getByTestId('big-number').innerText()).replace(/\s/g, '');
  const id = csr.url().split('/').at(-1)!;
  await walkInvitations(walk, csr, server);
  await walkConversation(walk, csr, { id, number }, server);
  await csr.goto(`${origin}/console/mails`);
  await csr.locator('.unsent li').first().waitFor();
  await tour.see(csr, 'console', 'mails-unsent');
}

async function walkForgot({ product: { origin }, language, tour, person }: Walk): Promise<void> {
  const page = await (await person({ locale: language })).newPage();
  await page.goto(`${origin}/console/forgot`);
  await page.locator('input').fill(`helper-${language}@example.org`);
  await tour.see(page, 'console', 'forgot');
  await page.locator('.ui-button.primary').click();
  await page.locator('p[role=status]').waitFor();
  await tour.see(page, 'console', 'forgot-sent');
}

/** A new address for the account, which is used once it is confirmed. */
async function walkAddress({ product: { origin }, language, tour }: Walk, csr: Page): Promise<void> {
  const address = csr.locator('.account-profile .address').first();
  await csr.goto(`${origin}/console/account`);
  await address.locator('.ui-button').click();
  await csr.locator('form.address input').first().fill(`owner-${language}@example.org`);
  await csr.locator('form.address input').nth(1).fill('not the password');
  await csr.locator('form.address .ui-button.primary').click();
  await csr.locator('form.address').getByRole('alert').waitFor();
  await tour.see(csr, 'console', 'account-address');
  await csr.locator('form.address input').nth(1).fill(PASSWORD);
  await csr.locator('form.address .ui-button.primary').click();
  await csr.locator('.address .pending').waitFor();
  await tour.see(csr, 'console', 'account-address-waits');
  await csr.locator('.address .pending .ui-button').last().click();
  await csr.locator('.address .pending').waitFor({ state: 'detached' });
}

/** One mail that the mail server accepted, and one that it refused. */
async function walkInvitations({ language, tour }: Walk, csr: Page, server: MailServer): Promise<void> {
  const refused = `refused-${language}@example.org`;
  server.refusals.set(refused, 550);
  await csr.getByTestId('tool-invite').click();
  const dialog = csr.getByRole('dialog');
  const fields = dialog.locator('.invite-mail input');
  const states = dialog.getByTestId('invitation-state');
  for (const [nth, email] of [`jihun-${language}@example.org`, refused].entries()) {
    await fields.nth(0).fill(email);
    await fields.nth(1).fill(CAST[language].customer);
    await dialog.locator('.invite-mail button[type="submit"]').click();
    await expect(states).toHaveCount(nth + 1);
  }
  await dialog.locator('.invitations .failed').waitFor();
  await dialog.locator('.invitations .sent').waitFor();
  await tour.see(csr, 'console', 'invite-mailed');
  await csr.keyboard.press('Escape');
}

/** A customer requests the transcript by mail: for an invalid address, and for one that must confirm first. */
async function walkConversation(
  walk: Walk,
  csr: Page,
  session: { id: string; number: string },
  server: MailServer,
): Promise<void> {
  const { product, language, tour, person } = walk;
  const page = await (await person({ locale: language })).newPage();
  await join(page.context(), walk, session.number, CAST[language].customer);
  await page.goto(`${product.origin}/s/${session.id}`);
  await page.locator('.room').waitFor();
  const input = { sessionId: session.id, clientId: crypto.randomUUID(), audience: 'EVERYONE', text: WORDS[language] };
  await ask(csr.context(), product.origin, 'staff', SAY, { i: input });
  await page.getByTestId('mail-chat').click();
  await page.getByTestId('mail-conversation').waitFor();
  await tour.see(page, 'portal', 'chat-by-mail');
  await page.keyboard.press('Escape');
  await end(csr, product.origin, session.id);
  await page.getByTestId('keep-conversation').waitFor();

  const form = page.getByTestId('mail-conversation');
  const code = page.getByTestId('conversation-code');
  const address = `haeun-${language}@example.org`;
  await form.locator('input').fill('haeun');
  await form.locator('button[type="submit"]').click();
  await form.getByRole('alert').waitFor();
  await tour.see(page, 'portal', 'conversation-refused');
  await form.locator('input').fill(address);
  await form.locator('button[type="submit"]').click();
  await code.waitFor();
  await tour.see(page, 'portal', 'conversation-code');
  const mail = server.received.find(({ recipients }) => recipients.includes(address));
  const digits = /\b\d{3} ?\d{3}\b/.exec(mail?.mail.text ?? '')![0].replace(' ', '');
  await code.locator('input').fill(digits === '000000' ? '000001' : '000000');
  await code.locator('button[type="submit"]').click();
  await code.getByRole('alert').waitFor();
  await tour.see(page, 'portal', 'conversation-code-wrong');
  await code.locator('input').fill(digits);
  await code.locator('button[type="submit"]').click();
  await form.getByRole('status').waitFor();
  await tour.see(page, 'portal', 'conversation-mailed');
}
