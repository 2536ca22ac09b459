/**
 * The oldest browsers that each page is built and linted for, in the names of Browserslist. A phone has the newest versions
 * of Chrome and Firefox, whatever the phone is. README and `floor.js` name them to people.
 */
export const FLOOR = {
  /** What comes to a customer may be old; half of what the console needs is not needed here. */
  portal: ['safari 16.0', 'ios_saf 16.0', 'chrome 109', 'edge 109', 'firefox 115'],
  /** It sends files and notes packed (CompressionStream), which Safari does since 16.4. */
  console: ['safari 16.4', 'ios_saf 16.4', 'chrome 109', 'edge 109', 'firefox 115'],
};

const BUILD_NAMES = { ios_saf: 'ios' };
/** The same as the build writes them. @param {keyof typeof FLOOR} page */
export const buildTargets = (page) =>
  FLOOR[page].map((each) => {
    const [name, version] = each.split(' ');
    return `${BUILD_NAMES[name] ?? name}${version}`;
  });
