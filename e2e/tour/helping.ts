import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '../harness/fixtures.js';
import { openDesk } from './desk.js';
import { walkFiles } from './files.js';
import { walkTalking } from './talking.js';
import { ask, CAST, join, plugInMore, turnTalk, untilItTakesClicks, type Walk } from './walk.js';

export interface Session {
  id: string;
  number: string;
}

const SAY = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';
export const TALK = {
  ko: [
    '안녕하세요. 무엇을 도와 드릴까요?',
    '어제부터 인쇄가 안 됩니다. 화면에 오류가 나와요.',
    '이 안내를 함께 보시죠: https://help.example.org/printer',
  ],
  en: [
    'Hello. How may I help you?',
    'Since yesterday nothing prints. There is an error on my screen.',
    'Let us look at this together: https://help.example.org/printer',
  ],
};

/** Before a customer has joined: every way to invite one. */
export async function walkInviting({ language, tour }: Walk, csr: Page): Promise<void> {
  await tour.see(csr, 'console', 'invite-first');
  await csr.getByTestId('tool-invite').click();
  const dialog = csr.getByRole('dialog');
  await dialog.waitFor();
  await tour.see(csr, 'console', 'invite');
  await dialog.locator('.invite-mail input').nth(0).fill('nobody');
  await dialog.locator('.invite-mail button[type="submit"]').click();
  await dialog.getByRole('alert').waitFor();
  await tour.see(csr, 'console', 'invite-refused');
  await dialog.locator('.invite-mail input').nth(0).fill('jihun@example.org');
  await dialog.locator('.invite-mail input').nth(1).fill(CAST[language].customer);
  await dialog.locator('.invite-mail button[type="submit"]').click();
  await dialog.getByTestId('invitation-state').waitFor();
  await dialog.locator('.invite-link .ui-button').click();
  await dialog.getByTestId('invitation-link').waitFor();
  await tour.see(csr, 'console', 'invite-made');
  await dialog.locator('.invite-link .qr .ui-button').click();
  await csr.locator('.qr-code.large').waitFor();
  await tour.see(csr, 'console', 'invite-qr');
  await csr.keyboard.press('Escape');
  await csr.keyboard.press('Escape');
}

/** Two people in one session: talk, chat, consents, screens. @returns the customer's page */
export async function walkHelping(walk: Walk, csr: Page, session: Session): Promise<Page> {
  const { product, language, tour, person } = walk;
  const context = await person({ locale: language, tone: 880 });
  await plugInMore(context);
  await join(context, walk, session.number, CAST[language].customer);
  const page = await context.newPage();
  await page.goto(`${product.origin}/s/${session.id}`);
  await page.locator('.room').waitFor();
  await expect(page.locator('.controls .ui-button').first()).toBeEnabled();
  await tour.see(page, 'portal', 'room');

  await expect(csr.locator('.session-customer')).toBeVisible();
  await tour.see(csr, 'console', 'tab-tools');
  await csr.getByTestId('about').click();
  await csr.getByRole('dialog').waitFor();
  await tour.see(csr, 'console', 'about');
  await csr.keyboard.press('Escape');
  for (const tab of ['DESKTOP', 'APPLICATION', 'SESSION']) {
    await csr.locator(`#tab-${tab}`).click();
    await tour.see(csr, 'console', `tab-${tab.toLowerCase()}`);
  }
  await csr.locator('.tab-order-open').click();
  await csr.locator('.tab-order').waitFor();
  await tour.see(csr, 'console', 'tab-order');
  await csr.keyboard.press('Escape');
  await csr.locator('#tab-DESKTOP').click();
  await csr.keyboard.press('Shift'); // as with a keyboard: the reason is shown on focus then
  await csr.getByTestId('tool-requestControlDesktop').focus();
  await expect(csr.locator('.act-panel.shown')).toBeVisible();
  await tour.see(csr, 'console', 'tab-reason');

  const [first, second, third] = TALK[language];
  await say(csr.context(), walk, session, 'staff', first!);
  await say(context, walk, session, `seat:${session.id}`, second!);
  await say(csr.context(), walk, session, 'staff', third!);
  await expect(page.locator('.chat-text')).toHaveCount(3);
  await turnTalk(page);
  await tour.see(page, 'portal', 'chat');
  await tour.see(csr, 'console', 'chat');
  await csr.getByTestId('part-NOTES').click();
  await csr.locator('.notes textarea').fill(second!);
  await expect(csr.getByTestId('note-state')).toHaveText({ ko: '저장했습니다', en: 'Saved' }[language]);
  await tour.see(csr, 'console', 'notes');
  await csr.getByTestId('part-CHAT').click();
  await walkTalking(walk, csr, page);
  await turnTalk(page);
  await csr.keyboard.press('Control+k');
  await tour.see(csr, 'console', 'palette');
  await csr.getByRole('dialog').locator('input').fill('qqq');
  await tour.see(csr, 'console', 'palette-nothing');
  await csr.keyboard.press('Escape');
  await walkFiles(walk, csr, page);
  await walkSharing(walk, csr, page);
  await walkDevices(walk, csr, page);
  await walkHold(walk, csr, page);
  return page;
}

export function say(
  context: BrowserContext,
  { product }: Walk,
  { id }: Session,
  actor: 'staff' | `seat:${string}`,
  text: string,
) {
  const input = { sessionId: id, clientId: crypto.randomUUID(), audience: 'EVERYONE', text };
  return ask(context, product.origin, actor, SAY, { i: input });
}

