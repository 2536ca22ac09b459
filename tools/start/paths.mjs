import path from 'node:path';

export const root = path.join(import.meta.dirname, '../..');

/** Tools come from node_modules/.bin, and with them the pinned Node: this launcher itself may run on an older one. */
export const toolEnv = (extra = {}) => ({
  ...process.env,
  PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
  ...extra,
});
