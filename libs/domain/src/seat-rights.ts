/**
 * The rights that the primary CSR gives to each assistant and guest expert, and may change at any time. CHAT_CUSTOMER
 * covers all talk with the customer: text, voice, camera. Without it only the CSRs' own chat is open. VIEW is access to
 * the media room.
 */
export const SEAT_RIGHTS = ['VIEW', 'ANNOTATE', 'CHAT_CUSTOMER', 'FILES', 'CONTROL'] as const;
export type SeatRight = (typeof SEAT_RIGHTS)[number];
/** A colleague joins muted, and can see. */
export const FIRST_RIGHTS: readonly SeatRight[] = ['VIEW'];

/** Whether a role may do something: always, never, or with the right. */
export type Cell = boolean | SeatRight;
