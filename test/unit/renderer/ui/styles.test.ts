/** Styles of pages are loaded one after the other and stay: a class means one thing in the whole app. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Classes that a file gives their base rule, e.g. `lines` of `.lines { … }`. */
function defined(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  // What stands in :is(…) or :has(…) only narrows a selector.
  const rules = text.replace(/\((?:[^()]|\([^()]*\))*\)/g, '');
  return [...rules.matchAll(/([^{}]+)\{/g)]
    .flatMap(([, selectors = '']) => selectors.split(','))
    .flatMap((selector) => /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? []);
}

it('has one file for every class', () => {
  const owners = new Map<string, Set<string>>();
  for (const file of globSync('renderer/**/*.css'))
    for (const name of defined(file)) owners.set(name, (owners.get(name) ?? new Set()).add(file));
  const doubled = [...owners].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files]);
  expect(doubled).toEqual([]);
});
