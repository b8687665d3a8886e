/** What follow-up prints and exports: 《售后服务及回访记录表》 and the list as an Excel file. */
import type { Period } from '@shared/core/period';
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import { followUpRow, FOLLOW_UP_SHEET } from '@shared/follow-up/rows';
import type { FollowUpRegisterInput } from '@shared/follow-up/forms/register';
import type { FollowUp } from '@shared/follow-up/schema';
import { periodText } from '@shared/forms/texts';
import { fill } from '@shared/messages/fill';
import { followUp as words } from '@shared/messages/zh-CN/follow-up';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { exportList } from '../../ui/export-list';
import { printForm, type PrintRequest } from '../../ui/print/print-form';
import type { CallFilters } from './view-state';

/** Phones in full only for roles that may see them (FORMS); by date, like a register on paper. */
function rowsOf(calls: readonly FollowUp[]): ReturnType<typeof followUpRow>[] {
  const showPhones = hasRole(useSession.getState().actor?.roles ?? [], PHONE_ROLES);
  return calls
    .map((call) => followUpRow(call, { staffName, departmentName, showPhones }))
    .sort((a, b) => a.date.localeCompare(b.date) || a.no.localeCompare(b.no));
}

/** 《售后服务及回访记录表》. */
export function callsRequest(
  { from, to }: Period,
  shown: readonly FollowUp[],
  filters: CallFilters,
): PrintRequest {
  const { status, department, satisfaction, words: typed } = filters;
  const filter = [
    status === 'all' ? '' : words.status[status],
    department && departmentName(department),
    satisfaction && words.satisfaction[satisfaction],
    typed.trim(),
  ]
    .filter(Boolean)
    .join('、');
  const data: FollowUpRegisterInput = {
    club: useDirectory.getState().settings.clubName,
    from,
    to,
    filter: filter && fill(words.form.filter, { filter }),
    rows: rowsOf(shown),
  };
  return {
    form: 'follow-up-register',
    title: words.form.registerTitle,
    data,
    reference: periodText(from, to),
  };
}

export function printCalls(period: Period, shown: readonly FollowUp[], filters: CallFilters): void {
  printForm(callsRequest(period, shown, filters));
}

/** The listed follow-ups as an Excel file. */
export function exportCalls({ from, to }: Period, shown: readonly FollowUp[]): Promise<void> {
  return exportList({
    register: 'followUps',
    title: words.title,
    of: periodText(from, to),
    columns: FOLLOW_UP_SHEET,
    rows: rowsOf(shown),
  });
}
