/** 月度客户服务统计表 and 客户接待月报. */
import { serviceFigures as words } from '@shared/messages/zh-CN/service-figures';
import { daysOfMonth, type MonthSheet } from '../../ui/month-sheet';
import { kpisRequest, receptionRequest } from './prints';
import { loadReception, loadServiceFigures } from './use-figures';

const kpis: MonthSheet = {
  form: 'service-figures',
  title: words.form.monthTitle,
  load: async (month) => {
    const period = daysOfMonth(month);
    const figures = await loadServiceFigures('month', period);
    const empty = figures.lines.every(({ now }) => now.share.met.length + now.share.missed.length === 0);
    return { request: kpisRequest('month', period, figures), empty, waits: [] };
  },
};

const reception: MonthSheet = {
  form: 'reception-report',
  title: words.form.monthReport,
  load: async (month) => {
    const period = daysOfMonth(month);
    const received = await loadReception(period);
    return {
      request: receptionRequest('month', period, received.reception),
      empty: received.records.size === 0,
      waits: [],
    };
  },
};

const sheets: readonly MonthSheet[] = [kpis, reception];
export default sheets;
