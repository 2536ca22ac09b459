export * from './enums.js';
export * from './access.js';
export * from './context.js';
export * from './failure.js';
export * from './paging.js';
export * from './scalars.js';
export * from './validation.js';
export * from './viewer.js';
