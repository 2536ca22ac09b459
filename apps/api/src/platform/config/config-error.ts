/** What is wrong in the environment is refused at start with a sentence that says the mend. */
export class ConfigError extends Error {}
