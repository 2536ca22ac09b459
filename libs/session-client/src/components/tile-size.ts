/** The size of a small picture on a dense display; in CSS pixels it is half as large. */
export const TILE = { width: 256, height: 144 } as const;
