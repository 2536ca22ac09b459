/** Prints rows as a table for a person; numbers to the right. */
export function printTable(title: string, rows: Record<string, string | number>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const text = (value: string | number) => (typeof value === 'number' ? formatNumber(value) : value);
  const width = (column: string) => Math.max(column.length, ...rows.map((row) => text(row[column] ?? '').length));
  const line = (cells: string[]) => `  ${cells.join('  ')}`;
  console.log(`\n${title}\n`);
  console.log(line(columns.map((column) => column.padEnd(width(column)))));
  for (const row of rows)
    console.log(
      line(
        columns.map((column) => {
          const value = row[column] ?? '';
          return typeof value === 'number' ? text(value).padStart(width(column)) : value.padEnd(width(column));
        }),
      ),
    );
}

const formatNumber = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1));

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
