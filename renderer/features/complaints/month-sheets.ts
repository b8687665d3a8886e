/** 投诉登记表 of a month. */
import { isComplaint } from '@shared/complaints/schema';
import { complaints as words } from '@shared/messages/zh-CN/complaints';
import { range } from '../../data/read';
import { daysOfMonth, type MonthSheet } from '../../ui/month-sheet';
import { registerRequest } from './prints';

const register: MonthSheet = {
  form: 'complaint-register',
  title: words.form.register,
  load: async (month) => {
    const period = daysOfMonth(month);
    const found = await range('tickets', 'kind', ['complaint', period.from], ['complaint', period.to]);
    const complaints = found.filter(isComplaint).sort((a, b) => a.at.localeCompare(b.at));
    const request = await registerRequest(complaints, period, '');
    return { request, empty: complaints.length === 0, waits: [] };
  },
};

const sheets: readonly MonthSheet[] = [register];
export default sheets;
