/**
 * Builds the web view: the desk's page with a browser in the place of the shell. Beside a module `x.ts` a folder
 * `browser/x.ts` holds what stands in for it here; everything else is the desk's own.
 */
import react from '@vitejs/plugin-react';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { firstPageModules } from './vite.first-page';

const firstPage = firstPageModules();
const RENDERER = path.resolve('renderer');

/** The module's stand-in, or null when it has none. */
function standIn(id: string): string | null {
  const file = id.split('?')[0] ?? id;
  if (!file.startsWith(RENDERER) || file.includes(`${path.sep}browser${path.sep}`)) return null;
  const other = path.join(path.dirname(file), 'browser', path.basename(file));
  return existsSync(other) ? other : null;
}

const browserModules = (): Plugin => ({
  name: 'deskbook-browser-modules',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
    return resolved && !resolved.external ? (standIn(resolved.id) ?? resolved) : resolved;
  },
});

export default defineConfig({
  root: 'renderer',
  base: './',
  resolve: {
    alias: [
      { find: '@shared', replacement: path.resolve('shared') },
      { find: /^bwip-js\/node$/, replacement: 'bwip-js/generic' },
      { find: /^fflate$/, replacement: path.resolve('renderer/data/zip-in-place.ts') },
    ],
  },
  plugins: [browserModules(), react(), firstPage.plugin],
  worker: { format: 'es', plugins: () => [browserModules()] },
  build: {
    target: 'chrome114',
    outDir: path.resolve('out/web'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: { index: 'renderer/index.html' },
      output: { codeSplitting: { groups: [{ name: 'first', test: (id) => firstPage.has(id) }] } },
    },
  },
});
