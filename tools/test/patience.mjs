// How long tests wait. They wait for events; a limit only ends the waiting for one that never comes, so it may be generous:
// a machine that is three times slower than a quiet one with two cores must pass as well.
const PATIENCE = 3;

/**
 * The one place that every time limit of a test goes through.
 * @param {number} ms what a quiet machine needs at most
 * @returns {number} ms that a test waits
 */
export const within = (ms) => ms * PATIENCE;
