import type { ErrorCode } from '@tandem/contract';

/** A kind of thing whose changes are recorded. */
export interface Kind<State> {
  /** In the table, beside the subject: which setting, which role … */
  name: string;
  isSame(one: State, other: State): boolean;
  /** How many changes of one subject are kept; by default all. */
  kept?: number;
  /** The refusal of an undo after another change. */
  changedMeanwhile?: ErrorCode;
}
