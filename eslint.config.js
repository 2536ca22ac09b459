import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import compat from 'eslint-plugin-compat';
import esX from 'eslint-plugin-es-x';
import regexp from 'eslint-plugin-regexp';
import vue from 'eslint-plugin-vue';
import a11y from 'eslint-plugin-vuejs-accessibility';
import ts from 'typescript-eslint';
import { FLOOR } from './tools/pages/floor.mjs';

const TESTS = ['**/*.test.{ts,mjs}', '**/test/**', 'e2e/**', 'bench/**'];
const CLIENTS = ['apps/csr-console/**', 'apps/customer-portal/**', 'libs/{media,session-client,ui}/**'];
/** What pages are made of: none of it may need a newer browser than the floor. */
const PAGES = ['apps/{csr-console,customer-portal}/src/**', 'libs/{contract,domain,media,session-client,ui}/src/**'];
/** Globals of scripts that no type checker looks at. */
const NODE_GLOBALS = [
  ...['process', 'console', 'Buffer', 'URL', 'URLSearchParams', 'WebAssembly', 'structuredClone', 'fetch'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'queueMicrotask'],
  ...['AbortController', 'AbortSignal', 'TextDecoder', 'TextEncoder', 'WebSocket', 'Response', 'performance'],
];

const off = (names) => Object.fromEntries(names.map((name) => [name, 'off']));
/** Prettier lays out; these would argue with it. */
const vueLayout = Object.keys(vue.rules).filter((name) => vue.rules[name].meta.type === 'layout');
const unsafe = ['argument', 'assignment', 'call', 'member-access', 'return'].map(
  (x) => `@typescript-eslint/no-unsafe-${x}`,
);

const forbid = (selector, message) => ({ selector, message });
const NOW = 'Take the time from the clock: tests turn it.';
const serverSyntax = [
  forbid('NewExpression[callee.name="Date"][arguments.length=0]', NOW),
  forbid('CallExpression[callee.object.name="Date"][callee.property.name="now"]', NOW),
  forbid(
    'MemberExpression[object.name="Math"][property.name="random"]',
    'Use node:crypto: what we draw must not be guessed.',
  ),
  ...['contains', 'startsWith', 'endsWith'].map((name) =>
    forbid(
      `Property[key.name="${name}"]`,
      'Prisma takes % and _ in it for any letters: use containing() of platform/db.',
    ),
  ),
  ...['', 'TSArrayType > ', 'TSUnionType > '].map((inside) =>
    forbid(
      `TSAsExpression > ${inside}TSTypeReference[typeName.name=/Row$/]`,
      'Rows have the types of prisma/schema: type the column there, with /// ![…].',
    ),
  ),
  forbid(
    'TSAsExpression > TSAsExpression > TSUnknownKeyword',
    'This hides any difference between two types: type what the value comes from.',
  ),
];
const environment = forbid(
  // The entry hands it over as a whole: readConfig(process.env).
  'MemberExpression[object.name="process"][property.name="env"]:not(CallExpression[callee.name="readConfig"] > *)',
  'platform/config alone reads the environment.',
);

/** What the build can't write in an older way: methods and patterns. The rest of the language it does. */
const NEWER_LANGUAGE = {
  ...[2023, 2024, 2025, 2026].reduce((all, year) => ({ ...all, ...esX.configs[`flat/no-new-in-es${year}`].rules }), {}),
  'es-x/no-regexp-lookbehind-assertions': 'error',
  'es-x/no-array-prototype-findlast-findlastindex': 'off', // in all of them before the rest of its year
};
/** Static methods of the web's own classes, of which the rule knows only the classes. */
const NEWER_STATICS = ['URL.canParse', 'URL.parse', 'AbortSignal.any', 'Response.json', 'ReadableStream.from'].map(
  (name) => {
    const [object, property] = name.split('.');
    return { object, property, message: 'Not in all browsers of the floor.' };
  },
);
/** Of our own, what needs newer browsers than those of customers. */
const NOT_FOR_CUSTOMERS = {
  name: '@tandem/domain',
  importNames: ['textFrom', 'lineFrom', 'addressFrom', 'accountAddressFrom', 'cleanFileName'],
  message: 'It needs newer browsers than the floor of the portal: the server reads texts.',
};