/** A refusal and a consent. */
const answerOf = (page: Page) => (nth: number) => page.locator('.answers .ui-button').nth(nth);

/** Three questions, three different answers: no, yes for ten minutes, and yes to seeing the CSR's screen. */
async function walkSharing(walk: Walk, csr: Page, page: Page): Promise<void> {
  const { tour } = walk;
  const desk = process.env.TOUR ? await openDesk() : null;
  const answer = answerOf(page);
  await csr.locator('#tab-APPLICATION').click();
  await csr.getByTestId('tool-requestViewApplication').click();
  await answer(0).waitFor();
  await tour.see(page, 'portal', 'consent-application');
  await tour.see(csr, 'console', 'pending');
  await answer(0).click();
  await csr.getByTestId('last-share').waitFor();
  await tour.see(csr, 'console', 'refused');

  await walkViewing(walk, csr, page);
  await walkShowing(walk, csr, page);
  await desk?.close();
}

/** Yes for ten minutes: the customer's screen, until the customer stops it. */
async function walkViewing({ tour }: Walk, csr: Page, page: Page): Promise<void> {
  const answer = answerOf(page);
  await csr.locator('#tab-DESKTOP').click();
  await csr.getByTestId('tool-requestViewDesktop').click();
  await page.locator('.durations').waitFor();
  await untilItTakesClicks(page);
  await page.locator('.durations input').nth(1).check();
  await tour.see(page, 'portal', 'consent-desktop');
  await answer(1).click();
  await expect(page.locator('.durations')).toHaveCount(0);
  await tour.see(page, 'portal', 'pick');
  await tour.see(csr, 'console', 'picking');
  await untilItTakesClicks(page);
  await answer(1).click();
  await csr.getByTestId('screen').waitFor();
  await page.locator('.strip.seen').waitFor();
  await expect
    .poll(() => csr.getByTestId('screen').evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(2);
  await tour.see(page, 'portal', 'live');
  await tour.see(csr, 'console', 'viewing');
  const mode = (nth: number) => csr.locator('.viewer-bar .ui-button').nth(nth);
  await mode(1).click();
  await tour.see(csr, 'console', 'viewing-actual');
  await mode(0).click();
  await page.locator('.strip .ui-button.stop').click();
  await expect(csr.getByTestId('screen')).toHaveCount(0);
  await tour.see(page, 'portal', 'standing');
}

/** Yes to seeing the CSR's screen. */
async function walkShowing({ tour }: Walk, csr: Page, page: Page): Promise<void> {
  const answer = answerOf(page);
  await csr.getByTestId('tool-shareViewDesktop').click();
  await answer(1).waitFor();
  await tour.see(csr, 'console', 'own-asked');
  await tour.see(page, 'portal', 'consent-show');
  await untilItTakesClicks(page);
  await answer(1).click();
  await csr.getByTestId('pick-own').waitFor();
  await tour.see(csr, 'console', 'own-pick');
  await tour.see(page, 'portal', 'shown-coming');
  await csr.getByTestId('pick-own').click();
  await page.getByTestId('shown-screen').waitFor();
  await expect
    .poll(() => page.getByTestId('shown-screen').evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(2);
  await tour.see(page, 'portal', 'shown');
  await tour.see(csr, 'console', 'own-screen');
  await page.locator('.shown .ui-button').last().click();
  await expect(csr.locator('.own')).toHaveCount(0);
}

/** Microphones and cameras of both. */
async function walkDevices({ tour }: Walk, csr: Page, page: Page): Promise<void> {
  const control = (nth: number) => page.locator('.controls > .ui-button').nth(nth);
  for (const [nth, state] of [
    [0, 'microphone'],
    [1, 'camera'],
  ] as const) {
    await control(nth).click();
    const dialog = page.getByRole('dialog');
    const isOn = page.locator('.controls > .ui-button.on').nth(nth);
    await dialog.or(isOn).first().waitFor();
    if (await dialog.isVisible()) {
      await tour.see(page, 'portal', `why-${state}`);
      await dialog.locator('.ui-button').last().click();
    }
    await isOn.waitFor();
    await tour.see(page, 'portal', `with-${state}`);
  }
  await csr.locator('#tab-TOOLS').click();
  await csr.getByTestId('tool-audio').click();
  await csr.getByTestId('tool-video').click();
  await csr.getByTestId('settings-camera').locator('button').first().click();
  await csr.locator('.own-picture').waitFor();
  await csr.getByTestId('customer-camera').waitFor();
  await page.locator('.helper-video').waitFor();
  await tour.see(csr, 'console', 'media');
  await tour.see(page, 'portal', 'media');
  await csr.keyboard.press('Escape');
  await control(1).click();
  await csr.getByTestId('tool-video').click();
}

const BACK_SOON = {
  ko: '동료에게 물어보고 있습니다. 5분쯤 걸립니다.',
  en: 'I am asking a colleague.',
};

/** The customer is put on hold and taken back. */
async function walkHold({ language, tour }: Walk, csr: Page, page: Page): Promise<void> {
  await csr.getByTestId('hold-customer').click();
  await csr.getByRole('dialog').locator('input').fill(BACK_SOON[language]);
  await tour.see(csr, 'console', 'hold-ask');
  await csr.getByTestId('confirm-hold').click();
  await csr.getByTestId('resume').waitFor();
  await tour.see(csr, 'console', 'hold');
  await page.getByTestId('on-hold').waitFor();
  await tour.see(page, 'portal', 'on-hold');
  await csr.getByTestId('resume').click();
  await page.getByTestId('on-hold').waitFor({ state: 'detached' });
}
