import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Writes the licences of what is bundled beside it. */
export function licences(packages: string[]): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle() {
      const texts = packages.map(name => {
        const root = new URL(`./node_modules/${name}/`, import.meta.url);
        const { version, license } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string; license: string };
        return `${name} ${version} (${license})\n\n${readFileSync(new URL('LICENSE', root), 'utf8').trim()}\n`;
      });
      this.emitFile({ type: 'asset', fileName: 'LICENCES.txt', source: texts.join('\n----------------------------------------\n\n') });
    },
  };
}
