/** `small` only shows that a measurement works: its figures say little. */
export type Size = 'whole' | 'small';

export interface Wish {
  size: Size;
  /** How long, for what goes on as long as it is told to. */
  minutes?: number;
  /** How many sessions at once, for what asks. */
  sessions?: number;
}
