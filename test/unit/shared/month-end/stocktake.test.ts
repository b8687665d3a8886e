/** From the count of the month's end to the close (DOMAIN §4): the difference belongs to the month that was counted. */
import { expect, it } from 'vitest';
import { approveCount } from '@shared/counts/approve';
import { explainLine, recordLine } from '@shared/counts/record-line';
import type { Count } from '@shared/counts/schema';
import { startCount } from '@shared/counts/start';
import { submitCount } from '@shared/counts/submit';
import type { CountAdjustment } from '@shared/ledger/entries/stock';
import type { MonthClose } from '@shared/ledger/schema';
import { closeMonth } from '@shared/month-end/close';
import { CLERK, Desk, FINANCE, LEAD, pinOf } from '../../../helpers/desk';
import { MonthLedger, productOf } from '../../../helpers/month-ledger';

it('a stocktake of November counted and approved on 1 December closes November', () => {
  const desk = new Desk('2026-12-01T00:30:00.000Z');
  const prices = [{ from: '2026-01-01', price: 6_000 }];
  const product = productOf({ sku: 'G01', name: '手套', category: '手套', unit: '只', cost: 2_800, prices });
  desk.records.set(product.id, product);
  const ledger = new MonthLedger();
  ledger.receive({ day: '2026-11-02', sku: 'G01', quantity: 10, amount: 28_000 });
  ledger.transfer({ day: '2026-11-02', sku: 'G01', quantity: 4 });
  for (const entry of ledger.entries) desk.records.set(entry.id, entry);

  expect(desk.run(startCount, { type: 'monthEnd', period: '2026-11' })).toEqual([]);
  const count = desk.get<Count>('count:monthEnd:2026-11:1');
  const line = { count: count.id, product: product.id };
  expect(desk.run(recordLine, { ...line, location: '展架', quantity: '3' })).toEqual([]);
  expect(desk.run(recordLine, { ...line, location: '展架', quantity: '3' })).toEqual([]);
  expect(desk.run(recordLine, { ...line, location: '库房', quantity: '6' })).toEqual([]);
  expect(desk.run(explainLine, { ...line, location: '展架', reason: '试戴后遗失' })).toEqual([]);
  const sheet = { count: count.id, opening: count.body.opening };
  expect(desk.run(submitCount, { ...sheet, skipReason: '' })).toEqual([]);

  const input = {
    month: '2026-11',
    round: 1,
    previous: null,
    desks: ['A'],
    count: count.id,
    silent: [],
    note: '',
  };
  // Nobody closes by a count that is not approved.
  expect(desk.codes(closeMonth, input, { actor: FINANCE })).toEqual(['count countNotApproved']);
  expect(desk.run(approveCount, sheet, { actor: LEAD, witnesses: [pinOf(FINANCE)] })).toEqual([]);
  expect(desk.get<CountAdjustment>(`adj:${count.id}`)).toMatchObject({ day: '2026-11-30' });
  expect(desk.codes(closeMonth, input, { actor: FINANCE })).toEqual([]);
  const { body } = desk.get<MonthClose>('close:2026-11:1');
  expect(body.count).toMatchObject({ id: count.id, no: count.body.no });
  expect(body.count?.counter).toContain(CLERK.name);
  expect(body.count?.supervisor).toContain(LEAD.name);
  expect(body.lines[0]).toMatchObject({
    closing: 9,
    counted: 9,
    adjusted: -1,
    otherOut: 1,
    otherOutAmount: 2_800,
    closingAmount: 25_200,
    price: 6_000,
    reason: '试戴后遗失',
  });
});
