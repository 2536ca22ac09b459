import { parse } from 'csv-parse/sync';

/** A non-empty line of the file. */
export interface CsvRow {
  /** 1-based, as editors count. */
  line: number;
  cells: string[];
}

/** A first line that declares the separator for spreadsheets. */
const TOLD = /^sep=(.)\n/i;
const breaksIn = (text: string) => text.split('\n').length - 1;

/** Detects the separator: the most frequent candidate in the first line. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const plain = first.replace(/"[^"]*"/g, '');
  return [',', ';', '\t', '|'].toSorted((a, b) => plain.split(b).length - plain.split(a).length)[0]!;
}

/**
 * RFC 4180 with any of four separators and any line endings, also mixed.
 * @param most further rows are ignored
 * @returns null when a quote is never closed
 */
export function parseCsv(given: string, most: number): CsvRow[] | null {
  const text = given.replace(/^\ufeff/, '').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  const told = TOLD.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  try {
    const rows: unknown = parse(body, {
      delimiter: told?.[1] ?? separatorOf(body),
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      ltrim: true,
      info: true,
      to: most,
    });
    // the package's types do not know what `info` adds
    return (rows as { record: string[]; info: { lines: number } }[])
      .map(({ record, info }) => ({
        line: info.lines - breaksIn(record.join('')) + (told ? 1 : 0),
        cells: record.map((cell) => cell.trim()),
      }))
      .filter(({ cells }) => cells.some(Boolean));
  } catch {
    return null; // with these options no other error is possible
  }
}
