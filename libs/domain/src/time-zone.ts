/**
 * A time zone by which times can be written. Browsers report none, or names that nobody knows (`Etc/Unknown`): then it is
 * UTC, which says of itself what it is.
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

/** A language tag as programs can read it; `und`, which is the tag of a language that is not known, for anything else. */
export function knownLanguage(tag: string | null | undefined): string {
  try {
    return (tag && Intl.getCanonicalLocales(tag)[0]) || 'und';
  } catch {
    return 'und';
  }
}
