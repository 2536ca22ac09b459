export type Row = Record<string, string | number>;

/** Prints rows as a readable table, with numbers aligned to the right. */
export function printTable(title: string, rows: Row[], notes: string[] = []): void {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (row: Row, column: string) => text(row[column] ?? '');
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => cell(row, column).length)));
  const line = (cells: string[]) => `  ${cells.join('  ').trimEnd()}`;
  console.log(`\n${title}\n`);
  console.log(line(columns.map((column, i) => (i ? column.padStart(widths[i]!) : column.padEnd(widths[i]!)))));
  for (const row of rows)
    console.log(line(columns.map((column, i) => pad(cell(row, column), widths[i]!, row[column]))));
  if (notes.length) console.log(`\n${notes.map((note) => `  ${note}`).join('\n')}`);
}

const pad = (shown: string, width: number, value: string | number | undefined) =>
  typeof value === 'number' ? shown.padStart(width) : shown.padEnd(width);

const text = (value: string | number) => (typeof value === 'number' ? formatNumber(value) : value);
const formatNumber = (value: number) => {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(Math.abs(value) < 1.5 ? 3 : Math.abs(value) < 100 ? 1 : 0);
};

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
export const median = (values: number[]): number => percentile(values, 0.5);
