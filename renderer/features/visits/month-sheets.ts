/** 客户来访登记表 of a month. */
import { visits as words } from '@shared/messages/zh-CN/visits';
import { daysOfMonth, type MonthSheet } from '../../ui/month-sheet';
import { registerRequest } from './print';
import { visitsOf } from './use-visits';
import { NO_FILTERS } from './view-state';

const register: MonthSheet = {
  form: 'visit-register',
  title: words.form.title,
  load: async (month) => {
    const period = daysOfMonth(month);
    const visits = await visitsOf(period);
    const request = registerRequest(period, visits, NO_FILTERS);
    return { request, empty: visits.length === 0, waits: [] };
  },
};

const sheets: readonly MonthSheet[] = [register];
export default sheets;
