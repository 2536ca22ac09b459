// Checks the folder of the installation before the build, which takes minutes: not every folder works.
import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { Problem } from './say.mjs';

/** The tools that build the pages take these for a part of an address, and the search path can't hold its own separator. */
const UNFIT = ['#', '?', path.delimiter, ...(path.sep === '/' ? ['\\'] : [])];

/** Its owner's alone; folders above it are like any other. */
export function makeDataDir(dataDir) {
  mkdirSync(path.dirname(dataDir), { recursive: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
}

/** @throws Problem */
export function checkPlace({ dataDir }, folder = root) {
  const found = UNFIT.find((character) => folder.includes(character));
  if (found)
    throw new Problem(
      `Tandem can't be built in ${folder}, because of the "${found}" in its path: move it to another folder.`,
    );
  try {
    makeDataDir(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Problem(
      `The data folder ${dataDir} can't be used (${error.code}): let the user who starts Tandem write in it, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}
