// Dependency-cruiser rules, derived from the manifest. planted-faults/ holds a breach of each.
import { databaseParts, features, folderOf, mayCall, packageOwners, projectEdges } from './manifest.mjs';

const API = '^apps/api/src';
const FEATURES = `${API}/features`;
/** Tests may import anything. */
const TESTS = '(^apps/api/test/|\\.test\\.ts$)';

const oneOf = (names) => `(${names.join('|')})`;
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const everywhere = [
  rule(
    'no-cycles',
    'Two files that need each other are one file, or one of them knows too much.',
    { pathNot: '(^|/)generated/' },
    { circular: true },
  ),
  rule(
    'resolvable',
    'An import that leads nowhere also leads past every other rule.',
    {},
    { couldNotResolve: true, pathNot: '^(virtual:|node:)' },
  ),
];

const betweenProjects = [
  ...Object.entries(projectEdges).map(([project, allowed]) =>
    rule(
      `projects-of-${project.replace('/', '-')}`,
      `${project} imports of ours only: ${allowed.join(', ') || 'nothing'}.`,
      { path: `^${project}/`, pathNot: [TESTS, '\\.config\\.ts$'] },
      { path: '^(apps|libs|e2e|bench|tools)/', pathNot: `^${oneOf([project, ...allowed])}/` },
    ),
  ),
  rule(
    'domain-is-alone',
    'The domain imports no package: it must run everywhere and change for no reason but ours.',
    { path: '^libs/domain/src/', pathNot: TESTS },
    { pathNot: '^libs/domain/src/' },
  ),
  ...packageOwners.map(({ rule: name, package: pattern, only }) =>
    rule(
      name,
      `Only ${only.join(', ')} may import ${pattern}.`,
      { path: '^(apps|libs)/', pathNot: `^${oneOf(only)}/` },
      { path: `(^|/)node_modules/${pattern}/` },
    ),
  ),
];

const insideApi = [
  rule(
    'nobody-imports-main',
    'main/ puts everything together; what others need of it belongs elsewhere.',
    { path: `${API}/`, pathNot: `${API}/main/|${TESTS}` },
    { path: `${API}/main/` },
  ),
  rule(
    'platform-knows-no-feature',
    'The platform is below every feature.',
    { path: `${API}/platform/`, pathNot: TESTS },
    {
      path: `${FEATURES}/`,
    },
  ),
  rule(
    'index-only',
    "A feature's index.ts is the only way in.",
    { path: `${FEATURES}/([^/]+/[^/]+)/`, pathNot: TESTS },
    { path: `${FEATURES}/`, pathNot: `${FEATURES}/($1/|[^/]+/[^/]+/index\\.ts$)` },
  ),
  ...features.map((feature) =>
    rule(
      `tiers-of-${feature}`,
      `${feature} calls only lower tiers and its sideways edges; upward goes an event or a port (manifest.mjs).`,
      { path: `${FEATURES}/${folderOf(feature)}/`, pathNot: TESTS },
      { path: `${FEATURES}/`, pathNot: `${FEATURES}/${oneOf([feature, ...mayCall(feature)].map(folderOf))}/` },
    ),
  ),
  rule(
    'only-repos-touch-the-database',
    'Prisma and its types stay in *.repo.ts and the parts of the platform that the manifest names.',
    {
      path: `${API}/`,
      pathNot: [
        `${FEATURES}/.+\\.repo\\.ts$`,
        `${API}/platform/${oneOf(databaseParts)}/`,
        `${API}/(main|generated)/`,
        // The type of all parts together, and of a transaction to hand on. Its use is checked by source-scan.mjs.
        `${API}/platform/index\\.ts$`,
        TESTS,
      ],
    },
    { path: [`${API}/(platform/db|generated/prisma)/`, '(^|/)node_modules/(@prisma|pg)/'] },
  ),
];

// Row types may be imported from a repo by anybody; its other types are checked by source-scan.mjs.
const insideFeature = [
  rule(
    'resolvers-only-call',
    'A root field is a permission and one call of a use case or a query.',
    { path: `${FEATURES}/.*\\.resolver\\.ts$` },
    { path: `${FEATURES}/.*\\.repo\\.ts$`, dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'policies-are-pure',
    'A policy decides over loaded facts: no reading, no packages, of the platform only clock arithmetic and errors.',
    { path: `${FEATURES}/.*\\.policy\\.ts$` },
    {
      path: [
        `${FEATURES}/.*\\.(repo|queries|resolver)\\.ts$`,
        `${API}/platform/(?!clock/|policy/|graphql/)`,
        'node_modules/',
      ],
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule(
    'types-know-no-reading',
    'GraphQL types and inputs say shapes; what fills them comes from outside.',
    { path: `${FEATURES}/.*\\.(types|inputs)\\.ts$` },
    { path: `${FEATURES}/.*\\.(repo|queries|resolver)\\.ts$`, dependencyTypesNot: ['type-only'] },
  ),
];

const CONSOLE = '^apps/csr-console/src';
const SESSION_CLIENT = '^libs/session-client/src';
const insideClients = [
  rule(
    'model-without-vue',
    'What a session is, and what its events say, knows neither Vue nor the composables that show it.',
    { path: `${SESSION_CLIENT}/model/`, pathNot: TESTS },
    {
      path: [`${SESSION_CLIENT}/(?!model/|gql/)`, '(^|/)node_modules/(vue|vue-i18n|@vueuse|@vue)/'],
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule(
    'kit-knows-no-feature',
    'The parts that every screen is made of know nothing of what stands on it.',
    { path: `${CONSOLE}/kit/` },
    { path: `${CONSOLE}/(features|shell|pages)/` },
  ),
  rule(
    'shell-is-above-features',
    'The frame around the pages shows features; none of them knows its frame. A page may be fetched ahead.',
    { path: `${CONSOLE}/(features|kit)/` },
    { path: `${CONSOLE}/(shell|pages)/`, dependencyTypesNot: ['dynamic-import'] },
  ),
  rule(
    'no-network-in-components',
    'A component shows and asks; composables talk to the server.',
    { path: '\\.vue$' },
    { path: ['(^|/)node_modules/(@urql|graphql-ws|livekit-client)/', '^libs/client/src/'] },
  ),
];

export const rules = [...everywhere, ...betweenProjects, ...insideApi, ...insideFeature, ...insideClients];

export const options = {
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(apps|libs)/[^/]+/dist/|^e2e/out/' },
  enhancedResolveOptions: {
    extensions: ['.ts', '.js', '.mjs', '.vue', '.json'],
    mainFields: ['module', 'main', 'types', 'typings'],
    exportsFields: ['exports'],
    conditionNames: ['source', 'import', 'types', 'default'],
  },
};
