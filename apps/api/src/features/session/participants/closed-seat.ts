/** A seat that is closed expects nobody back. */
export const CLOSED = { lostAt: null, disconnectDueAt: null, awayDueAt: null, isConnected: false, isAway: false };
