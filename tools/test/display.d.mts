/** An X display with a window manager; `display` as DISPLAY wants it, ":7". */
export function startDisplay(): Promise<{ display: string; stop(): void }>;
