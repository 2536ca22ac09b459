import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

export type Duration = 'just this once' | 'for 10 minutes' | 'for this session';

/** The customer in the portal. */
export class Customer {
  constructor(readonly page: Page) {}

  /** Opens the portal and types the number. */
  static async join(context: BrowserContext, origin: string, number: string, name = 'Park Jihun'): Promise<Customer> {
    const customer = new Customer(await context.newPage());
    await customer.page.goto(`${origin}/`);
    await customer.typeNumber(number, name);
    await customer.isInRoom();
    return customer;
  }

  async typeNumber(number: string, name: string): Promise<void> {
    await this.page.getByLabel('Session number').fill(number);
    await this.page.getByLabel('Your name (optional)').fill(name);
    await this.page.getByRole('button', { name: 'Join' }).click();
  }
  async isInRoom(): Promise<void> {
    await expect(this.page.locator('.room')).toBeVisible();
  }
  get consent(): Locator {
    return this.page.getByRole('dialog');
  }
  /** Answers the consent question. */
  async allow(duration: Duration = 'just this once', isForAnyCsr = false): Promise<void> {
    await expect(this.consent.getByRole('button', { name: 'Allow', exact: true })).toBeVisible();
    await this.page.waitForTimeout(350); // the dialog ignores clicks at first
    await this.consent.getByLabel(duration).check();
    if (isForAnyCsr) await this.consent.getByLabel(/other representatives/).check();
    await this.consent.getByRole('button', { name: 'Allow', exact: true }).click();
  }
  async refuse(): Promise<void> {
    await expect(this.consent).toBeVisible();
    await this.page.waitForTimeout(350);
    await this.consent.getByRole('button', { name: 'Don’t allow' }).click();
  }
  /** Answers the offer to be shown a screen. */
  watch = (): Promise<void> => this.answer('Watch');
  notNow = (): Promise<void> => this.answer('Not now');

  private async answer(name: string): Promise<void> {
    const button = this.consent.getByRole('button', { name, exact: true });
    await expect(button).toBeVisible();
    await this.page.waitForTimeout(350);
    await button.click();
  }
  /** Opens the browser's picker, which selects a source by itself. */
  async pick(): Promise<void> {
    await expect(this.consent.getByRole('button', { name: 'Choose now' })).toBeVisible();
    await this.page.waitForTimeout(350);
    await this.consent.getByRole('button', { name: 'Choose now' }).click();
  }
  /** The strip that always says who can see what. */
  get strip(): Locator {
    return this.page.locator('.strip');
  }
  /** The current error message. */
  get notice(): Locator {
    return this.page.locator('.notice');
  }
  /** The CSR's screen as the customer sees it. */
  get shownScreen(): Locator {
    return this.page.getByTestId('shown-screen');
  }
  /** What is said there until it appears. */
  get comingScreen(): Locator {
    return this.page.getByTestId('shown-coming');
  }
  /** On a phone the chat panel must be opened first. */
  async openChat(): Promise<void> {
    const button = this.page.getByTestId('open-chat');
    if ((await button.count()) && (await button.getAttribute('aria-expanded')) === 'false') await button.click();
  }
  async write(text: string): Promise<void> {
    await this.openChat();
    await this.page.getByPlaceholder('Write a message').fill(text);
    await this.page.getByPlaceholder('Write a message').press('Enter');
  }
  message(text: string): Locator {
    return this.page.locator('.chat-text', { hasText: text });
  }
  /** One click, then the reason, then the browser's own confirmation (answered automatically here). */
  async turnOn(device: 'Talk' | 'Turn on camera'): Promise<void> {
    await this.page.getByRole('button', { name: device }).click();
    const goOn = this.page.getByRole('dialog').getByRole('button', { name: 'Continue' });
    const on = this.page.getByRole('button', { name: device === 'Talk' ? 'Mute' : 'Turn off camera' });
    await goOn.or(on).first().waitFor();
    if (await goOn.isVisible()) await goOn.click();
    await on.waitFor();
  }
}
