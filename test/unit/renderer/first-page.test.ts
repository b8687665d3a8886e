/**
 * The first script holds what `renderer/main.tsx` imports statically, at whatever depth. It must name only words of
 * the first catalogue, and must not take the whole catalogue or the desk's heavier rules along.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { zhCN } from '@shared/messages/zh-CN';
import { firstZhCN } from '@shared/messages/zh-CN/first';

const ROOT = process.cwd();
const HOST = 'shared/host.ts';

function moduleFile(from: string, name: string): string | null {
  const base = name.startsWith('@shared/')
    ? path.join(ROOT, 'shared', name.slice('@shared/'.length))
    : name.startsWith('.')
      ? path.resolve(path.dirname(from), name)
      : null;
  if (base === null) return null;
  const file = ['', '.ts', '.tsx', '/index.ts']
    .map((end) => base + end)
    .find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
  if (file === undefined) throw new Error(`${from} imports ${name}, which is not there`);
  return file;
}

/** Imports of types alone leave no trace in the script. */
function isKept(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return !statement.isTypeOnly;
  const clause = statement.importClause;
  if (!clause) return true;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return false;
  const names = clause.namedBindings;
  return clause.name !== undefined || !names || !ts.isNamedImports(names)
    ? true
    : names.elements.some(({ isTypeOnly }) => !isTypeOnly);
}

/** Every source file of the first script, by its path below the root. */
function firstScript(): ReadonlyMap<string, ts.SourceFile> {
  const found = new Map<string, ts.SourceFile>();
  const waiting = [path.join(ROOT, 'renderer/main.tsx')];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const name = path.relative(ROOT, file);
    if (found.has(name) || !/\.tsx?$/.test(file)) continue;
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    found.set(name, source);
    for (const statement of source.statements) {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
      const from = statement.moduleSpecifier;
      if (!from || !ts.isStringLiteral(from) || !isKept(statement)) continue;
      const imported = moduleFile(file, from.text);
      if (imported) waiting.push(imported);
    }
  }
  return found;
}

type Tree = { readonly [key: string]: string | Tree };

function keysOf(tree: Tree, prefix = ''): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );
}

const script = firstScript();
const all = new Set(keysOf(zhCN));
const first = new Set(keysOf(firstZhCN));

/** Calls `visit` with every node of a file. */
function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

describe('the first script', () => {
  it('holds the frame, sign-in, Today and every manifest', () => {
    for (const name of ['app/frame.tsx', 'app/sign-in.tsx', 'app/today.tsx', 'features/visits/manifest.ts'])
      expect(script.has(`renderer/${name}`), name).toBe(true);
  });

  it('takes its words from first-words.ts and leaves the catalogue to what is loaded later', () => {
    const whole = [...script.keys()].filter(
      (name) =>
        name === 'renderer/ui/i18n.ts' ||
        (name.startsWith('shared/messages/') && !name.startsWith('shared/messages/zh-CN/first/')),
    );
    expect(whole).toEqual([]);
  });

  it('names only words of the first catalogue', () => {
    // Names of the shell's channels, and of a fault in the log, that are keys of messages by chance.
    const notWords = new Set(['sync.note']);
    walk(script.get(HOST) as ts.SourceFile, (node) => {
      if (ts.isStringLiteralLike(node)) notWords.add(node.text);
    });
    const missing: string[] = [];
    for (const [name, source] of script) {
      if (name.startsWith('shared/messages/') || name === HOST) continue;
      walk(source, (node) => {
        // Any quoted key, not only those given to `t`: labels travel through manifests and tables.
        if (
          ts.isStringLiteralLike(node) &&
          all.has(node.text) &&
          !first.has(node.text) &&
          !notWords.has(node.text)
        )
          missing.push(`${name}: ${node.text}`);
      });
    }
    expect(missing).toEqual([]);
  });

  it('never talks the type of a key over: the compiler checks the keys that are put together', () => {
    const forced: string[] = [];
    for (const [name, source] of script)
      walk(source, (node) => {
        if (
          ts.isCallExpression(node) &&
          ts.isIdentifier(node.expression) &&
          node.expression.text === 't' &&
          node.arguments.some((argument) => ts.isAsExpression(argument) || ts.isNonNullExpression(argument))
        )
          forced.push(`${name}: ${node.getText()}`);
      });
    expect(forced).toEqual([]);
  });

  it('says the same as the whole catalogue', () => {
    const of = (tree: Tree, key: string): unknown =>
      key.split('.').reduce<unknown>((part, name) => (part as Tree)[name], tree);
    for (const key of first) expect(of(zhCN, key), key).toBe(of(firstZhCN, key));
  });

  it('leaves rules of money and printed forms to the pages', () => {
    const heavy = [...script.keys()].filter((name) =>
      /^shared\/ledger\/(?:effects|books)|\/forms\/|^shared\/forms\//.test(name),
    );
    expect(heavy).toEqual([]);
  });
});
