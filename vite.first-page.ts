/** One file for all modules that the first page needs at once; everything else is fetched when it is asked for. */
import path from 'node:path';
import type { Plugin } from 'vite';

/** The plugin that notes what the entry imports statically, at whatever depth, and whether a module is among it. */
export function firstPageModules(): { readonly plugin: Plugin; readonly has: (id: string) => boolean } {
  const found = new Set<string>();
  return {
    plugin: {
      name: 'deskbook-first-page',
      buildEnd() {
        const waiting = [path.resolve('renderer/main.tsx')];
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
          if (found.has(id)) continue;
          found.add(id);
          waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      },
    },
    has: (id) => found.has(id),
  };
}
