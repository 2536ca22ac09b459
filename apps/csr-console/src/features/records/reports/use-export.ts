import { ACTOR_HEADER, formatActor, PATHS } from '@tandem/contract';
import { serverClock } from '@tandem/client';
import { browserTimeZone } from '@tandem/session-client';
import { refusalOf, TandemError } from '../../../client';

export interface ExportChoice {
  /** How many days back; null for everything. */
  days: number | null;
  sessionType: string;
  locale: string;
  withPractice: boolean;
}
const DAY = 24 * 3600 * 1000;
const FILE = 'session-reports.csv';

/** Fetches the reports as a file. A link could not: a cookie counts only together with the named actor. @throws TandemError */
export async function exportReports({ days, sessionType, locale, withPractice }: ExportChoice): Promise<void> {
  const asked = new URLSearchParams({ locale, timeZone: browserTimeZone() });
  if (days !== null) asked.set('startedAfter', new Date(serverClock.now() - days * DAY).toISOString());
  if (sessionType) asked.set('sessionType', sessionType);
  if (!withPractice) asked.set('isPractice', 'false');
  const headers = { [ACTOR_HEADER]: formatActor({ kind: 'staff' }) };
  const response = await fetch(`${PATHS.reportsCsv}?${asked.toString()}`, { method: 'POST', headers }).catch(
    () => null,
  );
  if (!response) throw new TandemError('UNAVAILABLE');
  if (!response.ok) throw await refusalOf(response);
  save(await response.blob());
}

function save(blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = FILE;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
