/** Inputs at random for the web view's commands: mostly of the right shape, with contents of every sort. */
import { randomUUID } from 'node:crypto';
import type { Schema } from '../../server/commands/web-command';

/** One of a list. */
export type One = <T>(of: readonly T[]) => T;

/** Texts that have broken programs before. */
const NASTY = [
  '',
  'x',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '𠮷'.repeat(500),
  "x'; DROP TABLE docs; --",
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '-1',
  '1e309',
  '９９',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31T23:59:59.999Z',
] as const;
const DAYS = ['2026-11-20', '2026-11-20', '2000-01-01', '2099-12-31', '2026-02-30'];
const INTEGERS = [0, 1, 2, -1, 100, 2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
const NONSENSE = [null, [], 'x', 1, { more: 1 }, { __proto__: { admin: true } }];

/** A text: one that means something to the club (`known`), or a nasty one. */
export const textOf = (one: One, known: readonly string[]): string =>
  one([true, true, true, false]) ? one(known) : one(NASTY);

/** A value that satisfies a schema of `server/commands`, its texts drawn from `known` or nasty. */
export function inputOf(schema: Schema, one: One, known: readonly string[]): unknown {
  const again = (inner: unknown): unknown => inputOf(inner as Schema, one, known);
  const { type, anyOf, properties, enum: values, items, pattern, minItems, maxLength } = schema;
  if (anyOf) return again(one(anyOf as readonly Schema[]));
  if ('const' in schema) return schema.const;
  if (values) return one(values as readonly unknown[]);
  if (typeof pattern === 'string')
    return [randomUUID(), one(DAYS)].find((text) => new RegExp(pattern).test(text));
  switch (type) {
    case 'string':
      return textOf(one, known).slice(0, (maxLength as number | undefined) ?? 2_000);
    case 'integer':
      return one(INTEGERS);
    case 'number':
      return one([...INTEGERS, 0.5, 1e308]);
    case 'boolean':
      return one([true, false]);
    case 'array':
      return Array.from({ length: (minItems as number | undefined) ?? one([0, 1, 2]) }, () => again(items));
    case 'object':
      return properties
        ? Object.fromEntries(
            Object.entries(properties as Readonly<Record<string, Schema>>).map(([name, of]) => [
              name,
              again(of),
            ]),
          )
        : Object.fromEntries(
            Array.from({ length: one([0, 1, 2]) }, () => [
              textOf(one, known),
              again(schema.additionalProperties),
            ]),
          );
    default:
      return null;
  }
}

/** The same, now and then not of the right shape at all. */
export const anyInput = (schema: Schema, one: One, known: readonly string[]): unknown =>
  one([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) === 0 ? one(NONSENSE) : inputOf(schema, one, known);
