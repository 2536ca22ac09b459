// Node runs TypeScript by itself, but an import of './x.js' means our './x.ts'.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  resolve(specifier, context, next) {
    const isOurs = /^\.{1,2}\//.test(specifier) && context.parentURL?.endsWith('.ts');
    for (const candidate of isOurs ? [specifier.replace(/\.js$/, '.ts'), `${specifier}.ts`] : [])
      if (existsSync(fileURLToPath(new URL(candidate, context.parentURL)))) return next(candidate, context);
    return next(specifier, context);
  },
});
