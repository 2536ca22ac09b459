// What the lanes need of the machine. As root it is installed; otherwise the command to run is printed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const onPath = (...names) => {
  const dirs = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
  return names.some((name) => dirs.some((dir) => existsSync(path.join(dir, name))));
};

function hasKoreanFont() {
  try {
    return execFileSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

const hasChromium = () => Boolean(process.env.CHROMIUM_PATH) || onPath('chromium', 'chromium-browser', 'google-chrome');

const hasFirefox = () => Boolean(process.env.FIREFOX_PATH) || onPath('firefox-esr');
const JOURNEYS = ['chromium', 'firefox', 'display'];

/** [Debian package, is it there?, lanes that need it] */
const NEEDS = [
  ['curl', () => onPath('curl'), ['database']],
  ['chromium', hasChromium, JOURNEYS],
  ['firefox-esr', hasFirefox, ['firefox']],
  ['fontconfig', () => onPath('fc-list'), JOURNEYS],
  ['fonts-noto-cjk', hasKoreanFont, JOURNEYS],
  ['procps', () => onPath('ps'), JOURNEYS],
  ['iproute2', () => onPath('ip'), ['display']],
  ['libnss3-tools', () => onPath('certutil'), ['display']],
  ['xvfb', () => onPath('Xvfb'), JOURNEYS],
  ['openbox', () => onPath('openbox'), JOURNEYS],
  ['x11-utils', () => onPath('xdpyinfo'), JOURNEYS],
  ['x11-xserver-utils', () => onPath('xsetroot'), JOURNEYS],
];

/**
 * @param {Set<string>} lanes
 * @returns {boolean} whether everything is there now; if not, a message has said how to fix it
 */
export function prepareSystem(lanes) {
  const isMissing = ([, isThere, users]) => users.some((lane) => lanes.has(lane)) && !isThere();
  const missing = NEEDS.filter(isMissing).map(([name]) => name);
  if (!missing.length) return true;
  const canInstall = onPath('apt-get');
  if (canInstall && process.getuid?.() === 0) {
    console.log(`▸ installing ${missing.join(', ')}`);
    install(missing);
    const left = NEEDS.filter(isMissing).map(([name]) => name);
    if (!left.length) return true;
    console.error(`These could not be installed: ${left.join(', ')}`);
    return false;
  }
  if (canInstall)
    console.error(`The tests need more of this machine. Run:\n  sudo apt-get install -y ${missing.join(' ')}`);
  else console.error(`The tests need these on this machine (Debian names): ${missing.join(', ')}`);
  return false;
}

function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const stdio = ['ignore', 'ignore', 'inherit'];
  spawnSync('apt-get', ['update', '-q'], { env, stdio });
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env, stdio });
}
