/** Files of journeys beside each other: each worker has a product, browsers and an X display of its own. */
export const WORKERS = 3;
