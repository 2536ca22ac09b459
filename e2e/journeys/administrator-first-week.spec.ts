import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test, type Site } from '../harness/fixtures.js';
import { signIn } from '../tour/walk.js';
import { within } from '../../tools/test/patience.mjs';

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32" width="120" height="32"><script>alert(1)</script>' +
  '<circle cx="16" cy="16" r="14" fill="#7a1fa2"/></svg>';
/** The font contains only part of Hangul: the other letters come from the machine's fonts, as with every small font. */
const FONT = path.resolve(
  import.meta.dirname,
  '../../node_modules/pretendard/dist/web/static/woff2-dynamic-subset/Pretendard-Bold.subset.91.woff2',
);
const AGREEMENT = { title: '원격 지원 이용 동의', body: '담당자가 허용한 화면만 봅니다.\n언제든지 멈출 수 있습니다.' };

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const admin = (page: Page, part: string) => page.getByRole('navigation', { name: '관리' }).getByText(part).click();

async function openAdministration(context: BrowserContext, { origin, product, password }: Site): Promise<Page> {
  context.setDefaultTimeout(within(10_000));
  await signIn(context, product, password);
  const page = await context.newPage();
  await page.goto(`${origin}/console/account`);
  await page.getByRole('button', { name: 'Owner' }).click();
  await page.getByLabel('Language', { exact: true }).selectOption('ko');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '관리' }).click();
  return page;
}

/** A setting is changed, found in the history, and undone; another one stays changed. */
async function decide(page: Page): Promise<void> {
  const mode = page.getByLabel('동시에 진행하는 세션', { exact: true });
  await mode.selectOption({ label: '싱글 세션' });
  await expect(page.locator('.history li').first()).toContainText('멀티 세션 → 싱글 세션');
  await page
    .locator('[data-key=sessionMode]')
    .getByRole('button', { name: /^되돌리기/ })
    .click();
  await expect(mode).toHaveValue('MULTI');
  await page.getByLabel('사이트 이름', { exact: true }).fill('에이크미');
  await button(page, '저장').click();
  await expect(page.locator('.frame-mark')).toHaveText('에이크미');
}

/** Invites a colleague. @returns the link, as the administrator may pass it on */
async function inviteColleague(page: Page): Promise<string> {
  await admin(page, '사용자');
  await button(page, '사용자 초대').click();
  await page.getByLabel('이메일 주소', { exact: true }).fill('seoyeon@example.org');
  await page.getByLabel('이름', { exact: true }).fill('김서연');
  await button(page, '초대 보내기').click();
  const link = await page.getByTestId('staff-link').innerText();
  await button(page, '닫기').click();
  await expect(page.locator('.user', { hasText: '김서연' })).toContainText('초대됨');
  return link;
}

/**
 * Imports a file with a formula, an unknown role and an existing account: errors are shown by line, valid rows are
 * invited.
 */
async function inviteByFile(page: Page): Promise<void> {
  const lines = [
    '메일,이름,역할',
    '=1+1,수식,CSR',
    'king@example.org,이왕,왕',
    'seoyeon@example.org,김서연,CSR',
    'haeun@example.org,이하은,감독자',
  ];
  await button(page, 'CSV에서 가져오기').click();
  const buffer = Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
  await page.locator('input[type=file]').setInputFiles({ name: '사용자.csv', mimeType: 'text/csv', buffer });
  for (const problem of ['수식이 들어 있는 셀', '존재하지 않는 역할입니다', '이미 사용 중인 이메일 주소'])
    await expect(page.locator('.import-rows')).toContainText(problem);
  await button(page, '1명 초대하기').click();
  await expect(page.getByText('1명을 초대했습니다')).toBeVisible();
  await button(page, '닫기').click();
  await expect(page.locator('.user', { hasText: '이하은' })).toContainText('감독자');
}

