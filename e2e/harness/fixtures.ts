import { test as base, type Browser } from '@playwright/test';
import { Csr, type Account } from '../actors/csr.js';
import { Customer } from '../actors/customer.js';
import { ApiUser } from './api.js';
import { finishFirstRun, OWN_PASSWORD } from './first-run.js';
import { launch, newPerson, type PersonOptions } from './browser.js';
import { launchFirefox } from './firefox.js';
import { makeMachine, type Machine } from './machine.js';
import { namespaceObstacle } from './namespace.js';
import { startProduct, type Product } from './product.js';
import { startDisplay } from '../../tools/test/display.mjs';
import { within } from '../../tools/test/patience.mjs';

/** A running product whose first run is complete. */
export interface Site extends Account {
  product: Product;
  origin: string;
  /** Ends all running sessions of the account: a CSR may have only a few at a time. */
  endSessions(): Promise<void>;
  /** Another account of the site, invited as an administrator does it; one for each name. */
  colleague(name: string): Promise<Account>;
}

async function openSite(product: Product): Promise<Site> {
  const { origin, email } = product;
  const owner = await finishFirstRun(origin, product);
  const endSessions = async () => {
    const live = 'query { sessions(filter: { mine: true, states: [OPEN, ACTIVE] }) { edges { node { id } } } }';
    const { sessions } = await owner.ask<{ sessions: { edges: { node: { id: string } }[] } }>(live);
    for (const { node } of sessions.edges)
      await owner
        .ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', node)
        // a CSR who has handed over the lead leaves the session
        .catch(() => owner.ask('mutation($id: ID!) { leaveSession(sessionId: $id) }', node));
  };
  const colleagues = new Map<string, Promise<Account>>();
  async function newColleague(name: string): Promise<Account> {
    const own = `${name.toLowerCase().replace(/\W+/g, '.')}.${Date.now()}@example.org`;
    const { inviteUser } = await owner.ask<{ inviteUser: { url: string } }>(
      'mutation($i: InviteUserInput!) { inviteUser(input: $i) { url } }',
      { i: { email: own, name, roleId: 'CSR', locale: 'en' } },
    );
    const token = inviteUser.url.split('/').at(-1)!;
    await new ApiUser(origin).ask('mutation($i: ChoosePasswordInput!) { choosePassword(input: $i) { id } }', {
      i: { token, password: OWN_PASSWORD },
    });
    return { email: own, password: OWN_PASSWORD };
  }
  function colleague(name: string): Promise<Account> {
    const known = colleagues.get(name) ?? newColleague(name);
    colleagues.set(name, known);
    return known;
  }
  return { product, origin, email, password: OWN_PASSWORD, endSessions, colleague };
}

interface WorkerFixtures {
  /** The X display of this worker, on which its browsers run; in the form of DISPLAY. */
  display: string;
  browser: Browser;
  firefox: Browser;
  site: Site;
  newSite(lan?: string): Promise<Site>;
}
interface Fixtures {
  /** A separate browser profile for each person; all are closed after the test. */
  person(options?: PersonOptions & { browser?: Browser }): ReturnType<typeof newPerson>;
  csr: Csr;
  /** Another CSR of the site, signed in. */
  colleague: Csr;
  /** A person who reaches this machine by an address that is not loopback. */
  otherMachine: Machine;
  /** The customer joins the session with this number. */
  joins(number: string, options?: PersonOptions & { name?: string; browser?: Browser }): Promise<Customer>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  display: [
    async ({}, use) => {
      const { display, stop } = await startDisplay();
      process.env.DISPLAY = display; // for processes that are started from here
      await use(display);
      stop();
    },
    { scope: 'worker', auto: true },
  ],
  browser: [
    async ({ display: _display }, use) => {
      const browser = await launch();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  firefox: [
    async ({ display: _display }, use) => {
      const browser = await launchFirefox();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: within(60_000) },
  ],
  newSite: [
    async ({}, use) => {
      const products: Product[] = [];
      await use(async (lan) => {
        const product = await startProduct(lan ? { lan } : {});
        products.push(product);
        return openSite(product);
      });
      await Promise.all(products.map((product) => product.stop()));
    },
    { scope: 'worker', timeout: within(120_000) },
  ],
  site: [async ({ newSite }, use) => use(await newSite()), { scope: 'worker', timeout: within(120_000) }],
  person: async ({ browser }, use) => {
    const contexts: Awaited<ReturnType<typeof newPerson>>[] = [];
    await use(async ({ browser: own, ...options } = {}) => {
      const context = await newPerson(own ?? browser, options);
      contexts.push(context);
      return context;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  csr: async ({ person, site }, use) => {
    await use(await Csr.signIn(await person({ tone: 440 }), site.origin, site));
    await site.endSessions();
  },
  colleague: async ({ person, site }, use) => {
    await use(await Csr.signIn(await person({ tone: 660 }), site.origin, await site.colleague('Han Sora')));
  },
  otherMachine: async ({}, use, testInfo) => {
    const obstacle = namespaceObstacle();
    if (obstacle && process.env.CI) throw new Error(obstacle);
    if (obstacle) console.warn(`skipped, ${obstacle}`);
    testInfo.skip(obstacle !== null, obstacle ?? '');
    const machine = await makeMachine();
    await use(machine);
    await machine.remove();
  },
  joins: async ({ person, site }, use) =>
    use(async (number, { name, ...options } = {}) =>
      Customer.join(await person({ tone: 880, ...options }), site.origin, number, name),
    ),
});
export { expect } from '@playwright/test';
