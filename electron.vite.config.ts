import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import path from 'node:path';

const shared = { '@shared': path.resolve('shared') };

export default defineConfig({
  main: {
    resolve: { alias: shared },
    build: {
      target: 'node18',
      outDir: 'out/main',
      rollupOptions: {
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
      rollupOptions: { input: { index: 'electron/preload.ts' }, output: { format: 'cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    resolve: { alias: shared },
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome114',
      minify: true,
      outDir: 'out/renderer',
      rollupOptions: { input: { index: 'renderer/index.html' } },
    },
  },
});
