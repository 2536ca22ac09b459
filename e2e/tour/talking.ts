import type { Page } from '@playwright/test';
import { expect } from '../harness/fixtures.js';
import type { Walk } from './walk.js';

const WORDS = {
  ko: {
    among: '고객이 많이 불편해하십니다. 부품 재고를 확인해 주세요.',
    slip: '비밀번호는 1234입니다',
    fixed: '3단계를 봐 주세요',
    note: '월요일에 다시 전화하기',
    reply: '안녕하세요, 무엇을 도와 드릴까요?',
    short: '인사',
  },
  en: {
    among: 'The customer is rather upset. Please see whether the part is in stock.',
    slip: 'my password is 1234',
    fixed: 'Please look at step 3',
    note: 'Call again on Monday',
    reply: 'Hello, how may I help you?',
    short: 'hello',
  },
};

/** Chat and notes beyond a message to everybody. */
export async function walkTalking({ language, tour }: Walk, csr: Page, page: Page): Promise<void> {
  const words = WORDS[language];
  const field = csr.locator('.chat-form textarea');
  await csr.locator('.audience-choices .csrs').click();
  await field.fill(words.among);
  await field.press('Enter');
  await expect(csr.locator('.chat-entry.csrs')).toHaveCount(1);
  await tour.see(csr, 'console', 'chat-among-us');
  await csr.locator('.audience-choices .everyone').click();

  await csr.getByTestId('push-link').click();
  const dialog = csr.getByRole('dialog');
  await dialog.locator('input').fill('javascript:alert(1)');
  await dialog.locator('button[type="submit"]').click();
  await dialog.getByRole('alert').waitFor();
  await tour.see(csr, 'console', 'push-link-refused');
  await dialog.locator('input').fill('help.example.org/printer');
  await dialog.locator('button[type="submit"]').click();
  await page.getByTestId('link-host').waitFor();
  await tour.see(page, 'portal', 'chat-address');

  const own = page.locator('.chat-form textarea');
  await own.fill(words.slip);
  await own.press('Enter');
  const slip = page.locator('.chat-entry.mine').last();
  await slip.locator('.chat-acts > button').last().click();
  await tour.see(page, 'portal', 'chat-deleting');
  await slip.locator('.chat-acts > .stop').click();
  await expect(page.locator('.chat-text.gone')).toHaveCount(1);
  await field.fill(words.fixed);
  await field.press('Enter');
  const mine = csr.locator('.chat-entry.mine').last();
  await mine.locator('.chat-acts > button').first().click();
  await tour.see(csr, 'console', 'chat-editing');
  await mine.locator('textarea').press('Escape');
  await csr.getByTestId('nudge').click();
  await page.locator('.nudged').waitFor();
  await tour.see(page, 'portal', 'chat-nudged');
  await own.fill(' ');
  await own.fill('');

  await csr.getByTestId('part-NOTES').click();
  await csr.getByTestId('note-private').click();
  await csr.locator('.notes textarea').fill(words.note);
  await expect(csr.getByTestId('note-state')).toHaveText({ ko: '저장했습니다', en: 'Saved' }[language]);
  await tour.see(csr, 'console', 'notes-private');
  await csr.getByTestId('note-shared').click();
  await csr.getByTestId('part-CHAT').click();
}

/** Canned replies of the site and of the CSR. */
export async function walkReplies({ product: { origin }, language, tour }: Walk, csr: Page): Promise<void> {
  const { reply, short } = WORDS[language];
  await csr.goto(`${origin}/console/admin/replies`);
  await csr.getByTestId('reply-new').click();
  const dialog = csr.getByRole('dialog');
  await dialog.locator('input').fill(short);
  await dialog.locator('select').selectOption(language);
  await dialog.locator('textarea').fill(`${reply} {{customer.name}} {{x}}`);
  await dialog.locator('button[type="submit"]').click();
  await dialog.getByRole('alert').waitFor();
  await tour.see(csr, 'console', 'reply-refused');
  await dialog.locator('textarea').fill(reply);
  await dialog.locator('button[type="submit"]').click();
  await csr.locator('.reply-list li').first().waitFor();
  await tour.see(csr, 'console', 'admin-replies');
  await csr.locator('.reply-list .ui-button').last().click();
  await csr.locator('.reply-deleted').waitFor();
  await tour.see(csr, 'console', 'reply-deleted');
  await csr.goto(`${origin}/console/account`);
  await csr.locator('.replies .empty').waitFor();
  await tour.see(csr, 'console', 'account-replies');
}
