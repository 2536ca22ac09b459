/**
 * Files of journeys beside each other: each worker has a product, browsers and an X display of its own. Two keep two cores
 * busy; three take a fourteenth less time.
 */
export const WORKERS = 2;
