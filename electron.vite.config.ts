import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import path from 'node:path';
import { firstPageModules } from './vite.first-page';

const shared = { '@shared': path.resolve('shared') };

const firstPage = firstPageModules();

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
    plugins: [react(), firstPage.plugin],
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
