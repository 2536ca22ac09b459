import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { inspectPage } from './inspect-page.js';
import { LOOKS, takeLook, type Language, type Look, type Size } from './looks.js';

type App = 'portal' | 'console';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
/** Texts in Latin letters in Korean too: names of the product, of browsers and of systems, keys. */
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
  // the first account, and this product's address
  'owner@localhost',
  'localhost',
  'Ctrl',
  'Alt',
  'Enter',
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
  // the page of documentation for the operator, by its English heading
  'docs/operations/',
  'Settings',
  // answers of the test's mail server, as it words them
  'not here',
  // values that are filled in
  '{button}',
  '{link}',
  '{conversation}',
  '{salary}',
  'qqq',
  'ZIP',
  '7z',
  'RAR',
  'MP3',
  'MP4',
  'EXE',
  'MSI',
  'BAT',
  // units and kinds of files, as every system writes them
  'kB',
  'MB',
  '.pdf',
  '.mp4',
];

/** The appearance of the README's pictures; it is visited only when pictures are taken. */
const README_LOOK: Look = { language: 'en', scheme: 'light', size: 'desktop' };

/** Findings that axe calls serious or critical, as readable lines. */
async function axeFaults(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  // the script has half a megabyte: inject it once
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
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

/** A walk through every state of the product in one language, inspected in two appearances each. */
export class Tour {
  private readonly folder = process.env.TOUR;
  private readonly looks: Look[];
  /** The faults found, by the name of the picture. */
  readonly faults: Record<string, string[]> = {};

  constructor(
    readonly language: Language,
    /** Names of people and of the site, which may be in any language. */
    private readonly names: string[],
  ) {
    this.looks = LOOKS[language];
    if (!this.folder) return;
    mkdirSync(this.folder, { recursive: true });
    if (language === 'en') this.looks = [...this.looks, README_LOOK];
  }

  /** Inspects the current state of a page. Faults are collected, so that one does not hide the next. */
  async see(page: Page, app: App, state: string, only?: Size): Promise<void> {
    await page.mouse.move(1, 1); // a hover effect is not part of the state
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
