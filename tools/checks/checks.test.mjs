import { describe, expect, it } from 'vitest';
import { budgetWarnings } from './budgets.mjs';
import { brokenPaths } from './doc-paths.mjs';
import { schemaDifference } from './drift.mjs';
import { catalogueProblems, hardCodedTexts, idleKeys, unknownKeys } from './i18n.mjs';
import { leftovers } from './leftovers.mjs';
import { regionProblems } from './regions.mjs';
import { unusedProblems } from './unused.mjs';
import { idleExceptions, wordProblems } from './words.mjs';

describe('paths in documents', () => {
  it('finds a path and a link that lead nowhere', () => {
    const text =
      'See `tools/checks/check.mjs`, `tools/nowhere.mjs`, [this](../README-none.md) and [that](https://x.y/z).';
    expect(brokenPaths('docs/a.md', text)).toEqual(['tools/nowhere.mjs', '../README-none.md']);
  });

  it('takes a pattern for its matches', () => {
    expect(brokenPaths('a.md', '`tools/<any>/check.mjs` `tools/<any>/none.mjs`')).toEqual(['tools/<any>/none.mjs']);
  });
});

describe('the difference of two schemas', () => {
  it('is empty when only order and layout differ', () => {
    expect(schemaDifference('type Query { a: Int b: Int }', 'type Query {\n  b: Int\n  a: Int\n}')).toEqual([]);
  });

  it('names the type of a field that differs', () => {
    expect(schemaDifference('type Query { a: Int b: Int }', 'type Query { a: Int b: Int! }')).toEqual([
      '- type Query: b: Int',
      '+ type Query: b: Int!',
    ]);
  });
});

describe('leftovers', () => {
  it('wants a reason for every suppression', () => {
    const [first, ...rest] = leftovers(
      'a.ts',
      '// eslint-disable-next-line x\n// eslint-disable-next-line x -- because',
    );
    expect(first).toMatch('a.ts:1 switches a rule off');
    expect(rest).toEqual([]);
  });

  it('wants words above a layout that is kept by hand', () => {
    expect(leftovers('a.ts', '// prettier-ignore\nconst A = 1;')).toHaveLength(1);
    expect(leftovers('a.ts', '/** One line each. */\n// prettier-ignore\nconst A = 1;')).toEqual([]);
  });

  it('finds what is left for later, and tests left out', () => {
    expect(leftovers('a.ts', '// TODO\nit.only("x")')).toHaveLength(2);
  });
});

describe('regions that are read out by themselves', () => {
  const problems = (template) => regionProblems('a.vue', `<template>${template}</template>`);

  it('hold nothing to press', () => {
    expect(problems('<div role="status"><p>{{ a }}</p><UiButton>b</UiButton></div>')).toHaveLength(1);
    expect(problems('<ul aria-live="polite"><li><span><a href="/">b</a></span></li></ul>')).toHaveLength(1);
    expect(problems('<div><p role="status">{{ a }}</p><UiButton>b</UiButton></div>')).toEqual([]);
    expect(problems('<div role="log"><button>b</button></div>')).toEqual([]);
  });

  it('are not inside of a button', () => {
    expect(problems('<button><span aria-live="polite">{{ a }}</span></button>')).toHaveLength(1);
  });
});

describe('the name of a toggle', () => {
  const problems = (template) => regionProblems('a.vue', `<template>${template}</template>`);

  it('does not change with its state', () => {
    expect(problems(`<button :aria-pressed="on">{{ on ? t('off') : t('on') }}</button>`)).toHaveLength(1);
    expect(problems(`<UiButton :aria-expanded="on"><b>{{ on ? t('a') : t('b') }}</b></UiButton>`)).toHaveLength(1);
    expect(problems(`<button :aria-pressed="on" :aria-label="on ? t('a') : t('b')" />`)).toHaveLength(1);
    expect(problems(`<button :aria-pressed="on">{{ t('sound') }}</button>`)).toEqual([]);
    expect(problems(`<button>{{ on ? t('off') : t('on') }}</button>`)).toEqual([]);
  });

  it('may be a value that is not there, and a label of one form only', () => {
    expect(
      problems(`<button :aria-expanded="on" :aria-label="bar ? name : undefined">{{ a?.b ?? c }}</button>`),
    ).toEqual([]);
  });
});

