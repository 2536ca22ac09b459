import { within } from '../../tools/test/patience.mjs';
import { DEFAULT_LAYOUT, type DashboardLayout } from '@tandem/domain';
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

export type Tool =
  | 'invite'
  | 'chat'
  | 'video'
  | 'audio'
  | 'notes'
  | 'fileTransferBasic'
  | 'transferControl'
  | 'endSession'
  | 'optionStandard'
  | 'optionSampling'
  | `${'requestView' | 'shareView'}${'Desktop' | 'Application'}`
  | `requestControl${'Desktop' | 'Application'}`;

/** The address of a session's page. */
const IN_SESSION = /\/console\/sessions\//;
const SESSION_TOOLS = new Set<Tool>(['transferControl', 'endSession', 'optionStandard', 'optionSampling']);
const TAB_OF: Record<string, string> = { Desktop: 'Desktop', Application: 'Application' };

export interface Account {
  email: string;
  password: string;
}

const ARRANGE = 'mutation($input: DashboardLayoutInput!) { setMyDashboardLayout(input: $input) { id } }';
/** Arranges the dashboard of the account that is signed in; the next page that is opened has it. */
async function arrange(page: Page, origin: string, input: DashboardLayout): Promise<void> {
  const headers = { origin, 'tandem-actor': 'staff' };
  const answer = await page.request.post(`${origin}/graphql`, {
    headers,
    data: { query: ARRANGE, variables: { input } },
  });
  expect(await answer.json()).not.toHaveProperty('errors');
}

/** The CSR in the console. */
export class Csr {
  private constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  /** Signs in by the form. `isArranged`: the dashboard stays as the account has arranged it. */
  static async signIn(
    context: BrowserContext,
    origin: string,
    { email, password }: Account,
    { isArranged = false } = {},
  ): Promise<Csr> {
    const page = await context.newPage();
    await page.goto(`${origin}/console/`);
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('button', { name: 'Start a session' })).toBeVisible();
    // another journey may have left the account with an arrangement of its own
    if (!isArranged) await arrange(page, origin, DEFAULT_LAYOUT);
    return new Csr(page, origin);
  }

  /** @returns the nine digits */
  async startSession(): Promise<string> {
    await this.page.goto(`${this.origin}/console/`);
    // the page may still move just after opening, so that a click can miss: click again then
    await expect(async () => {
      if (!IN_SESSION.test(this.page.url()))
        await this.page.getByRole('button', { name: 'Start a session' }).click({ timeout: within(2000) });
      await this.page.waitForURL(IN_SESSION, { timeout: within(5000) });
    }).toPass({ timeout: within(15_000) });
    await expect(this.page.getByTestId('big-number')).toHaveText(/\d{3} \d{3} \d{3}/);
    return (await this.page.getByTestId('big-number').innerText()).replace(/\s/g, '');
  }

  get sessionId(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1)!;
  }
  /** The customer's screen as it is seen here. */
  get screen(): Locator {
    return this.page.getByTestId('screen');
  }
  get notice(): Locator {
    return this.page.getByTestId('notice');
  }
  tool(tool: Tool): Locator {
    return this.page.getByTestId(`tool-${tool}`);
  }
  async openTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }
  /** Clicks a button of the dashboard, on whichever tab it is. */
  async press(tool: Tool): Promise<void> {
    const tab = Object.keys(TAB_OF).find((name) => tool.endsWith(name));
    await this.openTab(tab ?? (SESSION_TOOLS.has(tool) ? 'Session' : 'Tools'));
    await expect(this.tool(tool)).not.toHaveAttribute('aria-disabled', 'true');
    await this.tool(tool).click();
  }
  /** Joins a colleague's session by its number. */
  async assist(number: string): Promise<void> {
    await this.page.goto(`${this.origin}/console/`);
    await this.page.getByLabel('Assist in a session').fill(number);
    await this.page.getByRole('button', { name: 'Join', exact: true }).click();
    await this.page.waitForURL(/\/sessions\//);
  }
  /** Shows the names of the tools, and the modes of a session option among them. */
  async unfoldRail(): Promise<void> {
    const fold = this.page.getByTestId('fold-rail');
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  }
  /** Shows a part of the side column. */
  async openPart(part: 'CHAT' | 'PEOPLE' | 'NOTES' | 'FILES'): Promise<void> {
    await this.page.getByTestId(`part-${part}`).click();
  }
  /** One person's row in the list of people. */
  person(name: string): Locator {
    return this.page.locator('.person', { hasText: name });
  }
  async openPerson(name: string): Promise<Locator> {
    await this.openPart('PEOPLE');
    const person = this.person(name);
    await person.getByRole('button', { name: `What ${name} can do` }).click();
    return person;
  }
  /** The customer has joined, and the media are connected. */
  async seesCustomer(name: string): Promise<void> {
    await expect(this.page.locator('.session-customer')).toHaveText(name);
  }
  async write(text: string): Promise<void> {
    await this.openPart('CHAT');
    await this.page.getByPlaceholder('Write a message').fill(text);
    await this.page.getByPlaceholder('Write a message').press('Enter');
  }
  message(text: string): Locator {
    return this.page.locator('.chat-text', { hasText: text });
  }
  async note(text: string): Promise<void> {
    await this.openPart('NOTES');
    await this.page.getByRole('textbox', { name: 'Notes' }).fill(text);
  }
  async end(): Promise<void> {
    await this.page.getByTestId('end-session').click();
    await this.page.getByTestId('confirm-end').click();
    await this.page.waitForURL(/\/reports\//);
  }
}
