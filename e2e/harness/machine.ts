import type { Browser } from '@playwright/test';
import { launch } from './browser.js';
import { makeNamespace, type Namespace } from './namespace.js';
import { makeHome, type Home } from './trust.js';

/** Another machine: a network namespace and a home folder of its own. */
export interface Machine {
  network: Namespace;
  home: Home;
  openBrowser(): Promise<Browser>;
  remove(): Promise<void>;
}

export async function makeMachine(): Promise<Machine> {
  const network = await makeNamespace();
  const home = await makeHome().catch(async (error: unknown) => {
    await network.remove();
    throw error;
  });
  const browsers: Browser[] = [];
  return {
    network,
    home,
    async openBrowser() {
      const browser = await launch({ place: { namespace: network.name, home: home.path } });
      browsers.push(browser);
      return browser;
    },
    async remove() {
      await Promise.allSettled(browsers.map((browser) => browser.close()));
      await network.remove();
      await home.remove();
    },
  };
}