describe('words', () => {
  const words = [
    { word: /door/, instead: 'handler' },
    { word: /on its way/, instead: 'in transit' },
  ];
  const found = (file, text, exceptions = []) => wordProblems(file, text, words, exceptions);

  it('finds a word in a comment, also across a line break', () => {
    expect(found('a.ts', '// one\n/** The door. */\n/**\n * It is on\n * its way.\n */\nconst a = 1;')).toEqual([
      'a.ts:2 says "door": write handler',
      'a.ts:4 says "on its way": write in transit',
    ]);
    expect(found('A.vue', '<script setup>\n// a door\n</script>\n<template>door</template>')).toEqual([
      'A.vue:2 says "door": write handler',
    ]);
  });

  it('leaves code, texts on screens, paths and quoted names alone', () => {
    expect(found('a.ts', "const door = 'a door'; // see `door` and ./door.ts\n`${door} // door`;")).toEqual([]);
    expect(found('a.md', 'See `door`, [it](docs/door.md).\n\n```\ndoor\n```\n')).toEqual([]);
  });

  it('reads documents, descriptions of the schema and comments of the database', () => {
    expect(found('a.md', 'A door.')).toHaveLength(1);
    expect(found('a.graphql', '"""A door."""\ntype door { a: Int }')).toHaveLength(1);
    expect(found('a.prisma', 'model door { // a door\n}')).toHaveLength(1);
  });

  it('lets an exception pass, and finds one that is not needed', () => {
    const exceptions = [{ file: 'a.ts', phrase: 'a car door', why: 'a door' }];
    expect(found('a.ts', '// a car door', exceptions)).toEqual([]);
    expect(idleExceptions(new Map([['a.ts', '// a car']]), exceptions)).toEqual([
      'the exception "a car door" for a.ts is not needed',
    ]);
  });
});

describe('texts', () => {
  it('finds a key that one language lacks', () => {
    const problems = catalogueProblems('src', { a: { b: '가' } }, { a: { b: 'x', c: 'y' } });
    expect(problems).toEqual(['src: a.c is missing in ko']);
  });

  it('finds a Korean text without Hangul, but not a name or a placeholder', () => {
    const ko = { a: 'Cancel', b: 'Tandem', c: '{count} / {all}', d: '취소' };
    expect(catalogueProblems('src', ko, { ...ko, a: 'a', d: 'd' })).toEqual(['src: a has no Hangul in ko: "Cancel"']);
  });

  it('finds a Korean text that leaves its particle open', () => {
    const ko = { a: '{name}을(를) 보기', b: '(으)로', c: '{name} 보기(선택)' };
    expect(catalogueProblems('src', ko, { a: '{name}', b: 'b', c: '{name}' })).toEqual([
      'src: a doesn\'t know its particle: "{name}을(를) 보기"',
      'src: b doesn\'t know its particle: "(으)로"',
    ]);
  });

  it('finds a text that has something else to fill in in the other language', () => {
    expect(catalogueProblems('src', { a: '{name}', b: '가' }, { a: '{nme}', b: '{x}' })).toEqual([
      'src: a has {name} to fill in in ko, and not so in en',
      'src: b has nothing to fill in in ko, and not so in en',
    ]);
  });

  it('finds a text that nothing shows', () => {
    expect(idleKeys(new Set(['a.b', 'a.c', 'd.e.f', 'g.h']), ["t('a.b')", 't(`d.e.${x}`)', "{ key: 'a.c' }"])).toEqual([
      'nothing shows the text g.h',
    ]);
  });

  it('finds a key that no catalogue has', () => {
    const code = "t('chat.send'); $t('chat.none'); t(`chat.${x}`); t(`none.${x}`); emit('chat.event')";
    expect(unknownKeys('a.ts', code, new Set(['chat.send']))).toEqual([
      'a.ts uses the text chat.none, which no catalogue has',
      'a.ts uses the text none., which no catalogue has',
    ]);
  });

  it('finds a text in the code, but not a comment or an error for developers', () => {
    const code =
      "const a = 'Please try again';\n// Please try again: 한글\nthrow new Error('Cannot be so');\nconst b = '안녕';";
    expect(hardCodedTexts('a.ts', code)).toEqual([
      "a.ts holds a text: const b = '안녕';",
      'a.ts holds a text: Please try again',
    ]);
  });
});

describe('unused code', () => {
  it('says where it is, and what is wrong with it', () => {
    const issues = [
      { file: 'a.ts', files: [{ name: 'a.ts' }], exports: [] },
      { file: 'b.ts', files: [], exports: [{ name: 'x', line: 3 }], unlisted: [{ name: 'pg', line: 1 }] },
      { file: 'package.json', dependencies: [{ name: 'pg', line: 9 }] },
    ];
    expect(unusedProblems({ issues })).toEqual([
      'a.ts is imported by nothing',
      'b.ts:3 x is exported, and nothing imports it',
      'b.ts:1 pg is used, and package.json does not list it',
      'package.json:9 pg is listed, and nothing uses it',
    ]);
    expect(unusedProblems({ issues: [] })).toEqual([]);
  });
});

describe('budgets', () => {
  const lines = (count) => '  run();\n'.repeat(count);

  it('warns of a long function and of many parameters', () => {
    expect(budgetWarnings('a.ts', `function f() {\n${lines(50)}}`)).toEqual(['a.ts:1 function of 52 lines (40)']);
    expect(budgetWarnings('a.ts', 'const f = (a, b, c, d, e) => { run(); };')).toEqual(['a.ts:1 5 parameters (4)']);
  });

  it('counts the lines of an inner function for that one alone', () => {
    expect(budgetWarnings('a.ts', `function f() {\n${lines(30)}const g = () => {\n${lines(30)}};\n}`)).toEqual([]);
  });

  it('gives a component less room than a file', () => {
    const text = `<template>\n${'<p />\n'.repeat(160)}</template>`;
    expect(budgetWarnings('A.vue', text)).toEqual(['A.vue component of 162 lines (150)']);
  });
});
