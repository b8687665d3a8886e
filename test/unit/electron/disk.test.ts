import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { freeBytes, lowSteps } from '../../../electron/disk';
import { DISK_LOW_BYTES } from '../../../shared/host';

it('warns below each step and never above the first', () => {
  expect(lowSteps(Number.POSITIVE_INFINITY)).toBe(0);
  expect(lowSteps(DISK_LOW_BYTES)).toBe(0);
  expect(lowSteps(DISK_LOW_BYTES - 1)).toBe(1);
  expect(lowSteps(50_000_000)).toBe(2);
  expect(lowSteps(0)).toBe(3);
});

it('reads the free space of a folder, and calls it endless where the system does not tell', () => {
  expect(freeBytes(tmpdir())).toBeGreaterThan(0);
  expect(freeBytes('/no/such/folder')).toBe(Number.POSITIVE_INFINITY);
});
