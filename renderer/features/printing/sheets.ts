/** The sheets of a month that somebody may print, in the order of FORMS. */
import { hasRole, type Role } from '@shared/core/roles';
import { MONTH_SET } from '@shared/forms/month-set';
import type { MonthSheet } from '../../ui/month-sheet';
import { knownFeatures } from '../../ui/record-path';

/** Who may open the feature's page may print its sheets, where the sheet does not say fewer. */
export async function sheetsFor(roles: readonly Role[]): Promise<readonly MonthSheet[]> {
  const lists = await Promise.all(
    knownFeatures()
      .filter(({ nav }) => hasRole(roles, nav.roles))
      .map(async ({ monthSheets }) => (await monthSheets?.())?.default ?? []),
  );
  return lists
    .flat()
    .filter((sheet) => !sheet.roles || hasRole(roles, sheet.roles))
    .sort((a, b) => MONTH_SET.indexOf(a.form) - MONTH_SET.indexOf(b.form));
}
