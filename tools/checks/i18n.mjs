// Every text is there in both languages, Korean texts are Korean, and no text stands in the code.
// A catalogue is a pair of files ko and en in one folder: JSON, or TypeScript whose default (or only) export is the texts.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { allowedKorean } from './i18n-allow.mjs';
import { read, root, scriptOf, sources } from './files.mjs';

const CLIENTS = /^(?:apps\/(?:csr-console|customer-portal)|libs\/(?:ui|session-client|media))\/src\//;
const CATALOGUE = /\/(ko|en)\.(?:json|ts)$/;
const TESTS = /\.test\.ts$/;
const HANGUL = /[가-힣]/;
/** 을(를), 이(가), (으)로 …: a sentence that fits no word. It is to be said another way. */
const HEDGE = /\((?:을|를|은|는|이|가|와|과|으)\)/;
/** t('key'), $t("key"), te('key'), keypath="key"; in a template literal the part before ${ is looked for as a prefix. */
const KEY_USE = /(?:\b(?:t|te|tm|rt)\(\s*|\bkeypath=)(['"`])([\w.-]+?)(\1|\$\{)/g;
/** A sentence in a string: a capital, then words. Errors for developers are exempt. */
const SENTENCE = /(?<!Error\(|console\.\w+\()(['"`])([A-Z][a-z]+(?: [a-z]+){1,}[^'"`]*)\1/g;

/** {a: {b: 'x'}} → [['a.b', 'x']] */
function flatten(texts, prefix = '') {
  return Object.entries(texts).flatMap(([key, value]) => {
    const name = prefix ? `${prefix}.${key}` : key;
    return value !== null && typeof value === 'object' ? flatten(value, name) : [[name, value]];
  });
}

async function load(file) {
  if (file.endsWith('.json')) return JSON.parse(read(file));
  const module = await import(pathToFileURL(path.join(root, file)).href);
  return module.default ?? Object.values(module)[0];
}

/** Compares the two languages of one catalogue. */
export function catalogueProblems(folder, ko, en) {
  const koTexts = new Map(flatten(ko));
  const enTexts = new Map(flatten(en));
  const missing = (from, to, name) =>
    [...from.keys()].filter((key) => !to.has(key)).map((key) => `${folder}: ${key} is missing in ${name}`);
  const foreign = [...koTexts].filter(([, text]) => isForeign(text));
  return [
    ...missing(koTexts, enTexts, 'en'),
    ...missing(enTexts, koTexts, 'ko'),
    ...foreign.map(([key, text]) => `${folder}: ${key} has no Hangul in ko: ${JSON.stringify(text)}`),
    ...[...koTexts]
      .filter(([, text]) => HEDGE.test(text))
      .map(([key, text]) => `${folder}: ${key} doesn't know its particle: ${JSON.stringify(text)}`),
    ...[...koTexts]
      .filter(([key, text]) => enTexts.has(key) && namesIn(text) !== namesIn(enTexts.get(key)))
      .map(([key, text]) => `${folder}: ${key} has ${namesIn(text) || 'nothing'} to fill in in ko, and not so in en`),
    ...[...koTexts, ...enTexts].filter(([, text]) => !String(text).trim()).map(([key]) => `${folder}: ${key} is empty`),
  ];
}

/** The names of what is filled in, in one order. */
const namesIn = (text) => [...new Set(String(text).match(/\{\w+\}/g))].sort().join(' ');

/** Placeholders, numbers and signs are the same in every language. */
function isForeign(text) {
  const words = String(text).replace(/\{[^}]*\}/g, '');
  return /\p{L}/u.test(words) && !HANGUL.test(words) && !allowedKorean.has(text);
}

/** @param {Set<string>} keys of all catalogues */
export function unknownKeys(file, text, keys) {
  const isPrefix = (start) => [...keys].some((key) => key.startsWith(start));
  return [...text.matchAll(KEY_USE)]
    .filter(([, , key, end]) => (end === '${' ? !isPrefix(key) : !keys.has(key)))
    .map(([, , key]) => `${file} uses the text ${key}, which no catalogue has`);
}

/** Texts that nothing shows: neither whole, nor by a template literal that begins like them. */
export function idleKeys(keys, codes) {
  const used = new Set(codes.flatMap((code) => [...code.matchAll(/(['"`])([\w.-]+)\1/g)].map(([, , key]) => key)));
  const starts = codes.flatMap((code) => [...code.matchAll(/`([\w.-]*\.)\$\{/g)].map(([, start]) => start));
  return [...keys]
    .filter((key) => !used.has(key) && !starts.some((start) => key.startsWith(start)))
    .map((key) => `nothing shows the text ${key}`);
}

export function hardCodedTexts(file, text) {
  const script = scriptOf(file, text).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const korean = script
    .split('\n')
    .filter((line) => HANGUL.test(line))
    .map((line) => line.trim());
  const english = [...script.matchAll(SENTENCE)].map(([, , sentence]) => sentence);
  return [...korean, ...english].map((found) => `${file} holds a text: ${found.slice(0, 80)}`);
}

export async function checkI18n() {
  const files = sources(/\.(?:vue|ts|json)$/).filter((file) => CLIENTS.test(file));
  const catalogues = files.filter((file) => CATALOGUE.test(file));
  const problems = [];
  const keys = new Set();
  for (const ko of catalogues.filter((file) => CATALOGUE.exec(file)[1] === 'ko')) {
    const en = ko.replace(/ko(\.\w+)$/, 'en$1');
    if (!catalogues.includes(en)) problems.push(`${ko} has no ${path.basename(en)} beside it`);
    else {
      const texts = { ko: await load(ko), en: await load(en) };
      problems.push(...catalogueProblems(path.dirname(ko), texts.ko, texts.en));
      for (const [key] of flatten(texts.en)) keys.add(key);
    }
  }
  const code = files.filter((file) => !catalogues.includes(file) && !TESTS.test(file) && !file.endsWith('.json'));
  const inCode = code.flatMap((file) => {
    const text = read(file);
    return [...unknownKeys(file, text, keys), ...hardCodedTexts(file, text)];
  });
  return [...problems, ...inCode, ...idleKeys(keys, code.map(read))];
}
