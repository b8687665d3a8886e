/** Bundles the endpoint for Node with its libraries: what is deployed is `out/endpoint` and `out/web`, and nothing else. */
import path from 'node:path';
import { defineConfig } from 'vite';

export default defineConfig({
  resolve: { alias: { '@shared': path.resolve('shared') } },
  // Asked for by `pg` only when somebody wants it.
  ssr: { noExternal: true, external: ['pg-native'] },
  build: {
    ssr: 'server/main.ts',
    target: 'node24',
    outDir: 'out/endpoint',
    rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
  },
});
