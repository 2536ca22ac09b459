import { FLOOR } from './tools/pages/floor.mjs';

/** What some of the oldest browsers do in part or not at all, and why that is no matter here. */
const BORNE = [
  'css-media-range-syntax', // the build writes it in the older way
  'css3-cursors', // a finger has none
  'css3-cursors-grab', // a finger has none
  'css-touch-action', // a Mac has no touch screen, and an iPhone has the values that are used
  'css-resize', // a field that can't be drawn larger scrolls
];

/** Styles of the pages: none may need a newer browser than the floor. Their layout is Prettier's. */
const needs = (browsers) => ({
  'plugin/no-unsupported-browser-features': [
    true,
    { browsers, ignore: BORNE, ignorePartialSupport: true, severity: 'error' },
  ],
});
export default {
  plugins: ['stylelint-no-unsupported-browser-features'],
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: needs(FLOOR.portal),
  overrides: [
    { files: ['**/*.vue'], customSyntax: 'postcss-html' },
    { files: ['apps/csr-console/**'], rules: needs(FLOOR.console) },
  ],
};
