/** The sheets of a month's end: each is a form, each feature's are among them, and none is left out. */
import { expect, it } from 'vitest';
import { MONTH_SET } from '@shared/forms/month-set';
import { FORMS } from '@shared/forms/registry';
import { FEATURES } from '../../../../renderer/app/features';

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
