import type { BenchDatabase } from './database.js';
export async function measureReportList(_database: BenchDatabase): Promise<void> {}
