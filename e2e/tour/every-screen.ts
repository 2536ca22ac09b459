import { startMailServer } from '../../apps/api/test/mail-server.js';
import type { PersonOptions } from '../harness/browser.js';
import { finishFirstRun } from '../harness/first-run.js';
import { expect, test } from '../harness/fixtures.js';
import type { Language } from '../harness/looks.js';
import { startProduct, type Product } from '../harness/product.js';
import { Tour } from '../harness/tour.js';
import { within } from '../../tools/test/patience.mjs';
import { walkAdministration } from './administering.js';
import { walkAround, walkLocked } from './around.js';
import { walkArriving } from './arriving.js';
import { enter, walkGates } from './gates.js';
import { walkHelping, walkInviting } from './helping.js';
import { walkLeaving, walkPhone } from './leaving.js';
import { walkMails } from './mailing.js';
import { CAST, signIn, type Walk } from './walk.js';
import { walkTogether } from './together.js';
import { walkUnexpected } from './unexpected.js';

const people = Object.values(CAST).flatMap((cast) => Object.values(cast));
/** Initials replace missing pictures of people, in the script of their names. */
const names = [...people, ...Object.values(CAST.ko).map((name) => [...name][0]!)];

/**
 * Tests that bring the product to every state that a person can see, in one language, light and dark, on a desktop and
 * at 390 px, and inspect it: nothing serious for axe, no sideways scrolling, no text cut off or in the wrong language,
 * no missing picture. With TOUR=<folder> a picture of each state is written there.
 */
export function seeEveryScreen(language: Language): void {
  test.describe.configure({ mode: 'serial' });
  const tour = new Tour(language, names);
  let product: Product;

  test.beforeAll(async () => {
    test.setTimeout(within(120_000));
    product = await startProduct();
  });
  test.afterAll(() => product?.stop());

  test('every screen until the first session', async ({ person }) => {
    await walkGates({ product, language, tour, person });
  });

  test(`every screen of sessions in ${language}`, { tag: '@display' }, async ({ person }) => {
    test.setTimeout(within(360_000));
    const patient = async (options?: PersonOptions) => {
      const context = await person(options);
      context.setDefaultTimeout(within(15_000));
      return context;
    };
    const walk: Walk = { product, language, tour, person: patient };
    const csr = await (await patient({ locale: language })).newPage();
    await signIn(csr.context(), product);
    await csr.goto(`${product.origin}/console/`);
    await enter(csr, product.origin, language);
    await csr.locator('.hero-start').click();
    await csr.getByTestId('big-number').waitFor();
    const number = (await csr.getByTestId('big-number').innerText()).replace(/\s/g, '');
    const session = { id: csr.url().split('/').at(-1)!, number };

    await walkInviting(walk, csr);
    await walkArriving(walk, csr, session);
    const customer = await walkHelping(walk, csr, session);
    await walkLeaving(walk, csr, session, customer);
    await walkPhone(walk, csr);
    await walkAround(walk, csr);
    await walkUnexpected(walk, csr);
    await walkTogether(walk, csr);
    await walkAdministration(walk, csr);
  });

  test('every screen of a site that sends mails', async ({ person }) => {
    test.setTimeout(within(240_000));
    const server = await startMailServer();
    const mailing = await startProduct({ mailServer: server.url });
    try {
      await finishFirstRun(mailing.origin, mailing);
      const csr = await (await person({ locale: language })).newPage();
      await signIn(csr.context(), mailing);
      await csr.goto(`${mailing.origin}/console/`);
      await enter(csr, mailing.origin, language);
      await walkMails({ product: mailing, language, tour, person }, csr, server);
    } finally {
      await mailing.stop();
      await server.stop();
    }
  });

  test('the screen after too many wrong numbers', ({ person }) => walkLocked({ product, language, tour, person }));

  test('no screen has a fault', () => expect(tour.faults).toEqual({}));
}
