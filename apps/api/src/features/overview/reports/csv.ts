/** Excel needs the byte order mark to detect UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Spreadsheets execute a cell that starts like this, also when a customer wrote it. An apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
};

/** A row of RFC 4180. */
export const csvLine = (values: readonly (string | number)[]): string => `${values.map(cell).join(',')}\r\n`;
