/** 客户来电登记表 and 在线客服受理记录表 of a month. */
import { enquiries as words } from '@shared/messages/zh-CN/enquiries';
import { daysOfMonth, type MonthSheet } from '../../ui/month-sheet';
import { isCall, onlineRequest, phoneRequest } from './prints';
import { enquiriesOf } from './use-enquiries';
import { NO_FILTERS } from './view-state';

const phone: MonthSheet = {
  form: 'enquiry-phone',
  title: words.form.phoneTitle,
  load: async (month) => {
    const period = daysOfMonth(month);
    const enquiries = await enquiriesOf(period);
    const request = phoneRequest(period, enquiries, NO_FILTERS);
    return { request, empty: !enquiries.some(isCall), waits: [] };
  },
};

const online: MonthSheet = {
  form: 'enquiry-online',
  title: words.form.onlineTitle,
  load: async (month) => {
    const period = daysOfMonth(month);
    const enquiries = await enquiriesOf(period);
    const request = onlineRequest(period, enquiries, NO_FILTERS);
    return { request, empty: enquiries.every(isCall), waits: [] };
  },
};

const sheets: readonly MonthSheet[] = [phone, online];
export default sheets;
