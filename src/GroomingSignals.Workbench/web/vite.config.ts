import { defineConfig } from 'vite';
import { licences } from './licences.ts';

// One script and one style sheet under fixed names: a rebuild of the same sources gives the same files. No inline code, for the content security policy.
export default defineConfig({
  base: './',
  publicDir: 'public',
  plugins: [licences(['preact', 'uplot'])],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: {
      output: { entryFileNames: 'workbench.js', chunkFileNames: '[name].js', assetFileNames: 'workbench[extname]' },
    },
  },
});
