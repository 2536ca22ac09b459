/** ms that a test waits for what a quiet machine does within `ms`. */
export declare const within: (ms: number) => number;
