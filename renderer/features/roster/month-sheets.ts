/** 值班表 and 考勤月表 of a month. */
import type { Role } from '@shared/core/roles';
import { attendanceRecords } from '@shared/roster/attendance';
import { daysBetween, isPublished, rosterOf, rosterStaff } from '@shared/roster/roster';
import { PLANNERS } from '@shared/roster/set-plans';
import { roster as words } from '@shared/messages/zh-CN/roster';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { t } from '../../ui/i18n';
import { daysOfMonth, type MonthSheet } from '../../ui/month-sheet';
import { attendanceRequest, personRows } from './month-rows';
import { rosterRequest } from './prints';
import { loadAttendance } from './use-attendance';
import { loadRoster } from './use-roster';

/** Drafts and everybody's attendance are not for all. */
const SEES_ALL: readonly Role[] = [...PLANNERS, 'manager'];

const plan: MonthSheet = {
  form: 'roster-sheet',
  title: words.form.title,
  roles: SEES_ALL,
  load: async (month) => {
    const span = daysOfMonth(month);
    const days = daysBetween(span.from, span.to);
    const roster = rosterOf([...(await loadRoster(span.from, span.to)).values()]);
    const staff = rosterStaff(useDirectory.getState().staff, roster, days);
    const drafts = days.filter((day) => !isPublished(roster, day)).length;
    return {
      request: rosterRequest(
        roster,
        'month',
        span,
        staff.map(({ id }) => id),
      ),
      empty: ![...roster.duties.values()].some(({ body }) => body.plan.length > 0),
      waits: drafts > 0 ? [t('printing.waits.daysUnpublished', { count: drafts })] : [],
    };
  },
};

const attendance: MonthSheet = {
  form: 'attendance-sheet',
  title: words.form.monthTitle,
  roles: SEES_ALL,
  load: async (month) => {
    const span = daysOfMonth(month);
    const days = daysBetween(span.from, span.to);
    const docs = [...(await loadAttendance(span.from, span.to)).values()];
    const roster = rosterOf(docs);
    const { settings, staff: everybody } = useDirectory.getState();
    const records = attendanceRecords(docs);
    const rows = personRows(
      { roster, records, days, settings, minute: nowIso() },
      rosterStaff(everybody, roster, days),
    );
    const missing = rows.reduce((sum, { totals }) => sum + totals.missing, 0);
    return {
      request: attendanceRequest(month, days, rows),
      empty: rows.length === 0,
      waits: missing > 0 ? [t('printing.waits.punchesMissing', { count: missing })] : [],
    };
  },
};

const sheets: readonly MonthSheet[] = [plan, attendance];
export default sheets;
