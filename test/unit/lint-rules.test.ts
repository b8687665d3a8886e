/** The linter's own rules: imports against the one-way directions of docs/architecture.md fail, good ones pass. */
import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '../..');
const eslint = new ESLint({
  cwd: root,
  // The snippets below are in no file, so nothing that needs types is asked.
  overrideConfig: [
    tseslint.configs.disableTypeChecked as ESLint.Options['overrideConfig'] & object,
    { languageOptions: { parserOptions: { projectService: false } } },
  ].flat(),
});

/** Rules a file with this code breaks; unused names aside. */
async function broken(file: string, code: string): Promise<readonly string[]> {
  const results = await eslint.lintText(code, { filePath: path.join(root, file) });
  const names = results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId ?? 'fatal'));
  return names.filter((name) => !name.endsWith('no-unused-vars'));
}

const DIRECTION = 'import-x/no-restricted-paths';
const MODULE = 'no-restricted-imports';

describe('import directions: shared ← renderer, electron; ui, data ← features ← app', () => {
  it.each([
    ['shared/visits/bad.ts', "import '../../electron/log';", DIRECTION],
    ['shared/visits/bad.ts', "import '../../renderer/data/session';", DIRECTION],
    ['electron/bad.ts', "import '../renderer/data/session';", DIRECTION],
    ['renderer/data/bad.ts', "import '../../electron/log';", DIRECTION],
    ['renderer/data/bad.ts', "import '../ui/form';", DIRECTION],
    ['renderer/ui/bad.ts', "import '../features/visits/manifest';", DIRECTION],
    ['renderer/ui/bad.ts', "import '../app/features';", DIRECTION],
    ['renderer/features/visits/bad.ts', "import '../../app/features';", DIRECTION],
    ['shared/visits/bad.ts', "import 'node:fs';", MODULE],
    ['shared/visits/bad.ts', "import 'fs';", MODULE],
    ['shared/visits/bad.ts', "import 'electron';", MODULE],
    ['shared/visits/bad.ts', "import 'react';", MODULE],
    ['shared/visits/bad.ts', "import 'rxdb/plugins/core';", MODULE],
    ['renderer/data/bad.ts', "import 'electron';", MODULE],
    ['electron/bad.ts', "import { ipcMain } from 'electron';", MODULE],
    ['electron/print/bad.ts', "import { ipcRenderer } from 'electron';", MODULE],
    ['shared/visits/bad.ts', 'export const here = location.href;', 'no-restricted-globals'],
    ['shared/visits/bad.ts', 'export const now = Date.now();', 'no-restricted-properties'],
    ['shared/visits/bad.ts', 'export const much: any = 1;', '@typescript-eslint/no-explicit-any'],
  ])('%s may not say %s', async (file, code, rule) => {
    expect(await broken(file, code)).toContain(rule);
  });

  it.each([
    ['renderer/features/visits/good.ts', "import '../../ui/form';\nimport '../../data/session';"],
    ['renderer/app/good.ts', "import '../features/visits/manifest';\nimport '@shared/core/time';"],
    ['shared/visits/good.ts', "import '../core/time';"],
    ['electron/good.ts', "import 'node:fs';\nimport '../shared/host';"],
  ])('%s may', async (file, code) => {
    expect(await broken(file, code)).toEqual([]);
  });
});

describe('selectors of a store', () => {
  const selecting = (selector: string): string =>
    `import { useSession } from '../../data/session';\nexport const usePart = (): unknown => useSession(${selector});`;

  it.each([
    '({ actor }) => ({ id: actor?.id })',
    '({ actor }) => [actor]',
    '({ actor }) => actor?.roles ?? []',
  ])('answer with nothing new: %s', async (selector) => {
    expect(await broken('renderer/features/visits/bad.ts', selecting(selector))).toContain(
      'no-restricted-syntax',
    );
  });

  it('answer with what is stored', async () => {
    for (const selector of ['({ actor }) => actor?.roles', '({ actor }) => actor?.id ?? ""'])
      expect(await broken('renderer/features/visits/good.ts', selecting(selector))).toEqual([]);
  });
});
