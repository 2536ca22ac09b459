import { ABILITY_REASONS, ERROR_CODES } from '@tandem/contract';
import { definitionOf, LOCALES, SETTING_KEYS } from '@tandem/domain';
import { createTexts } from '@tandem/session-client';
import { describe, expect, it } from 'vitest';
import { en, ko } from '.';

/** Everything that an error brings along. */
const PARAMS = {
  minutes: 15,
  limit: 4,
  min: 12,
  id: 'a1b2',
  kilobytes: 256,
  rows: 500,
  variable: 'site',
  ratio: 2.1,
  needed: 4.5,
  suggestion: '#0f5c5c',
  name: 'Night shift',
  count: 3,
};

describe.each(LOCALES)('what this page says in %s', (locale) => {
  const { t, te } = createTexts(locale, { ko, en }).global as unknown as {
    t(key: string, params: object): string;
    te(key: string): boolean;
  };
  const isInItsLanguage = { ko: /[가-힣]/, en: /^[^가-힣]*[a-z]{2} [^가-힣]*$/ }[locale];

  it.each([
    ...ERROR_CODES.map((code) => `errors.${code}`),
    ...ABILITY_REASONS.map((reason) => `abilityReason.${reason}`),
  ])('%s is a whole sentence', (key) => {
    expect(te(key)).toBe(true);
    const sentence = t(key, PARAMS);
    expect(sentence).toMatch(isInItsLanguage);
    expect(sentence).not.toMatch(/[{}]/);
    expect(sentence).toMatch(/[.?!](?: (?:Code|코드) a1b2)?$|코드 a1b2$|Code a1b2$/);
  });
});

it('calls the two modes of a site as the product does', () => {
  expect(en.setting.sessionMode.choice).toEqual({ SINGLE: 'Single-session mode', MULTI: 'Multi-session mode' });
  expect(ko.setting.sessionMode.choice).toEqual({ SINGLE: '싱글 세션', MULTI: '멀티 세션' });
});

describe.each([
  ['ko', ko],
  ['en', en],
])('every setting in %s', (_locale, texts) => {
  it.each(SETTING_KEYS)('%s has a name, a sentence of help and a word for each choice', (key) => {
    const words: { label: string; help: string; choice?: Record<string, string> } = texts.setting[key];
    expect(words.label.length).toBeGreaterThan(1);
    expect(words.help).toMatch(/[.?]$/);
    const definition = definitionOf(key);
    const choices = definition.kind === 'CHOICE' ? [...definition.choices] : [];
    expect(Object.keys(words.choice ?? {}).sort()).toEqual(choices.sort());
  });
});

it('takes no key that both pages use: what they say there would be lost', () => {
  const { messages } = createTexts('en', { ko: {}, en: {} }).global as unknown as {
    messages: { value: { en: object } };
  };
  expect(Object.keys(en).filter((key) => key in messages.value.en)).toEqual([]);
});
