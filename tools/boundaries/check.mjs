// npm run boundaries: nobody imports what the manifest does not allow, and every rule still bites.
import path from 'node:path';
import { examine } from './examine.mjs';
import { checkPlantedFaults } from './planted.mjs';
import { rules } from './rules.mjs';

const root = path.join(import.meta.dirname, '../..');

/** Edges that any healthy run sees. One that is missing means that imports are not followed and the rules are blind. */
const LANDMARKS = [
  [/^apps\/api\/src\//, /^libs\/domain\/src\//],
  [/^apps\/api\/src\//, /^apps\/api\/src\/generated\/prisma\//],
];

function blindSpots(modules) {
  const edges = modules.flatMap(({ source, dependencies }) => dependencies.map(({ resolved }) => [source, resolved]));
  return LANDMARKS.filter(([from, to]) => !edges.some(([source, target]) => from.test(source) && to.test(target)));
}

function report(violations) {
  for (const { rule, from, to } of violations) console.error(`  ${rule}: ${from} → ${to}`);
  for (const name of new Set(violations.map(({ rule }) => rule))) {
    const comment = rules.find((rule) => rule.name === name)?.comment;
    if (comment) console.error(`  (${name}: ${comment})`);
  }
}

const { violations, modules } = await examine(root);
report(violations);
const blind = blindSpots(modules);
for (const [from, to] of blind)
  console.error(`  The check sees no import from ${from} to ${to}: its resolver is blind.`);
const planted = await checkPlantedFaults();
for (const problem of planted.problems) console.error(`  ${problem}`);

console.log(
  `${modules.length} modules, ${violations.length} breaches; ${planted.count} planted faults, ${planted.problems.length} missed.`,
);
if (violations.length || blind.length || planted.problems.length) process.exitCode = 1;
