import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import path from 'node:path';
import type { Plugin } from 'vite';

const shared = { '@shared': path.resolve('shared') };

/** Modules the first page needs at once; everything else is fetched when it is asked for. */
const firstPage = new Set<string>();

/** Notes what the entry imports statically, at whatever depth. */
function noteFirstPage(): Plugin {
  return {
    name: 'deskbook-first-page',
    buildEnd() {
      const waiting = [path.resolve('renderer/main.tsx')];
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (firstPage.has(id)) continue;
        firstPage.add(id);
        waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
  };
}

export default defineConfig({
  main: {
    resolve: { alias: shared },
    build: {
      target: 'node18',
      outDir: 'out/main',
      rolldownOptions: {
        input: { index: 'electron/main.ts' },
        output: { format: 'cjs' },
      },
    },
  },
  preload: {
    resolve: { alias: shared },
    build: {
      target: 'node18',
      outDir: 'out/preload',
      rolldownOptions: { input: { index: 'electron/preload.ts' }, output: { format: 'cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    // The Excel writer packs its file with fflate, whose own workers come from blobs: the CSP forbids them.
    resolve: {
      alias: [
        { find: '@shared', replacement: path.resolve('shared') },
        { find: /^fflate$/, replacement: path.resolve('renderer/data/zip-in-place.ts') },
      ],
    },
    plugins: [react(), noteFirstPage()],
    worker: { format: 'es' },
    build: {
      target: 'chrome114',
      minify: true,
      outDir: 'out/renderer',
      rolldownOptions: {
        input: { index: 'renderer/index.html' },
        output: {
          // One file instead of some thirty small ones: each is a request of its own before the page stands.
          codeSplitting: { groups: [{ name: 'first', test: (id) => firstPage.has(id) }] },
        },
      },
    },
  },
});
