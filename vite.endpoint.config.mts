/** Bundles the endpoint for Node; its libraries stay in node_modules. */
import path from 'node:path';
import { defineConfig } from 'vite';

export default defineConfig({
  resolve: { alias: { '@shared': path.resolve('shared') } },
  build: {
    ssr: 'server/main.ts',
    target: 'node24',
    outDir: 'out/endpoint',
    rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
  },
});
