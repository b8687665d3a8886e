/** The sheets of a month's end: each is a form, each feature's are among them, and each role is offered its own. */
import { beforeAll, expect, it, vi } from 'vitest';
import type { Role } from '@shared/core/roles';
import { MONTH_SET } from '@shared/forms/month-set';
import { FORMS } from '@shared/forms/registry';
import { FEATURES } from '../../../../renderer/app/features';
import { sheetsFor } from '../../../../renderer/features/printing/sheets';

// Pages reach for the shell as soon as they are loaded.
beforeAll(() => void vi.stubGlobal('window', { host: {} }));

it('are forms of the catalogue, once each', () => {
  expect(MONTH_SET.filter((form) => !Object.hasOwn(FORMS, form))).toEqual([]);
  expect(new Set(MONTH_SET).size).toBe(MONTH_SET.length);
});

it('are what the features print of a month', async () => {
  const lists = await Promise.all(
    FEATURES.map(async ({ monthSheets }) => (await monthSheets?.())?.default ?? []),
  );
  expect(
    lists
      .flat()
      .map(({ form }) => form)
      .sort(),
  ).toEqual([...MONTH_SET].sort());
});

const offered = async (...roles: readonly Role[]): Promise<readonly string[]> =>
  (await sheetsFor(roles)).map(({ form }) => form);

it('are offered in order, to whoever may see what they show', async () => {
  expect(await offered('lead', 'manager', 'finance')).toEqual(MONTH_SET);
  expect(await offered('finance')).toEqual([
    'fee-register',
    'numbered-sheet',
    'loan-register',
    'tip-register',
    'month-stocktake',
    'month-report',
    'shop-figures',
    'cash-month',
  ]);
  expect(await offered('hr')).toEqual([
    'lost-register',
    'loss-register',
    'lost-disposals',
    'roster-sheet',
    'attendance-sheet',
    'inspection-month',
  ]);
  const clerk = await offered('clerk');
  for (const form of [
    'attendance-sheet',
    'roster-sheet',
    'inspection-month',
    'shop-figures',
    'service-figures',
  ])
    expect(clerk).not.toContain(form);
  expect(clerk).toContain('visit-register');
  expect(await offered('handler')).toEqual(['work-order-register']);
});
