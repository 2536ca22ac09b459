/**
 * What the primary CSR ticks for each colleague and outside expert, and may change at any moment. CHAT_CUSTOMER is about
 * talking with the customer at all: by writing, by voice, by camera. Without it only the CSRs' own chat is open. VIEW is
 * about being in the room where screens and voices are.
 */
export const SEAT_RIGHTS = ['VIEW', 'ANNOTATE', 'CHAT_CUSTOMER', 'FILES', 'CONTROL'] as const;
export type SeatRight = (typeof SEAT_RIGHTS)[number];
/** A colleague comes muted, and sees. */
export const FIRST_RIGHTS: readonly SeatRight[] = ['VIEW'];

/** Whether a role may do something: always, never, or while the right is ticked. */
export type Cell = boolean | SeatRight;
