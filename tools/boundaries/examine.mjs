// All boundary rules over one tree of source: the project's own, or the planted faults.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import { options, rules } from './rules.mjs';
import { scanSource } from './source-scan.mjs';

const PLACES = ['apps', 'libs', 'e2e', 'bench'];

/**
 * @param {string} root a folder with apps/, libs/, prisma/
 * @returns {Promise<{ violations: { rule: string, from: string, to: string }[], modules: object[] }>}
 */
export async function examine(root) {
  const places = PLACES.filter((place) => existsSync(path.join(root, place)));
  const ruleSet = { forbidden: rules };
  const { output } = await cruise(places, { ...options, baseDir: root, validate: true, ruleSet });
  const found = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { violations: [...found, ...scanSource(root)], modules: output.modules };
}