async function wordTheMail(page: Page): Promise<void> {
  await admin(page, '이메일 템플릿');
  await page.getByLabel('제목', { exact: true }).fill('[{site}] {csr} 담당자의 초대');
  await expect(page.locator('.preview-head')).toContainText('[에이크미] 김서연 담당자의 초대');
  await page.getByLabel('본문', { exact: true }).fill('{greeting} {salary}');
  await expect(page.locator('.editor-preview').getByRole('alert')).toContainText('{salary}');
  await page.getByLabel('본문', { exact: true }).fill('{greeting}\n\n{button}\n\n---\n\n문의 1234-5678');
  await button(page, '저장').click();
  await expect(page.getByText('저장했습니다')).toBeVisible();
  await expect(page.locator('.history li').first()).toContainText('[{site}] {csr} 담당자의 초대');
  await button(page, '나에게 테스트 보내기').click();
  await expect(page.getByText('테스트 이메일은 ‘보내지 않은 이메일’에 있습니다')).toBeVisible();
  await page.getByRole('link', { name: '보내지 않은 이메일' }).click();
  await expect(page.getByRole('article')).toContainText('[에이크미] 김서연 담당자의 초대');
  await expect(page.getByRole('article')).toContainText('박지훈 님, 안녕하세요.');
  await page.getByRole('link', { name: '관리' }).click();
}

async function paint(page: Page): Promise<void> {
  await admin(page, '브랜딩');
  await page.getByLabel('색 코드', { exact: true }).fill('#ffd400');
  await button(page, '저장').click();
  await expect(page.getByRole('alert')).toContainText('글자를 읽기 어렵습니다');
  await page.getByLabel('색 코드', { exact: true }).fill('#7a1fa2');
  await page.getByLabel('참여 페이지 제목', { exact: true }).fill('에이크미 원격 지원');
  const file = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(LOGO) };
  await page.locator('.logo input[type=file]').setInputFiles(file);
  await expect(page.locator('.logo-box img')).toBeVisible();
  await page.getByLabel('번호 입력란 아래 안내', { exact: true }).fill('번호를 모르시면 1234-5678로 전화해 주세요.');
  await page.getByLabel('개인정보 처리방침 주소', { exact: true }).fill('acme.example/privacy');
  await expect(page.getByLabel('사용자 지정 글꼴')).toBeDisabled();
  const noFont = { name: '글꼴.woff2', mimeType: 'font/woff2', buffer: Buffer.from('no font') };
  await page.locator('.fonts input[type=file]').setInputFiles(noFont);
  await expect(page.locator('.fonts').getByRole('alert')).toContainText('WOFF2 글꼴이 아니거나');
  await page.locator('.fonts input[type=file]').setInputFiles(FONT);
  await expect(page.getByLabel('사용자 지정 글꼴')).toBeChecked();
  await button(page, '저장').click();
  await expect(page.getByText('이제 고객에게 이렇게 보입니다')).toBeVisible();
  // one click undoes a changed heading, and everything else stays
  await page.getByLabel('참여 페이지 제목', { exact: true }).fill('에이크미 도움');
  await button(page, '저장').click();
  const newest = page.locator('.history li').first();
  await expect(newest).toContainText('에이크미 원격 지원 → 에이크미 도움');
  await newest.getByRole('button', { name: /^되돌리기/ }).click();
  await expect(page.getByLabel('참여 페이지 제목', { exact: true })).toHaveValue('에이크미 원격 지원');
  await expect(newest).toContainText('에이크미 도움 → 에이크미 원격 지원');
}

async function askForAgreement(page: Page): Promise<void> {
  await admin(page, '동의문');
  for (const [language, { title, body }] of [
    ['en', { title: 'Terms', body: 'We see what you allow.' }],
    ['ko', AGREEMENT],
  ] as const) {
    await page.getByLabel(/^언어/).selectOption(language);
    await page.getByLabel('제목', { exact: true }).fill(title);
    await page.getByLabel('본문', { exact: true }).fill(body);
  }
  await button(page, '버전 1 게시').click();
  await expect(page.locator('.version')).toContainText('버전 1');
  await page.getByLabel('동의문 필수').check();
  await expect(page.getByText('저장했습니다')).toBeVisible();
}

