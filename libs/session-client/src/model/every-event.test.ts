// @vitest-environment node
import { LOCALES, type Locale } from '@tandem/domain';
import {
  buildSchema,
  execute,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isScalarType,
  type GraphQLFieldResolver,
  type GraphQLInterfaceType,
} from 'graphql';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { describeEvent } from './describe-event';
import { SessionReportDocument, type SessionReportQuery } from '../gql/graphql';
import { createTexts } from '../texts';
import type { SessionEvent } from './types';

const [schemaText] = Object.values(
  import.meta.glob<string>('../../../contract/schema.graphql', { query: '?raw', import: 'default', eager: true }),
);
const schema = buildSchema(schemaText!);
const KINDS = schema.getPossibleTypes(schema.getType('SessionEvent') as GraphQLInterfaceType).map(({ name }) => name);
/** The length of the longest enum, so that each of its values is used. */
const VARIANTS = 14;

/** Answers the report's query with events of one type; variant 0, 1, 2 … uses the first, second, third … value of each enum. */
function eventsOf(kind: string, variant: number): SessionEvent[] {
  const nth = <T>(values: readonly T[]) => values[variant % values.length];
  const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (
    _source,
    _args,
    _context,
    { returnType, fieldName },
  ) => {
    const named = getNamedType(returnType);
    if (isListType(getNullableType(returnType))) return isAbstractType(named) ? [{}] : [];
    if (isEnumType(named)) return nth(named.getValues())!.value as unknown;
    if (!isScalarType(named)) return {};
    return (
      { Int: 7, Float: 7, Boolean: variant % 2 === 0, DateTimeISO: '2026-01-01T00:00:00Z' }[named.name] ??
      `${fieldName.toUpperCase()}-7`
    );
  };
  const { data, errors } = execute({
    schema,
    document: SessionReportDocument,
    variableValues: { sessionId: '1' },
    fieldResolver,
    typeResolver: () => kind,
  }) as { data: SessionReportQuery | null; errors?: readonly Error[] };
  expect(errors).toBeUndefined();
  return data!.sessionReport.timeline;
}

/** The sentence as the report shows it. */
function say(locale: Locale, event: SessionEvent): string {
  const { t } = createTexts(locale, { ko: {}, en: {} }).global as unknown as {
    t(key: string, params?: object): string;
  };
  const { key, params, keyed } = describeEvent(event);
  return t(key, { ...params, ...Object.fromEntries(Object.entries(keyed).map(([name, of]) => [name, t(of)])) });
}

describe.each(LOCALES)('in %s', (locale) => {
  beforeEach(() => void vi.spyOn(console, 'error'));

  it.each(KINDS)('%s is a sentence, whatever its fields', (kind) => {
    for (let variant = 0; variant < VARIANTS; variant++)
      for (const event of eventsOf(kind, variant)) {
        expect(event.__typename).toBe(kind);
        const sentence = say(locale, event);
        expect(sentence).not.toMatch(/[{}]|undefined|null/);
        // names and texts are in capitals here: lower case and Hangul belong to the sentence
        const isText = event.__typename === 'ChatMessageSent' && !event.message.isDeleted;
        if (isText) expect(sentence).toBe('NAME-7: TEXT-7');
        else expect(sentence).toMatch({ ko: /^[^a-z]*[가-힣][^a-z]*$/, en: /^[^가-힣]*[a-z]{2}[^가-힣]*$/ }[locale]);
      }
    expect(console.error).not.toHaveBeenCalled(); // a missing text would be logged
  });
});

it('an actor without a name is called “somebody”', () => {
  const [event] = eventsOf('ShareRefused', 0);
  const nameless = { ...event!, actor: { ...event!.actor, name: null } };
  expect(say('en', nameless)).toBe('Someone didn’t allow the application to be viewed');
  expect(say('ko', nameless)).toBe('참가자 님이 응용프로그램 보기를 허용하지 않았습니다');
});

it('the list of events is not empty', () => expect(KINDS.length).toBeGreaterThan(25));
