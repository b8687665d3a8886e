import fc from 'fast-check';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fileFor } from '../../../electron/file-for';

const root = path.resolve('/app/renderer');
const piece = fc.oneof(
  fc.constantFrom('..', '.', '%2e%2e', '%2f', '..%5c', '%00', '%', 'a.js', 'assets', 'C:', '~'),
  fc.string(),
);

it('never names a file outside the built page, whatever is asked for', () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const file = fileFor(root, `/${pieces.join('/')}`);
      if (file === null) return;
      expect(path.relative(root, path.resolve(file)).split(path.sep)[0]).not.toBe('..');
    }),
    { numRuns: 2_000 },
  );
});
