/** The two catalogues have the same keys and parameters, and every refusal a command may give has its words. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '@shared/messages/en';
import { zhCN } from '@shared/messages/zh-CN';

type Tree = { readonly [key: string]: string | Tree };

function flat(tree: Tree, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

const chinese = flat(zhCN);
const english = flat(en);
const params = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('messages'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
}

const interfaceText = sources('renderer').join('\n');
const named = [...interfaceText.matchAll(/['"]([a-zA-Z]+(?:\.\w+)+)['"]/g)].map(([, key = '']) => key);
const prefixes = [...interfaceText.matchAll(/`([a-zA-Z]+(?:\.\w+)*\.)\$\{/g)].map(
  ([, prefix = '']) => prefix,
);
/** What the interface may show. Words of printed forms alone are not among them: forms are Chinese always. */
const shown = [...chinese.keys()].filter(
  (key) => named.includes(key) || prefixes.some((prefix) => key.startsWith(prefix)),
);

describe('the catalogue', () => {
  it('has everything the interface shows in English, and nothing in English alone', () => {
    expect(shown.length).toBeGreaterThan(150);
    expect(shown.filter((key) => !english.has(key))).toEqual([]);
    expect([...english.keys()].filter((key) => !chinese.has(key))).toEqual([]);
  });

  it('has no empty message and fills in the same parameters', () => {
    for (const [key, text] of english) {
      const original = chinese.get(key) ?? '';
      expect(text.trim() === '' || original.trim() === '', key).toBe(false);
      expect(params(text), key).toEqual(params(original));
    }
  });

  it('leaves no Chinese in English but the language’s own name, first-run departments and printing samples', () => {
    const meant = /^app\.(language|departmentsDefault)$|Sample$/;
    const left = [...english].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !meant.test(key));
    expect(left).toEqual([]);
  });

  it('has words for every refusal of the shared commands', () => {
    const codes = new Set(
      sources('shared').flatMap((text) =>
        [...text.matchAll(/\bcode: '(\w+)'/g)].map(([, code = '']) => code),
      ),
    );
    const shell = new Set([
      'diskFull',
      'readOnly',
      'failed',
      'cancelled',
      'wrong',
      'wait',
      'locked',
      'printerGone',
      'spoolerDown',
    ]);
    const missing = [...codes].filter((code) => !shell.has(code) && !chinese.has(`refusal.${code}`));
    expect(missing).toEqual([]);
  });

  it('has every key the interface names', () => {
    const used = [...interfaceText.matchAll(/\bt\('([\w.]+)'/g)].map(([, key = '']) => key);
    expect(used.filter((key) => !chinese.has(key))).toEqual([]);
  });
});
