/** `small` only shows that a measurement works: its figures say little. */
export type Size = 'whole' | 'small';

export interface Options {
  size: Size;
  /** Duration of measurements that run for a given time. */
  minutes?: number;
  /** Number of concurrent sessions, for measurements that have them. */
  sessions?: number;
}
