/** An invalid environment stops the start with a message that says how to fix it. */
export class ConfigError extends Error {}
