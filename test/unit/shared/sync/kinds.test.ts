/** No kind of record is forgotten by the endpoint's rules. */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { KIND_ROLES } from '@shared/sync/kinds';

/** Schemas of parts that several kinds share; no record has one of these kinds. */
const PARTS = ['payment', 'invoice', 'buyer', 'effects', 'signature', 'staffMark'];

it('has a collection for every kind that has a schema', () => {
  const kinds = readdirSync('shared')
    .map((feature) => path.join('shared', feature, 'body.schema.json'))
    .filter((file) => existsSync(file))
    .flatMap((file) => Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object))
    .filter((kind) => !PARTS.includes(kind));
  const known = Object.values(KIND_ROLES).flatMap((roles) => Object.keys(roles));
  expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
});
