// planted-faults/ is a small project that breaks every rule once. A file says in a line `breaks: <rule>, <rule>` which rules
// must fire for it; for a file without such a line none may.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { examine } from './examine.mjs';
import { rules } from './rules.mjs';

const home = path.join(import.meta.dirname, 'planted-faults');
/** The rules of source-scan.mjs. */
const SCANNED = [
  'every-feature-has-a-tier',
  'every-model-has-an-owner',
  'tables-have-one-owner',
  'needs-are-named',
  'ports-are-listed',
  'handed-over-as-listed',
];

function expectations() {
  const files = readdirSync(home, { recursive: true }).filter((name) => statSync(path.join(home, name)).isFile());
  return files.flatMap((name) => {
    const text = readFileSync(path.join(home, name), 'utf8');
    const line = text.match(/breaks: ([\w, -]+?)\s*(?:-->)?$/m)?.[1] ?? '';
    const file = name.split(path.sep).join('/');
    return line
      .split(', ')
      .filter(Boolean)
      .map((rule) => `${rule} in ${file}`);
  });
}

/** A folder that breaks a rule as a whole is named by its first file. */
const placeOf = (from) => (path.extname(from) ? from : `${from}/index.ts`);

/** @returns {Promise<{ count: number, problems: string[] }>} */
export async function checkPlantedFaults() {
  const { violations } = await examine(home);
  const found = new Set(violations.map(({ rule, from }) => `${rule} in ${placeOf(from)}`));
  const expected = new Set(expectations());
  const tested = new Set([...expected].map((fault) => fault.split(' in ')[0]));
  const untested = [...rules.map((rule) => rule.name), ...SCANNED].filter((name) => !tested.has(name));
  return {
    count: expected.size,
    problems: [
      ...[...expected].filter((fault) => !found.has(fault)).map((fault) => `A planted fault is not found: ${fault}`),
      ...[...found].filter((fault) => !expected.has(fault)).map((fault) => `Found where nothing was planted: ${fault}`),
      ...untested.map((name) => `No fault is planted for the rule ${name}`),
    ],
  };
}
