export * from './enums.js';
export * from './files.js';
export * from './lifecycles.js';
export * from './limits.js';
export * from './permissions.js';
export * from './session-number.js';
export * from './settings.js';
export * from './session-roles.js';
