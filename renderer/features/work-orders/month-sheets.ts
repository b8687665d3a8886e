/** 工作单登记表 of a month. */
import { workOrders as words } from '@shared/messages/zh-CN/work-orders';
import type { WorkOrder } from '@shared/work-orders/schema';
import { nowIso } from '../../data/clock';
import { range } from '../../data/read';
import { useSession } from '../../data/session';
import { daysOfMonth, type MonthSheet } from '../../ui/month-sheet';
import { registerRequest } from './prints';
import { isInSight } from './use-orders';

const register: MonthSheet = {
  form: 'work-order-register',
  title: words.form.register,
  load: async (month) => {
    const period = daysOfMonth(month);
    const { actor } = useSession.getState();
    const found = await range<WorkOrder>(
      'tickets',
      'kind',
      ['workOrder', period.from],
      ['workOrder', period.to],
    );
    const orders = found
      .filter((order) => isInSight(order, actor))
      .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
    const request = registerRequest(orders, period, nowIso());
    return { request, empty: orders.length === 0, waits: [] };
  },
};

const sheets: readonly MonthSheet[] = [register];
export default sheets;
