/**
 * A time zone that can be used for formatting. Browsers report none, or unknown names (`Etc/Unknown`): then it is UTC,
 * which names itself in the output.
 */
export function knownTimeZone(zone: string | null | undefined): string {
  if (!zone) return 'UTC';
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return 'UTC';
  }
}

/** A language tag that programs can parse; `und`, the tag of an undetermined language, for anything else. */
export function knownLanguage(tag: string | null | undefined): string {
  try {
    return (tag && Intl.getCanonicalLocales(tag)[0]) || 'und';
  } catch {
    return 'und';
  }
}
