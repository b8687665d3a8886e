import { expect, it } from 'vitest';
import { fileFor } from '../../../electron/file-for';
import { fits, is } from '../../../electron/ipc-checks';

it('refuses missing, further and wrongly typed arguments', () => {
  const checks = [is.id, is.text(5), is.whole(1, 9)];
  expect(fits(checks, ['job-1', 'abc', 3])).toBe(true);
  for (const args of [
    [],
    ['job-1', 'abc'],
    ['job-1', 'abc', 3, 4],
    ['../etc', 'abc', 3],
    ['job-1', 'abcdef', 3],
    ['job-1', 'abc', 3.5],
    ['job-1', 'abc', 10],
    [{ toString: () => 'job-1' }, 'abc', 3],
  ])
    expect(fits(checks, args), JSON.stringify(args)).toBe(false);
});

it('takes objects with exactly the declared fields', () => {
  const shape = is.shape({ file: is.text(20), offset: is.whole(0, 10) });
  expect(shape({ file: '2026-11.log', offset: 0 })).toBe(true);
  expect(shape({ file: '2026-11.log' })).toBe(false);
  expect(shape({ file: '2026-11.log', offset: 0, path: '/etc' })).toBe(false);
  expect(shape(null)).toBe(false);
});

it('serves files below the built page only', () => {
  const root = '/app/renderer';
  expect(fileFor(root, '/')).toBe('/app/renderer/index.html');
  expect(fileFor(root, '/visits/1')).toBe('/app/renderer/index.html');
  expect(fileFor(root, '/assets/a.js')).toBe('/app/renderer/assets/a.js');
  for (const escape of [
    '/../main/index.js',
    '/%2e%2e/main/index.js',
    '/..%2f..%2fetc/passwd.txt',
    '/a%00.js',
    '/%E0%A4%A.js',
  ])
    expect(fileFor(root, escape), escape).toBeNull();
});
