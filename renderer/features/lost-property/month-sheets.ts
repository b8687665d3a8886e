/** 遗留物品登记表, 报失登记表 and 遗留物品处理记录 of a month. */
import type { Envelope } from '@shared/core/envelope';
import type { Period } from '@shared/core/period';
import { disposalRows } from '@shared/lost-property/forms/disposal-record';
import type { FoundItem, LossReport } from '@shared/lost-property/schema';
import { lostProperty as words } from '@shared/messages/zh-CN/lost-property';
import { byIds, range } from '../../data/read';
import { daysOfMonth, type MonthSheet } from '../../ui/month-sheet';
import { disposalsRequest, registerRequest, reportsRequest } from './prints';
import { treatedSpan } from './treated';

/** Oldest first. */
async function ofKind<E extends Envelope>(kind: E['kind'], { from, to }: Period): Promise<readonly E[]> {
  return (await range<E>('lostItems', 'kind', [kind, from], [kind, to]))
    .slice()
    .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

const register: MonthSheet = {
  form: 'lost-register',
  title: words.form.register,
  load: async (month) => {
    const period = daysOfMonth(month);
    const items = await ofKind<FoundItem>('foundItem', period);
    return { request: registerRequest(items, period, []), empty: items.length === 0, waits: [] };
  },
};

const reports: MonthSheet = {
  form: 'loss-register',
  title: words.form.reports,
  load: async (month) => {
    const period = daysOfMonth(month);
    const lost = await ofKind<LossReport>('lossReport', period);
    const matched = await byIds<FoundItem>(
      'lostItems',
      lost.flatMap(({ body }) => [body.returnedItem, ...body.decisions.map(({ item }) => item)]),
    );
    const noOf = (id: string): string => matched.find((item) => item.id === id)?.body.no ?? '';
    return { request: reportsRequest(lost, period, noOf), empty: lost.length === 0, waits: [] };
  },
};

const disposals: MonthSheet = {
  form: 'lost-disposals',
  title: words.form.disposals,
  load: async (month) => {
    const period = daysOfMonth(month);
    const items = (await ofKind<FoundItem>('foundItem', treatedSpan(period))).filter(({ body }) =>
      body.events.some(({ type }) => type === 'handedOver'),
    );
    const empty = disposalRows(items, period.from, period.to).length === 0;
    return { request: disposalsRequest(items, period), empty, waits: [] };
  },
};

const sheets: readonly MonthSheet[] = [register, reports, disposals];
export default sheets;
