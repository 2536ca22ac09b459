import type { Page } from '@playwright/test';
import { expect } from '../harness/fixtures.js';
import { SIZES } from '../harness/looks.js';
import { ask, CAST, end, join, turnTalk, type Walk } from './walk.js';
import { say, TALK, type Session } from './helping.js';

/** Lost connections, other windows, other people, and every way in which a session ends. */
export async function walkLeaving(walk: Walk, csr: Page, session: Session, page: Page): Promise<void> {
  const { tour } = walk;
  const { origin } = walk.product;
  const url = `${origin}/s/${session.id}`;

  await page.locator('.controls .leave').click();
  await tour.see(page, 'portal', 'leave');
  await page.keyboard.press('Escape');
  const twin = await page.context().newPage();
  await twin.goto(url);
  await twin.locator('.notice .ui-button').waitFor();
  await tour.see(twin, 'portal', 'elsewhere');
  await twin.goto(`${origin}/`);
  await twin.locator('.back').waitFor();
  await tour.see(twin, 'portal', 'join-back');
  await twin.close();

  await walkLost(walk, csr, page);
  const other = await walkNewcomers(walk, csr, session, page);

  await csr.getByTestId('end-session').click();
  await csr.getByTestId('confirm-end').waitFor();
  await tour.see(csr, 'console', 'end');
  await csr.getByTestId('confirm-end').click();
  await other.locator('.card').waitFor();
  await other.getByTestId('keep-conversation').waitFor();
  await tour.see(other, 'portal', 'ended');
  await csr.getByTestId('timeline').waitFor();
  await tour.see(csr, 'console', 'report');
  await csr.getByTestId('write-note').click();
  await csr.locator('.late-note textarea').fill({ ko: '다시 전화드림', en: 'Called back' }[walk.language]);
  await tour.see(csr, 'console', 'report-writing');
  await csr.getByTestId('note-done').click();
  await csr.getByTestId('note-late').waitFor();
  await tour.see(csr, 'console', 'report-note-late');
}

/**
 * One customer comes with the same number and is not admitted; another one replaces the first. @returns that one's page
 */
async function walkNewcomers(walk: Walk, csr: Page, session: Session, page: Page): Promise<Page> {
  const { product, language, tour, person } = walk;
  const comes = async (isRefused: boolean) => {
    const context = await person({ locale: language, isRefused });
    await join(context, walk, session.number, CAST[language].other);
    const other = await context.newPage();
    await other.goto(`${product.origin}/s/${session.id}`);
    await other.locator('.card').waitFor();
    await csr.locator('.newcomer').waitFor();
    return other;
  };
  const declined = await comes(false);
  await tour.see(declined, 'portal', 'waiting');
  await tour.see(csr, 'console', 'newcomer');
  await csr.locator('.newcomer .ui-button').nth(1).click();
  await csr.getByRole('dialog').waitFor();
  await tour.see(csr, 'console', 'newcomer-instead');
  await csr.keyboard.press('Escape');
  await csr.locator('.newcomer .ui-button').first().click();
  await expect(csr.locator('.newcomer')).toHaveCount(0);
  await expect(declined.locator('.card .ui-button')).toHaveAttribute('href', '/');
  await tour.see(declined, 'portal', 'declined');

  const other = await comes(true);
  await csr.locator('.newcomer .ui-button').nth(1).click();
  await csr.getByRole('dialog').locator('.ui-button').last().click();
  await other.locator('.room').waitFor();
  // from now on another person reads, and there is something to download
  await csr.locator('.chat-form textarea').fill({ ko: '반갑습니다', en: 'Welcome' }[language]);
  await csr.locator('.chat-form textarea').press('Enter');
  await other.locator('.chat-entry').first().waitFor();
  await page.locator('.card').waitFor();
  await tour.see(page, 'portal', 'replaced');
  await expect(other.locator('.controls .ui-button').first()).toBeEnabled();
  await other.locator('.controls .ui-button').first().click();
  const goOn = other.getByRole('dialog').locator('.ui-button').last();
  await goOn.or(other.locator('.notice')).first().waitFor();
  if (await goOn.isVisible()) await goOn.click();
  await other.locator('.notice').waitFor();
  await tour.see(other, 'portal', 'refused-device');
  return other;
}

