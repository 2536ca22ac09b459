// What both pages' builds have in common: the script that speaks to old browsers, and everything compressed once, here,
// instead of with every request.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const COMPRESSED = /\.(?:js|css|html|svg|json|webmanifest)$/;
/** Less gains nothing. */
const SMALLEST = 400;
const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
const bytesOf = ({ type, code, source }) => Buffer.from(type === 'chunk' ? code : source);

/** Files that a page needs before it can be used: its entry, what that imports, their styles, and parts named by `also`. */
function neededAtFirst(bundle, also) {
  const files = new Set(['index.html', 'floor.js']);
  function take(name) {
    const chunk = bundle[name];
    if (!chunk || files.has(name)) return;
    files.add(name);
    chunk.viteMetadata?.importedCss.forEach((sheet) => files.add(sheet));
    chunk.imports?.forEach(take);
  }
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  chunks.filter(({ isEntry }) => isEntry).forEach(({ fileName }) => take(fileName));
  const largest = chunks
    .filter(({ name }) => also.test(name))
    .sort((a, b) => brotli(bytesOf(b)).length - brotli(bytesOf(a)).length)[0];
  if (largest) take(largest.fileName);
  return [...files];
}

/**
 * `budget`: transferred bytes until the page can be used; the build fails above. `also`: names of chunks that are loaded
 * immediately although they are separate; of several, the largest counts.
 * @typedef {{ bytes: number, perFile: number, besides: number }} Budget
 * @param {{ page: string, base?: string, budget?: Budget | null, also?: RegExp }} options
 */
export function pages({ page, base = '/', budget = null, also = /^$/ }) {
  let folder;
  return {
    name: 'tandem-pages',
    apply: 'build',
    configResolved: ({ root, build }) => void (folder = path.resolve(root, build.outDir)),
    transformIndexHtml: () => [
      { tag: 'script', attrs: { src: `${base}floor.js`, 'data-page': page }, injectTo: 'head-prepend' },
    ],
    generateBundle() {
      const source = readFileSync(path.join(import.meta.dirname, 'floor.js'), 'utf8').replace(
        /^\s*\/\*[\s\S]*?\*\//gm,
        '',
      );
      this.emitFile({ type: 'asset', fileName: 'floor.js', source });
    },
    writeBundle: {
      order: 'post',
      handler(_options, bundle) {
        const sizes = new Map();
        for (const file of Object.values(bundle)) {
          if (!COMPRESSED.test(file.fileName)) continue;
          const bytes = readFileSync(path.join(folder, file.fileName));
          sizes.set(file.fileName, bytes.length);
          if (bytes.length < SMALLEST) continue;
          const small = brotli(bytes);
          sizes.set(file.fileName, small.length);
          writeFileSync(path.join(folder, `${file.fileName}.br`), small);
          writeFileSync(path.join(folder, `${file.fileName}.gz`), gzipSync(bytes, { level: 9 }));
        }
        if (budget) weigh(this, neededAtFirst(bundle, also), sizes, budget);
      },
    },
  };
}

function weigh(context, files, sizes, { bytes, perFile, besides }) {
  const onLine = files.reduce((sum, file) => sum + (sizes.get(file) ?? 0) + perFile, besides);
  const list = files.map((file) => `${file} ${sizes.get(file) ?? 0}`).join(', ');
  const text = `until the page can be used: ${(onLine / 1000).toFixed(1)} KB of ${bytes / 1000} (${list})`;
  if (onLine > bytes) context.error(`Too heavy, ${text}`);
  context.info(text);
}
