import { expect, it } from 'vitest';
import { mayReload } from '../../../electron/may-reload';

it('loads a crashed page again three times a minute, and not a fourth time', () => {
  expect(mayReload([], 0)).toBe(true);
  expect(mayReload([0, 1_000], 2_000)).toBe(true);
  expect(mayReload([0, 1_000, 2_000], 3_000)).toBe(false);
  expect(mayReload([0, 1_000, 2_000], 60_000)).toBe(true);
});
