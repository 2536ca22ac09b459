import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { inspectPage } from './inspect-page.js';
import { LOOKS, takeLook, type Language, type Look, type Size } from './looks.js';

type App = 'portal' | 'console';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
/** In Latin letters in Korean as well: the product's own names, names of browsers and systems, keys. */
const NAMES = [
  'Tandem',
  'CSR',
  'API',
  'QR',
  'JSON',
  'GraphQL',
  'English',
  '한국어',
  'Chrome',
  'Windows',
  'Linux',
  'Android',
  'UTC',
  // the first account, and the address that this product runs at
  'owner@localhost',
  'localhost',
  'Ctrl',
  'Alt',
  'SHA',
  'CSV',
  'PNG',
  'WOFF2',
  'CNAME',
  'DNS',
  'Host',
  'JPEG',
  'WebP',
  'SVG',
  'KB',
  // what an operator types and sets
  'npm start -- --reset-password',
  '--lan',
  'PUBLIC_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'Acme Support',
  // where the operator reads on, under its English heading
  'docs/operations/',
  'Settings',
  // what the mail server of the walk answers, in its own words
  'not here',
  // what is filled in
  '{button}',
  '{link}',
  '{conversation}',
  '{salary}',
  'ZIP',
  '7z',
  'RAR',
  'MP3',
  'MP4',
  'EXE',
  'MSI',
  'BAT',
  // units and sorts of files, as every system writes them
  'kB',
  'MB',
  '.pdf',
  '.mp4',
];

/** How the pictures of the README look; a look of its own only when pictures are taken. */
const README_LOOK: Look = { language: 'en', scheme: 'light', size: 'desktop' };

/** What axe calls serious or critical, as lines to read. */
async function axeFaults(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) }) // half a megabyte once is enough
    .setLegacyMode()
    .withTags(TAGS)
    .options({ preload: false, resultTypes: ['violations'] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary})`).join('; ')}`,
    );
}

/** A walk through every state of the product in one language, looked at in two ways each. */
export class Tour {
  private readonly folder = process.env.TOUR;
  private readonly looks: Look[];
  /** What was wrong, by the name of the picture. */
  readonly faults: Record<string, string[]> = {};

  constructor(
    readonly language: Language,
    /** Names of people and of the site: theirs in any language. */
    private readonly names: string[],
  ) {
    this.looks = LOOKS[language];
    if (!this.folder) return;
    mkdirSync(this.folder, { recursive: true });
    if (language === 'en') this.looks = [...this.looks, README_LOOK];
  }

  /** Looks at a page as it stands now. Faults are kept, so that one doesn't hide the next. */
  async see(page: Page, app: App, state: string, only?: Size): Promise<void> {
    await page.mouse.move(1, 1); // what the pointer hangs over is no part of the state
    for (const look of this.looks) {
      if (only && look.size !== only) continue;
      await takeLook(page, look);
      await this.examine(page, app, state, look);
    }
    await takeLook(page, this.looks[0]!);
  }

  private async examine(page: Page, app: App, state: string, { language, scheme, size }: Look): Promise<void> {
    const name = `${app}-${state}-${language}-${scheme}-${size}`;
    const names = [...NAMES, ...this.names];
    const faults = [
      ...(await page.evaluate(inspectPage, { language, names })),
      ...(language === 'ko' ? await axeFaults(page) : []),
    ];
    if (faults.length) this.faults[name] = faults;
    if (!this.folder) return;
    const isDialog = (await page.locator('dialog[open]').count()) > 0;
    await page.screenshot({ path: path.join(this.folder, `${name}.png`), fullPage: !isDialog, animations: 'disabled' });
  }
}
