/**
 * How many files of journeys run in parallel: each worker has its own product, browsers and X display. Two keep two
 * cores busy; three take a fourteenth less time.
 */
export const WORKERS = 2;
