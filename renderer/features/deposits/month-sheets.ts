/** 现金月报. */
import { deposits as words } from '@shared/messages/zh-CN/deposits';
import { t } from '../../ui/i18n';
import type { MonthSheet } from '../../ui/month-sheet';
import { cashMonthRequest } from './prints';
import { loadMonth } from './use-deposits';

const cash: MonthSheet = {
  form: 'cash-month',
  title: words.form.month,
  load: async (month) => {
    const days = await loadMonth(month);
    const open = days.flatMap(({ rows }) => rows).filter(({ isOpen }) => isOpen).length;
    const unchecked = days.filter(({ check, changed }) => !check || changed).length;
    return {
      request: cashMonthRequest(month, days),
      empty: days.length === 0,
      waits: [
        ...(open > 0 ? [t('printing.waits.sessionsOpen', { count: open })] : []),
        ...(unchecked > 0 ? [t('printing.waits.daysUnchecked', { count: unchecked })] : []),
      ],
    };
  },
};

const sheets: readonly MonthSheet[] = [cash];
export default sheets;
