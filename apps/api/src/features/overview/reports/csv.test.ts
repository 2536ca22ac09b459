import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.js';

describe('a line of CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('shows %j as the text that it is', (text) =>
    expect(csvLine([text])).toBe(`"'${text}"\r\n`),
  );
  it('keeps commas, quotes and line breaks inside their cell', () =>
    expect(csvLine(['a,b', 'say "ja"', 'one\ntwo', 7])).toBe('"a,b","say ""ja""","one\ntwo",7\r\n'));
  it('leaves other texts as they are', () => expect(csvLine(['박지훈', 'A-1'])).toBe('"박지훈","A-1"\r\n'));
});
