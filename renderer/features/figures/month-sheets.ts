/** 经营统计表 of a month. */
import { hasData } from '@shared/figures/month';
import { figures as words } from '@shared/messages/zh-CN/figures';
import type { MonthSheet } from '../../ui/month-sheet';
import { figuresRequest } from './prints';
import { loadSheet } from './use-figures';

const figures: MonthSheet = {
  form: 'shop-figures',
  title: words.form.title,
  load: async (month) => {
    const { compared, year } = await loadSheet(month);
    return { request: figuresRequest(compared, year), empty: !hasData(compared.now), waits: [] };
  },
};

const sheets: readonly MonthSheet[] = [figures];
export default sheets;
