// Files, exports and packages that nothing uses, and packages that are used without being listed. Knip finds them; knip.jsonc
// says where programs start.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from './files.mjs';

const run = promisify(execFile);
const KNIP = path.join(root, 'node_modules/knip/bin/knip.js');
const ARGS = [KNIP, '--no-progress', '--no-config-hints', '--reporter', 'json'];

const PROBLEMS = {
  files: 'is imported by nothing',
  dependencies: 'is listed, and nothing uses it',
  devDependencies: 'is listed, and nothing uses it',
  unlisted: 'is used, and package.json does not list it',
  unresolved: 'is imported, and not there',
  exports: 'is exported, and nothing imports it',
  types: 'is exported, and nothing imports it',
};

/** @param {{ issues: { file: string }[] }} report as knip writes it */
export function unusedProblems({ issues }) {
  return issues.flatMap(({ file, ...found }) =>
    Object.entries(found).flatMap(([kind, each]) =>
      each.flat().map(({ name, line }) => {
        const at = line ? `${file}:${line}` : file;
        return `${at} ${name === file ? '' : `${name} `}${PROBLEMS[kind] ?? kind}`;
      }),
    ),
  );
}

export async function checkUnused() {
  // It exits with 1 where it has found something, and with 2 where it is broken itself.
  const {
    code = 0,
    stdout,
    stderr,
  } = await run(process.execPath, ARGS, { cwd: root, maxBuffer: 1 << 25 }).catch((e) => e);
  if (code > 1 || !stdout) return [`knip could not run: ${stderr}`];
  return unusedProblems(JSON.parse(stdout));
}