/** Changes the server's answers, for states that would take hours. */
const changeAnswers = (page: Page, change: (text: string) => string) =>
  page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const body = change(await response.text());
    await route.fulfill({ status: response.status(), contentType: 'application/json', body });
  });

/** The absence of a CSR for two minutes is simulated in the answer, not waited for; the cut connection is real. */
async function walkLost({ tour }: Walk, csr: Page, page: Page): Promise<void> {
  await changeAnswers(page, (text) => text.replaceAll('"isAway":false', '"isAway":true'));
  await page.reload();
  await page.getByRole('dialog').waitFor();
  await tour.see(page, 'portal', 'away');
  await page.unrouteAll({ behavior: 'wait' }); // wait for answers that are still being changed
  const endDueAt = new Date(Date.now() + 3_600_000).toISOString(); // long enough to be inspected
  for (const [person, app] of [
    [page, 'portal'],
    [csr, 'console'],
  ] as const) {
    await changeAnswers(person, (text) =>
      text.replace('"endDueAt":null,"endDueReason":null', `"endDueAt":"${endDueAt}","endDueReason":"IDLE"`),
    );
    await person.reload();
    await person.getByTestId('end-near').waitFor();
    await tour.see(person, app, 'end-near');
    await person.unrouteAll({ behavior: 'wait' });
    await person.reload();
  }
  await page.reload();
  await page.locator('.room').waitFor();
  const isCut = {
    ko: /인터넷에 연결되어 있지 않습니다|서버가 응답하지 않습니다/,
    en: /This device is offline|isn’t answering/,
  }[tour.language];
  for (const person of [page, csr]) await person.context().setOffline(true);
  await expect(page.locator('.notice')).toHaveText(isCut);
  await tour.see(page, 'portal', 'lost');
  await expect(csr.getByTestId('notice')).toHaveText(isCut);
  await tour.see(csr, 'console', 'lost');
  for (const person of [page, csr]) await person.context().setOffline(false);
  const url = page.url();
  await page.goto('about:blank');
  await expect(csr.locator('.line.cutOff')).toBeVisible();
  await tour.see(csr, 'console', 'customer-lost');
  await page.goto(url);
  await expect(csr.locator('.line.cutOff')).toHaveCount(0);
}

/** A second session, with a customer on a phone who leaves. */
export async function walkPhone(walk: Walk, csr: Page): Promise<void> {
  const { product, language, tour, person } = walk;
  const { startSession } = await ask<{ startSession: Session }>(
    csr.context(),
    product.origin,
    'staff',
    'mutation { startSession { id number } }',
  );
  const page = await (await person({ locale: language, isPhone: true })).newPage();
  await page.goto(`${product.origin}/j/${startSession.number}`);
  await page.locator('form input').nth(1).fill(CAST[language].customer);
  await page.locator('form .ui-button.primary').click();
  await page.locator('.room').waitFor();
  await expect(page.locator('.controls .ui-button').first()).toBeEnabled();
  await tour.see(page, 'portal', 'room-of-a-phone', 'phone');
  await page.setViewportSize(SIZES.phone);
  await say(csr.context(), walk, startSession, 'staff', TALK[language][0]!);
  await page.getByTestId('message-bubble').waitFor();
  await tour.see(page, 'portal', 'message-to-a-phone', 'phone');
  await turnTalk(page);
  await tour.see(page, 'portal', 'chat-of-a-phone', 'phone');
  await turnTalk(page);
  await page.locator('.controls > .ui-button').nth(1).click();
  const goOn = page.getByRole('dialog').locator('.ui-button').last();
  await goOn.or(page.locator('.own-video')).first().waitFor();
  if (await goOn.isVisible()) await goOn.click();
  await page.locator('.controls > .ui-button.on').waitFor();
  await page.setViewportSize(SIZES.phone);
  await expect(page.locator('.own-video')).toBeVisible();
  await tour.see(page, 'portal', 'camera-of-a-phone', 'phone');
  await csr.goto(`${product.origin}/console/sessions/${startSession.id}`);
  await csr.getByTestId('customer-camera').waitFor();
  await tour.see(csr, 'console', 'camera-of-a-phone');
  await page.locator('.controls .leave').click();
  await page.getByRole('dialog').locator('.ui-button').last().click();
  await page.locator('.card').waitFor();
  await tour.see(page, 'portal', 'left');
  await end(csr, product.origin, startSession.id);
}
