/** One line of the file that holds something. */
export interface CsvRow {
  /** As an editor counts them. */
  line: number;
  cells: string[];
}

/** Marks at the beginning of a file that tell how it is written. */
const ENCODINGS: [mark: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
];
/** Without a mark: UTF-8 is told by itself from Korean Windows' own encoding. */
const GUESSES = ['utf-8', 'euc-kr'];

/** @returns null for what is no text in any encoding that spreadsheets write here */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = ENCODINGS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
  for (const encoding of marked ? [marked] : GUESSES) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // the next guess
    }
  }
  return null;
}

/** The sign between cells: what the first line has most of. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  return [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
}

/** RFC 4180 with any of three separators. @returns null when a quote is never closed */
export function parseCsv(text: string): CsvRow[] | null {
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let cell = '';
  let isQuoted = false;
  let line = 1;
  const endCell = () => {
    row.cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.cells.some(Boolean)) rows.push(row);
    row = { line: line + 1, cells: [] };
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '"' && isQuoted && text[at + 1] === '"') cell += text[at++];
    else if (sign === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
    else if (!isQuoted && sign === separator) endCell();
    else if (!isQuoted && sign === '\n') endRow();
    else if (isQuoted || sign !== '\r') cell += sign;
    if (sign === '\n') line++;
  }
  if (isQuoted) return null;
  endRow();
  return rows;
}
