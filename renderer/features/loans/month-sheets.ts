/** 押金租借登记表 and 代收小费登记表 of a month. */
import { loans as words } from '@shared/messages/zh-CN/loans';
import { daysOfMonth, type MonthSheet } from '../../ui/month-sheet';
import { loansRequest, tipsRequest } from './prints';
import { loansOf, tipsOf } from './use-loans';

const loans: MonthSheet = {
  form: 'loan-register',
  title: words.form.register,
  load: async (month) => {
    const period = daysOfMonth(month);
    // What is still out from before is on its own month's sheet.
    const rows = (await loansOf(period)).filter(
      ({ taken }) => taken.day >= period.from && taken.day <= period.to,
    );
    return { request: loansRequest(rows, period, ''), empty: rows.length === 0, waits: [] };
  },
};

const tips: MonthSheet = {
  form: 'tip-register',
  title: words.form.tipRegister,
  load: async (month) => {
    const period = daysOfMonth(month);
    const rows = (await tipsOf(period)).filter(({ tip }) => tip.day >= period.from && tip.day <= period.to);
    return { request: tipsRequest(rows, period, ''), empty: rows.length === 0, waits: [] };
  },
};

const sheets: readonly MonthSheet[] = [loans, tips];
export default sheets;