/** Adds an address of the site's own, checks it and uses it for links. @returns its origin */
async function ownAddress(page: Page, origin: string): Promise<string> {
  await admin(page, '주소');
  await page.getByLabel('자체 주소').fill('https://Help.localhost/');
  await button(page, '주소 추가').click();
  const row = page.locator('[data-host="help.localhost"]');
  await row.getByRole('button', { name: '연결 확인' }).click();
  await expect(row.getByRole('status')).toContainText('help.localhost 주소가 여기로 연결됩니다');
  await row.getByRole('button', { name: '링크와 이메일에 사용' }).click();
  await expect(row).toContainText('링크와 이메일에 사용 중');
  return origin.replace('//localhost', '//help.localhost');
}

test('an administrator’s first week, in Korean', async ({ newSite, person }) => {
  test.setTimeout(within(120_000));
  const site = await newSite();
  const page = await openAdministration(await person({ locale: 'ko' }), site);
  await decide(page);
  const link = await inviteColleague(page);
  await inviteByFile(page);
  await wordTheMail(page);
  await paint(page);
  await askForAgreement(page);
  const ownOrigin = await ownAddress(page, site.origin);

  // the colleague chooses a password by the link, and signs in
  const colleague = await (await person({ locale: 'ko' })).newPage();
  await colleague.goto(link);
  await colleague.getByLabel('새 비밀번호', { exact: true }).fill('초록 주전자가 노래한다');
  await colleague.getByLabel('새 비밀번호 확인').fill('초록 주전자가 노래한다');
  await button(colleague, '저장하고 시작하기').click();
  await expect(colleague.getByText('김서연 님, 안녕하세요')).toBeVisible();
  await expect(colleague.getByRole('link', { name: '관리' })).toHaveCount(0);
  await colleague.locator('.hero-start').click();
  const number = (await colleague.getByTestId('big-number').innerText()).replace(/\s/g, '');

  // the invitation leads to the site's own address
  await expect(colleague.getByText(`${new URL(ownOrigin).host}`).first()).toBeVisible();

  // the customer sees the site's logo, colour and texts, and is asked to agree
  const customer = await (await person({ locale: 'ko' })).newPage();
  await customer.goto(`${ownOrigin}/j/${number}`);
  await expect(customer.getByRole('heading', { name: '에이크미 원격 지원' })).toBeVisible();
  await expect(customer.getByRole('img', { name: '에이크미' })).toBeVisible();
  await expect(customer.locator('html')).toHaveCSS('font-family', /^"Tandem Site"/);
  const ownFont = () => customer.evaluate(() => [...document.fonts].map(({ family, status }) => `${family} ${status}`));
  await expect.poll(ownFont).toEqual([expect.stringMatching(/Tandem Site"? loaded/)]);
  await expect(customer.getByText('번호를 모르시면 1234-5678로')).toBeVisible();
  const notice = customer.getByRole('link', { name: '개인정보 처리방침' });
  await expect(notice).toHaveAttribute('href', 'https://acme.example/privacy');
  await expect(button(customer, '참여하기')).toHaveCSS('background-color', 'rgb(122, 31, 162)');
  await expect(customer.getByRole('region', { name: '동의문' })).toContainText('언제든지 멈출 수 있습니다');
  await button(customer, '참여하기').click();
  await expect(customer.getByRole('alert')).toContainText('동의해 주세요');
  await customer.getByLabel('읽었으며 동의합니다').check();
  await button(customer, '참여하기').click();
  await expect(customer).toHaveURL(/\/s\//);
  await expect(colleague.locator('.session-bar')).toContainText('고객');

  // disabling an account ends its access immediately, in the middle of a session
  await admin(page, '사용자');
  await page.locator('.user', { hasText: '김서연' }).click();
  await button(page, '계정 사용 중지').click();
  await button(page, '계정 사용 중지').click();
  await expect(page.locator('.user', { hasText: '김서연' })).toContainText('사용 중지');
  await expect(colleague).toHaveURL(/sign-in/, { timeout: within(4000) });
});
