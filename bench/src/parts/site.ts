import { startDisplay } from '../../../tools/test/display.mjs';
import { startProduct, type Product } from '../../../e2e/harness/product.js';
import { finishFirstRun, OWN_PASSWORD } from '../../../e2e/harness/first-run.js';

/** The whole product as `npm start` runs it, its first run done, with an X display of its own. */
export interface Site {
  origin: string;
  email: string;
  password: string;
  pidsOf: Product['pidsOf'];
  stop(): Promise<void>;
}

/** @param lan an address of this machine by which other machines reach it */
export async function startSite(lan?: string): Promise<Site> {
  const screen = await startDisplay();
  process.env.DISPLAY = screen.display; // for browsers that are launched later
  const product = await startProduct(lan ? { lan } : {});
  await finishFirstRun(product.origin, product);
  const stop = async () => {
    await product.stop();
    screen.stop();
  };
  // it runs in its own process group, which Ctrl-C does not reach
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.prependOnceListener(signal, () => void stop());
  return { origin: product.origin, email: product.email, password: OWN_PASSWORD, pidsOf: product.pidsOf, stop };
}
