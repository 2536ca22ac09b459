// What the dependency rules cannot see: whose table a repo reads, ports that nobody listed, folders without a tier, what
// compose.ts hands to a feature, use cases that take the whole platform.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { features, folderOf, mayCall, ports, tableOwners, tiers } from './manifest.mjs';

const FEATURES = 'apps/api/src/features';
const PLATFORM = 'apps/api/src/platform';
const SCHEMA = 'prisma/schema';

const DELEGATE_CALL =
  /\.\s*(\w+)\s*\.\s*(?:findUnique|findFirst|findMany|create|update|upsert|delete|count|aggregate|groupBy)\w*\b/g;
const SQL_TABLE = /\b(?:FROM|JOIN|UPDATE|INTO)\s+(?:ONLY\s+)?(?:"?public"?\.)?"?([a-z_]+)"?/g;
const RAW_QUERY = /\$(?:query|execute)Raw|\bstatement(?:<[^>]*>)?\(|\btable(?:<[\w.]+>)?\(\s*'|\bsql(?:<[^>]*>)?\(/;
const TABLE_CALL = /\btable(?:<[\w.]+>)?\(\s*'"?([a-z_]+)"?'/g;
const REPO_IMPORT = /import (?:type )?\{([^}]*)\} from '[^']*\.repo\.js'/g;
/** A feature's index.ts gets the whole platform; its files name the parts that they need: `Uses<'db' | 'clock'>`. */
const WHOLE_PLATFORM = /import type \{[^}]*\bPlatform\b[^}]*\} from '[^']*\/platform\/index\.js'/;
/** Roles that must not hold a repo, with the rule that says so. A type is enough to hold one: it is handed in. */
const REPOLESS = [
  [/\.resolver\.ts$/, 'resolvers-only-call'],
  [/\.policy\.ts$/, 'policies-are-pure'],
  [/\.(?:types|inputs)\.ts$/, 'types-know-no-reading'],
];
const PORT = /\bexport (?:interface|type) (\w+Port)\b/g;
const COMPOSE = 'apps/api/src/main/compose.ts';
/** `const chat = createChat(platform, { sessions, … })` and `media.fillScreenPort(sharing)`. */
const HAND_OVER = /\bconst (\w+) = create\w+\(platform, \{([^}]*)\}/g;
const FILLED_PORT = /\b(\w+)\.fill(\w+Port)\(/g;

/** @returns {{ rule: string, from: string, to: string }[]} */
export function scanSource(root) {
  const models = readModels(root);
  return [
    ...tierlessFeatures(root),
    ...ownerlessModels(models),
    ...tableUse(root, models),
    ...borrowedRepos(root),
    ...wholePlatforms(root),
    ...unlistedPorts(root),
    ...unlistedHandOvers(root),
  ];
}

function foldersOf(root, dir) {
  const full = path.join(root, dir);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function sourcesOf(root, dir) {
  return readdirSync(path.join(root, dir), { recursive: true })
    .map((name) => path.posix.join(dir, name.split(path.sep).join('/')))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

/** @returns {{ model: string, table: string, file: string }[]} */
function readModels(root) {
  const dir = path.join(root, SCHEMA);
  if (!existsSync(dir)) return [];
  return readdirSync(dir).flatMap((name) => {
    const text = readFileSync(path.join(dir, name), 'utf8');
    return [...text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, model, body]) => ({
      model,
      table: body.match(/@@map\("(\w+)"\)/)?.[1] ?? model,
      file: `${SCHEMA}/${name}`,
    }));
  });
}

/** The features that the tree has, each with its folder. */
const featuresOf = (root) =>
  features
    .map((name) => ({ name, dir: `${FEATURES}/${folderOf(name)}` }))
    .filter(({ dir }) => existsSync(path.join(root, dir)));

function tierlessFeatures(root) {
  const unlisted = foldersOf(root, FEATURES).flatMap((tier) =>
    tiers[tier]
      ? foldersOf(root, `${FEATURES}/${tier}`)
          .filter((name) => !tiers[tier].includes(name))
          .map((name) => `${tier}/${name}`)
      : [tier],
  );
  return unlisted.map((name) => ({
    rule: 'every-feature-has-a-tier',
    from: `${FEATURES}/${name}`,
    to: 'manifest.mjs',
  }));
}

function ownerlessModels(models) {
  const ownerless = models.filter(({ model }) => !tableOwners[model]);
  return ownerless.map(({ model, file }) => ({ rule: 'every-model-has-an-owner', from: file, to: model }));
}

function tableUse(root, models) {
  const byDelegate = new Map(models.map(({ model }) => [model[0].toLowerCase() + model.slice(1), model]));
  const byTable = new Map(models.map(({ model, table }) => [table, model]));
  const modelsIn = (text) => {
    const delegates = [...text.matchAll(DELEGATE_CALL)].map(([, name]) => byDelegate.get(name));
    const named = RAW_QUERY.test(text) ? [...text.matchAll(SQL_TABLE), ...text.matchAll(TABLE_CALL)] : [];
    const tables = named.map(([, name]) => byTable.get(name));
    return [...new Set([...delegates, ...tables].filter(Boolean))];
  };
  const owners = featuresOf(root).map(({ name, dir }) => ({ owner: name, dir }));
  const parts = foldersOf(root, PLATFORM).map((name) => ({ owner: `platform/${name}`, dir: `${PLATFORM}/${name}` }));
  return [...owners, ...parts].flatMap(({ owner, dir }) =>
    sourcesOf(root, dir).flatMap(({ file, text }) => {
      const foreign = modelsIn(text).filter((model) => tableOwners[model] !== owner);
      const breaches = foreign.map((model) => ({ rule: 'tables-have-one-owner', from: file, to: model }));
      // A handle may be passed on by anybody, and used by a repo alone.
      const mayUse = file.endsWith('.repo.ts') || dir.startsWith(PLATFORM);
      const used = mayUse ? [] : [...modelsIn(text), ...(RAW_QUERY.test(text) ? ['raw SQL'] : [])];
      return [...breaches, ...used.map((to) => ({ rule: 'only-repos-touch-the-database', from: file, to }))];
    }),
  );
}

function borrowedRepos(root) {
  return featuresOf(root).flatMap(({ dir }) =>
    sourcesOf(root, dir).flatMap(({ file, text }) => {
      const rule = REPOLESS.find(([role]) => role.test(file))?.[1];
      if (!rule) return [];
      const names = [...text.matchAll(REPO_IMPORT)].flatMap(([, list]) => list.match(/\w+/g) ?? []);
      const borrowed = names.filter((name) => name !== 'type' && !name.endsWith('Row'));
      return borrowed.map((to) => ({ rule, from: file, to }));
    }),
  );
}

function wholePlatforms(root) {
  return featuresOf(root).flatMap(({ dir }) =>
    sourcesOf(root, dir)
      .filter(({ file, text }) => file !== `${dir}/index.ts` && WHOLE_PLATFORM.test(text))
      .map(({ file }) => ({ rule: 'needs-are-named', from: file, to: 'Platform' })),
  );
}

function unlistedPorts(root) {
  const listed = new Set(ports.map(({ feature, port }) => `${feature} ${port}`));
  return featuresOf(root).flatMap(({ name: feature, dir }) =>
    sourcesOf(root, dir).flatMap(({ file, text }) =>
      [...text.matchAll(PORT)]
        .filter(([, port]) => !listed.has(`${feature} ${port}`))
        .map(([, port]) => ({ rule: 'ports-are-listed', from: file, to: port })),
    ),
  );
}

/** A feature gets from compose.ts what it may call, and a port that the manifest lists: a type is no way around it. */
function unlistedHandOvers(root) {
  if (!existsSync(path.join(root, COMPOSE))) return [];
  const text = readFileSync(path.join(root, COMPOSE), 'utf8');
  const breach = (from, to) => ({ rule: 'handed-over-as-listed', from: COMPOSE, to: `${from} gets ${to}` });
  const handed = [...text.matchAll(HAND_OVER)].flatMap(([, feature, list]) =>
    (list.match(/\w+/g) ?? [])
      .filter((name) => features.includes(name) && !mayCall(feature).includes(name))
      .map((name) => breach(feature, name)),
  );
  const filled = [...text.matchAll(FILLED_PORT)].filter(
    ([, feature, port]) => !ports.some((listed) => listed.feature === feature && listed.port === port),
  );
  return [...handed, ...filled.map(([, feature, port]) => breach(feature, port))];
}
