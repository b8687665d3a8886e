/** 服务检查月度汇总表. */
import { monthOf } from '@shared/inspections/month';
import { inspections as words } from '@shared/messages/zh-CN/inspections';
import { today } from '../../data/session';
import { t } from '../../ui/i18n';
import type { MonthSheet } from '../../ui/month-sheet';
import { monthBounds } from './month-bounds';
import { monthRequest } from './prints';
import { ALL_SEEING, inspectionsOf } from './sight';

const month: MonthSheet = {
  form: 'inspection-month',
  title: words.form.monthTitle,
  roles: ALL_SEEING,
  load: async (of) => {
    const people = monthOf(await inspectionsOf(monthBounds(of, today())), of);
    const waiting = people.reduce((sum, person) => sum + person.waiting, 0);
    return {
      request: monthRequest(of, people),
      empty: people.length === 0,
      waits: waiting > 0 ? [t('printing.waits.unconfirmed', { count: waiting })] : [],
    };
  },
};

const sheets: readonly MonthSheet[] = [month];
export default sheets;
