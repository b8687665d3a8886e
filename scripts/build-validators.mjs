// Compiles every shared/<feature>/body.schema.json ({kind: JSON Schema}) into one module of plain
// functions: the page's CSP forbids eval, and the endpoint uses the same file.
import Ajv from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const shared = path.join(root, 'shared');
const ajv = new Ajv({
  allErrors: false,
  strict: true,
  strictRequired: false,
  // A fault is logged by its place and keyword; sentences would be half of the module.
  messages: false,
  allowUnionTypes: true,
  // A function per shared part instead of a copy at every use keeps the module small.
  inlineRefs: false,
  code: { source: true, esm: true, lines: false },
});
const exported = {};

// What every body may carry (shared/core/envelope.ts, LogEntry); body schemas say {"$ref": "log"}.
const text = (maxLength) => ({ type: 'string', maxLength });
ajv.addSchema({
  $id: 'log',
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'act', 'at', 'by', 'desk'],
    properties: {
      id: text(80),
      act: text(60),
      at: text(30),
      by: text(80),
      desk: text(3),
      reason: text(500),
      changes: { type: 'array' },
    },
  },
});

// Records taken over from paper registers (shared/core/imported.ts); body schemas say {"$ref": "imported"}.
ajv.addSchema({
  $id: 'imported',
  type: 'object',
  required: ['batch', 'file', 'row', 'no'],
  properties: { batch: text(80), file: text(120), row: { type: 'integer', minimum: 1 }, no: text(40) },
});

for (const feature of readdirSync(shared).sort()) {
  const file = path.join(shared, feature, 'body.schema.json');
  if (!existsSync(file)) continue;
  for (const [kind, schema] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) {
    if (exported[kind]) throw new Error(`${kind} has two body schemas`);
    ajv.addSchema({ $id: kind, ...schema });
    exported[kind] = kind;
  }
}
const code = standalone
  .default(ajv, exported)
  // ajv leaves these helpers as require calls even in a module.
  .replaceAll('require("ajv/dist/runtime/ucs2length").default', '((text) => [...text].length)')
  .replaceAll(
    'require("ajv/dist/runtime/equal").default',
    '((a, b) => JSON.stringify(a) === JSON.stringify(b))',
  );
if (code.includes('require(')) throw new Error('a validator needs a module that a page cannot load');
const target = path.join(shared, 'core', 'validators.generated.js');
if (!existsSync(target) || readFileSync(target, 'utf8') !== code) writeFileSync(target, code);
