/** 收费登记表 and 卡证票据领用月表 of a month. */
import type { NumberedCount, NumberedStock } from '@shared/ledger/entries/fees';
import { fees as words } from '@shared/messages/zh-CN/fees';
import { t } from '../../ui/i18n';
import { daysOfMonth, type MonthSheet } from '../../ui/month-sheet';
import { feesRequest, numberedRequest } from './prints';
import { feesWithFollowers, listedFees, loadNumbered, numberedOf } from './use-fees';

const register: MonthSheet = {
  form: 'fee-register',
  title: words.form.register,
  load: async (month) => {
    const period = daysOfMonth(month);
    const rows = listedFees(await feesWithFollowers(period));
    return { request: feesRequest(rows, period), empty: rows.length === 0, waits: [] };
  },
};

const numbered: MonthSheet = {
  form: 'numbered-sheet',
  title: words.form.sheet,
  load: async (month) => {
    const period = daysOfMonth(month);
    const records = numberedOf(await loadNumbered());
    const within = ({ day }: NumberedStock | NumberedCount): boolean =>
      day >= period.from && day <= period.to;
    const counted = records.counts.some(within);
    return {
      request: numberedRequest(records, period),
      // What is left from before is listed too.
      empty: !records.moves.some(({ day }) => day <= period.to),
      waits: counted ? [] : [t('printing.waits.notCounted')],
    };
  },
};

const sheets: readonly MonthSheet[] = [register, numbered];
export default sheets;
