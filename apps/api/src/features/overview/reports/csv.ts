/** Excel reads UTF-8 as such only behind this mark. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Spreadsheets run a cell that begins like this, also when it came from a customer. An apostrophe makes it a text. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
};

/** One line of RFC 4180. */
export const csvLine = (values: readonly (string | number)[]): string => `${values.map(cell).join(',')}\r\n`;
