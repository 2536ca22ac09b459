/** A closed seat has no presence deadline. */
export const CLOSED = { lostAt: null, disconnectDueAt: null, awayDueAt: null, isConnected: false, isAway: false };
