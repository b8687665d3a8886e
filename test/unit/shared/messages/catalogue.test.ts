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
/** Printed forms are Chinese always: their words stand in the Chinese catalogue alone. */
const shown = [...chinese.keys()].filter((key) => !/\b(?:form|forms)\./.test(key));
const params = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('messages'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
}

describe('the catalogue', () => {
  it('has every message in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...shown].sort());
  });

  it('has no empty message and fills in the same parameters', () => {
    for (const key of shown) {
      const text = chinese.get(key) ?? '';
      const other = english.get(key) ?? '';
      expect(text.trim() === '' || other.trim() === '', key).toBe(false);
      expect(params(other), key).toEqual(params(text));
    }
  });

  it('leaves no Chinese in English but the language’s own name', () => {
    const left = [...english].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !['app.language', 'app.departmentsDefault'].includes(key));
    expect(left).toEqual([]);
  });

  it('has words for every refusal of the shared commands', () => {
    const codes = new Set(sources('shared').flatMap((text) => [...text.matchAll(/\bcode: '(\w+)'/g)].map(([, code = '']) => code)));
    const shell = new Set(['diskFull', 'readOnly', 'failed', 'cancelled', 'wrong', 'wait', 'locked', 'printerGone', 'spoolerDown']);
    const missing = [...codes].filter((code) => !shell.has(code) && !chinese.has(`refusal.${code}`));
    expect(missing).toEqual([]);
  });

  it('has every key the interface names', () => {
    const used = sources('renderer').flatMap((text) => [...text.matchAll(/\bt\('([\w.]+)'/g)].map(([, key = '']) => key));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((key) => !chinese.has(key))).toEqual([]);
  });
});
