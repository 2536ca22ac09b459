// Checks of this repository that no linter has. `node tools/checks/check.mjs [name …]` runs some of them.
import { checkBudgets } from './budgets.mjs';
import { checkDocPaths } from './doc-paths.mjs';
import { checkDrift } from './drift.mjs';
import { checkI18n } from './i18n.mjs';
import { checkLeftovers } from './leftovers.mjs';
import { checkRegions } from './regions.mjs';
import { checkUnused } from './unused.mjs';
import { checkWords } from './words.mjs';

const CHECKS = {
  'paths in documents': checkDocPaths,
  'generated files': checkDrift,
  texts: checkI18n,
  leftovers: checkLeftovers,
  'regions that are read out, and names of toggles': checkRegions,
  words: checkWords,
  'unused code': checkUnused,
};

const wanted = process.argv.slice(2);
let failed = false;
for (const [name, check] of Object.entries(CHECKS)) {
  if (wanted.length && !wanted.includes(name)) continue;
  const problems = await check();
  console.log(`${problems.length ? '✗' : '✓'} ${name}`);
  for (const problem of problems) console.log(`  ${problem}`);
  failed ||= problems.length > 0;
}
const warnings = checkBudgets();
if (warnings.length) console.log(`! ${warnings.length} over budget\n${warnings.map((line) => `  ${line}`).join('\n')}`);
process.exitCode = failed ? 1 : 0;
