import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Compilation, Compiler } from 'webpack';

/** The page stands at the root; licences and maps are not needed without a network. */
const addressOf = (file: string): string => (file === 'index.html' ? '/' : `/${file}`);
const isNeeded = (file: string): boolean => !/\.(txt|map)$/.test(file);

/** Writes `sw.js` (worker.js) with the names of everything that was built. A build that changed has another name. */
export class OfflinePlugin {
  apply(compiler: Compiler): void {
    const { Compilation: stages, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('OfflinePlugin', (compilation) => {
      const stage = stages.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'OfflinePlugin', stage }, () => {
        const worker = readFileSync(path.join(__dirname, 'worker.js'), 'utf8');
        const build = JSON.stringify(describe(compilation));
        compilation.emitAsset('sw.js', new sources.RawSource(`const build = ${build};\n${worker}`));
      });
    });
  }
}

function describe(compilation: Compilation): { name: string; files: string[] } {
  const needed = compilation.getAssets().filter(({ name }) => isNeeded(name));
  const assets = [...needed].sort((one, other) => (one.name < other.name ? -1 : 1));
  const digest = createHash('sha256');
  for (const { name, source } of assets) digest.update(name).update(source.buffer());
  return { name: digest.digest('hex').slice(0, 12), files: assets.map(({ name }) => addressOf(name)) };
}