export default defineConfig(
  {
    ignores: [
      ...['**/dist/**', '**/generated/**', '**/src/gql/**', '**/out/**', '**/coverage/**', '**/.cache/**'],
      ...['data/**', '.nx/**', '.stryker-tmp/**', 'tools/boundaries/planted-faults/**'],
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,vue}'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.vue'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // The type of what is loaded later is written import('…').
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A function that implements an asynchronous interface may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // Features and composables are closures: what they return is taken apart, and has no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // The type checker knows the globals.
      'no-undef': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
    rules: { eqeqeq: ['error', 'always', { null: 'ignore' }] },
  },
  {
    // Patterns run over what people send: none may take more than a step or so for each letter.
    files: ['{apps,libs}/*/src/**/*.{ts,vue}'],
    ignores: ['**/*.test.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { require: 'readonly', module: 'writable' } } },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-console': 'error', 'no-restricted-syntax': ['error', ...serverSyntax, environment] },
  },
  { files: ['apps/api/src/platform/config/**'], rules: { 'no-restricted-syntax': ['error', ...serverSyntax] } },
  // The clock itself, and a command line that talks to a person.
  { files: ['apps/api/src/platform/clock/**'], rules: { 'no-restricted-syntax': ['error', environment] } },
  { files: ['apps/api/src/main/{main,print-schema,rebuild-reports}.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.vue'],
    extends: [vue.configs['flat/recommended'], a11y.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      ...off(vueLayout.map((name) => `vue/${name}`)),
      // vue-tsc checks types in components; the parser here sees props and template refs as any.
      ...off(unsafe),
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      // Signs are the same in every language.
      'vue/no-bare-strings-in-template': [
        'error',
        {
          allowlist: [
            '●',
            '○',
            '(',
            ')',
            '🎙',
            '📷',
            '·',
            '✓',
            '✕',
            '—',
            '/',
            '%',
            '⌘K',
            '⌥',
            '+',
            '…',
            '⋯',
            '↑',
            '←',
            '→',
          ],
        },
      ],
      'vue/multi-word-component-names': 'off',
      // A composable is handed to a component whole; it offers its own fields to be set.
      'vue/no-mutating-props': ['error', { shallowOnly: true }],
      // Voices and screens that are live have no captions to load.
      'vuejs-accessibility/media-has-caption': 'off',
      // A label around its field, or one that names it: both are read out.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      'no-restricted-globals': ['error', 'fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'],
    },
  },
  {
    files: CLIENTS,
    ignores: ['**/*.config.ts', '**/*.test.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: PAGES.flatMap((folder) => [`${folder}/*.ts`, `${folder}/*.vue`]),
    ignores: ['**/*.test.ts'],
    plugins: { compat, 'es-x': esX },
    settings: { browsers: FLOOR.portal },
    rules: {
      'compat/compat': 'error',
      ...NEWER_LANGUAGE,
      'no-restricted-imports': ['error', { paths: [NOT_FOR_CUSTOMERS] }],
      'no-restricted-properties': ['error', ...NEWER_STATICS],
    },
  },
  {
    files: ['apps/csr-console/src/**/*.{ts,vue}'],
    settings: { browsers: FLOOR.console },
  },
  // Playwright reads from the parameter's pattern which fixtures a fixture needs: none is written {}.
  { files: ['e2e/harness/fixtures.ts'], rules: { 'no-empty-pattern': 'off' } },
  {
    // Matchers and spies are typed any by their makers, and so are answers to a query that a test writes as text.
    files: TESTS,
    rules: off([...unsafe, '@typescript-eslint/no-explicit-any', 'no-console']),
  },
);
