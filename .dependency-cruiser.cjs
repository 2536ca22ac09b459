// For editors and `npx depcruise`. The rules are made from tools/boundaries/manifest.mjs; `npm run boundaries` runs them.
const { rules, options } = require('./tools/boundaries/rules.mjs');

module.exports = { forbidden: rules, options: { ...options, tsConfig: { fileName: 'tsconfig.json' } } };
