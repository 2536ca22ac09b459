import { parse } from 'csv-parse/sync';

/** One line of the file that holds something. */
export interface CsvRow {
  /** As an editor counts them. */
  line: number;
  cells: string[];
}

/** A first line for spreadsheets alone: what stands between cells. */
const TOLD = /^sep=(.)\n/i;
const breaksIn = (text: string) => text.split('\n').length - 1;

/** The sign between cells: what the first line has most of. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const plain = first.replace(/"[^"]*"/g, '');
  return [',', ';', '\t', '|'].toSorted((a, b) => plain.split(b).length - plain.split(a).length)[0]!;
}

/**
 * RFC 4180 with any of four separators and any ends of lines, also mixed ones.
 * @param most further rows are not read
 * @returns null when a quote is never closed
 */
export function parseCsv(given: string, most: number): CsvRow[] | null {
  const text = given.replace(/^\ufeff/, '').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  const told = TOLD.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  try {
    const rows = parse(body, {
      delimiter: told?.[1] ?? separatorOf(body),
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      ltrim: true,
      info: true,
      to: most,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows
      .map(({ record, info }) => ({
        line: info.lines - breaksIn(record.join('')) + (told ? 1 : 0),
        cells: record.map((cell) => cell.trim()),
      }))
      .filter(({ cells }) => cells.some(Boolean));
  } catch {
    return null; // with these options nothing else is wrong with a text
  }
}
