/** 售后服务及回访记录表 and 月回访统计表. */
import { followUp as words } from '@shared/messages/zh-CN/follow-up';
import { t } from '../../ui/i18n';
import { daysOfMonth, type MonthSheet } from '../../ui/month-sheet';
import { hasNothing, monthFigures, monthRequest } from './month-figures';
import { callsRequest } from './prints';
import { followUpsOf, loadYear } from './use-follow-ups';
import { NO_FILTERS } from './view-state';

const openCalls = async (month: string): Promise<readonly string[]> => {
  const calls = await followUpsOf(daysOfMonth(month));
  const count = calls.filter(({ status }) => status === 'planned').length;
  return count > 0 ? [t('printing.waits.callsOpen', { count })] : [];
};

const register: MonthSheet = {
  form: 'follow-up-register',
  title: words.form.registerTitle,
  load: async (month) => {
    const period = daysOfMonth(month);
    const calls = await followUpsOf(period);
    return {
      request: callsRequest(period, calls, NO_FILTERS),
      empty: calls.length === 0,
      waits: await openCalls(month),
    };
  },
};

const figures: MonthSheet = {
  form: 'follow-up-month',
  title: words.form.monthTitle,
  load: async (month) => {
    const shown = monthFigures(await loadYear(month.slice(0, 4)), month);
    return {
      request: monthRequest(month, shown),
      empty: hasNothing(shown.rows),
      waits: await openCalls(month),
    };
  },
};

const sheets: readonly MonthSheet[] = [register, figures];
export default sheets;
